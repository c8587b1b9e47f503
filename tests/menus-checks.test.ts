import { describe, expect, test } from 'vitest'
import { checks } from '../src/authoring/checks/index.js'
import { parseMenuFiles } from '../src/authoring/read-menus.js'
import { describeIssue, type Issue } from '../src/issues/issue.js'
import { failing } from './fixtures/failing-checks.js'
import { edit, editedStarter, lineOf, starterFiles } from './fixtures/starter.js'

/** Mappings stand in files of their own, of which the starter set has none. */
function withMapping(values: string) {
  return [
    ...starterFiles(),
    { name: 'mappings/table.yaml', text: `id: table\ntitle: A table\nname: [county]\nignored: [old]\nvalues:\n${values}` },
  ]
}
const from = '[{ column: a, year: 2024, source: S }]'
const failingMappings = [
  { when: 'a value fills nothing', values: `  - { from: ${from} }\n`, says: 'it fills neither an indicator nor a fact' },
  {
    when: 'a value fills two things',
    values: `  - { indicator: wait-days, fact: jail-present, from: ${from} }\n`,
    says: 'it fills an indicator and a fact',
  },
  {
    when: 'a value fills a computed indicator',
    values: `  - { indicator: jail-offers-0-1, from: ${from} }\n`,
    says: "'jail-offers-0-1' is computed from a fact",
  },
  {
    when: 'an answer is multiplied',
    values: `  - { fact: jail-present, from: ${from}, times: 2 }\n`,
    says: "'jail-present' is not a number",
  },
  {
    when: 'a column is used and ignored',
    values: '  - { indicator: wait-days, from: [{ column: old, year: 2024, source: S }] }\n',
    says: "the column 'old' is also listed under 'ignored'",
  },
]

const issuesOf = (files: Parameters<typeof parseMenuFiles>[0]): readonly Issue[] => {
  const parsed = parseMenuFiles(files)
  return parsed.success ? parsed.warnings : parsed.issues
}

describe('every check passes on the starter set and on the built-in menus', () => {
  test('the starter set has no error and no warning', () => {
    expect(issuesOf(starterFiles())).toEqual([])
  })

  test('every check has a failing fixture, a name of its own and a description', () => {
    const failed = new Set([...failing.map(({ check }) => check), 'mapping-targets'])
    expect(checks.map(({ name }) => name).filter((name) => !failed.has(name))).toEqual([])
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
    for (const { description } of checks) expect(description).toMatch(/^[A-Z].+\.$|^.+\.\)$|^low/)
  })
})

describe('every check finds what it is for, at its place', () => {
  test.each(failing)('$check: $when', ({ check, edits, at, in: file = edits[0]!.file, says, severity = 'error' }) => {
    const files = editedStarter(...edits)
    const found = issuesOf(files).filter((issue) => issue.check === check)
    const described = found.map((issue) => ({
      severity: issue.severity,
      file: issue.place?.file,
      line: lineOf(files, issue.place!.file, issue.place!.line!),
      what: describeIssue(issue).what,
    }))
    expect(described).toContainEqual({
      severity,
      file,
      line: expect.stringContaining(at) as string,
      what: expect.stringContaining(says) as string,
    })
  })

  test.each(failingMappings)('mapping-targets: $when', ({ values, says }) => {
    const found = issuesOf(withMapping(values)).filter((issue) => issue.check === 'mapping-targets')
    expect(found.map((issue) => [issue.place?.file, issue.place?.line, describeIssue(issue).what])).toContainEqual([
      'mappings/table.yaml',
      6,
      says,
    ])
  })

  test('a sound mapping passes', () => {
    expect(issuesOf(withMapping(`  - { indicator: wait-days, from: ${from} }\n`))).toEqual([])
  })
})

describe('all problems come in one run', () => {
  test('a problem of the shape in one file does not hide those of another, nor of the rest of its own', () => {
    const files = editedStarter(
      edit('rules.yaml', 'by: 0.1,', 'by: 0.7,'),
      edit('rules.yaml', '- facts: { wait-days: 7 }', '- facts: { wait-days: 8 }'),
      edit('naloxone.yaml', 'venue: pharmacy', 'venue: pharmcy'),
    )
    const found = issuesOf(files).map(({ place, check }) => [place?.file, place?.line, check])
    expect(found).toContainEqual(['rules.yaml', 14, undefined])
    expect(found).toContainEqual(['rules.yaml', 43, 'rule-examples'])
    expect(found).toContainEqual(['naloxone.yaml', 66, 'ids-exist'])
  })

  test('what names an entry with a problem of its own is not reported as well', () => {
    const files = editedStarter(edit('facts.yaml', 'label: jail in the community', 'lable: jail in the community'))
    expect(issuesOf(files).map(({ code, place }) => [code, place?.file, place?.line])).toEqual([
      ['missing-key', 'facts.yaml', 6],
      ['unknown-key', 'facts.yaml', 8],
    ])
  })

  test('a menu is reported in its own file, whatever the order of codes and file names', () => {
    const files = editedStarter(
      edit('naloxone.yaml', 'code: 1\nname: Naloxone', 'code: 9\nname: Naloxone'),
      edit('naloxone.yaml', 'venue: pharmacy', 'venue: pharmcy'),
    )
    expect(issuesOf(files).map(({ place }) => place?.file)).toEqual(['naloxone.yaml'])
  })
})
