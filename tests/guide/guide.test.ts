import { describe, expect, test } from 'vitest'
import { loadGuideData, readGuideFolder } from '../../scripts/guide-plugin.js'
import { parseGuideFiles } from '../../src/authoring/read-guide.js'
import { builtInGuide } from '../../src/guide.js'
import { builtInMenus } from '../../src/menus/built-in.js'
import type { MenuFile } from '../../src/read/files.js'

const menus = builtInMenus()
const files = readGuideFolder('menus/guide')
const changed = (name: string, change: (text: string) => string): MenuFile[] =>
  files.map((file) => (file.name === name ? { ...file, text: change(file.text) } : file))
const issuesAfter = (name: string, change: (text: string) => string) => {
  const before = files.find((file) => file.name === name)!.text
  expect(change(before), 'the change must change something').not.toBe(before)
  const parsed = parseGuideFiles(changed(name, change), menus)
  return parsed.success ? [] : parsed.issues
}

test('The guide has an entry for every strategy of the menus, and for no other', () => {
  expect([...builtInGuide().byStrategy.keys()].sort()).toEqual([...menus.strategies.keys()].sort())
})

test('The guide that is shipped holds what the files hold', () => {
  expect(builtInGuide().data).toEqual(loadGuideData())
})

test("Each strategy's first measure says what the study counts as service delivery", () => {
  for (const { strategy, measures } of builtInGuide().data.strategies) expect(measures[0]!.studyDefinition, strategy).toBe(true)
})

describe('A fault in the guide is found where it stands', () => {
  const faults: [title: string, file: string, change: (text: string) => string, check: string | undefined, what: RegExp][] = [
    [
      'a sourced line without a source',
      'linkage-programs.yaml',
      (text) => text.replace('    basis: mixed\n    sources: [cdc-linkage]\n', '    basis: mixed\n'),
      'basis-fits-sources',
      /'mixed' but names no source/,
    ],
    [
      'a judgement with a source',
      'linkage-programs.yaml',
      (text) => text.replace('    basis: judgement\nvenues:', '    basis: judgement\n    sources: [pronto]\nvenues:'),
      'basis-fits-sources',
      /'judgement' but names a source/,
    ],
    [
      'a first measure that is not the study’s',
      'linkage-programs.yaml',
      (text) => text.replace('    studyDefinition: true\n', ''),
      'study-measure-first',
      /first measure is not marked/,
    ],
    [
      'a later measure marked as the study’s',
      'linkage-programs.yaml',
      (text) => text.replace('  - measure: Arrived\n', '  - measure: Arrived\n    studyDefinition: true\n'),
      'study-measure-first',
      /a later measure is marked/,
    ],
    [
      'a venue that does not exist',
      'linkage-programs.yaml',
      (text) => text.replace('venue: jails', 'venue: jail'),
      'guide-ids-exist',
      /"jail"/,
    ],
    [
      'a source that does not exist',
      'linkage-programs.yaml',
      (text) => text.replace('[cdc-linkage]', '[cdc-linkages]'),
      'guide-ids-exist',
      /"cdc-linkages"/,
    ],
    [
      'a source that nothing rests on',
      'sources.yaml',
      (text) => `${text}\n  nobody-cites-this:\n    title: A title\n    publisher: A publisher\n    seen: opening\n`,
      'sources-used',
      /'nobody-cites-this'/,
    ],
    [
      'a span that ends before it begins',
      'linkage-programs.yaml',
      (text) => text.replace('weeks: {from: 2, to: 5}', 'weeks: {from: 5, to: 2}'),
      'weeks-in-order',
      /from week 5 to week 2/,
    ],
    [
      'a text that sends the reader to an id',
      'linkage-programs.yaml',
      (text) => text.replace(/^inShort: >-\n {2}/m, 'inShort: >-\n  See oend-self-request. '),
      'no-ids-in-text',
      /the text holds the id 'oend-self-request'/,
    ],
    [
      'a link without https',
      'linkage-programs.yaml',
      (text) => text.replace('url: https://www.cdc.gov', 'url: http://www.cdc.gov'),
      undefined,
      /http:\/\/www\.cdc\.gov/,
    ],
    [
      'a link to a bare address of a machine',
      'linkage-programs.yaml',
      (text) => text.replace('url: https://www.cdc.gov', 'url: https://10.0.0.7'),
      undefined,
      /10\.0\.0\.7/,
    ],
    ['a misspelt key', 'linkage-programs.yaml', (text) => text.replace('inShort:', 'inshort:'), undefined, /inshort|inShort/],
    [
      'a file named after another strategy',
      'linkage-programs.yaml',
      (text) => text.replace('strategy: linkage-programs', 'strategy: oend-self-request'),
      undefined,
      /the file is about 'oend-self-request'/,
    ],
  ]

  test.each(faults)('%s', (_title, file, change, check, what) => {
    const issues = issuesAfter(file, change)
    const found = issues.find((issue) => what.test(JSON.stringify(issue)))
    expect(found, JSON.stringify(issues)).toMatchObject({ severity: 'error', ...(check === undefined ? {} : { check }) })
    expect(found!.place?.file).toContain(file)
    expect(found!.place?.line).toBeGreaterThan(0)
  })

  test('a guide without its list of sources', () => {
    expect(
      parseGuideFiles(
        files.filter(({ name }) => name !== 'sources.yaml'),
        menus,
      ),
    ).toMatchObject({ success: false, issues: [{ code: 'unreadable', place: { file: 'sources.yaml' } }] })
  })
})
