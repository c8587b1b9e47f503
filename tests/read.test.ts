import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { defineMenus, parseMenuFiles } from '../src/authoring/read-menus.js'
import { describeIssue, formatIssues, type Issue } from '../src/issues/issue.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { Mapping } from '../src/menus/schema/index.js'
import { parseTable, profileFromRow, type Row } from '../src/read/csv.js'
import { readMenuFolder, readTextFile } from '../src/read/files.js'
import { parseProfileText } from '../src/read/profiles.js'
import { readYaml } from '../src/read/yaml.js'
import { refusal } from './fixtures/issues.js'

/** Problems in one line each: `line:column what`. */
const placed = (issues: readonly Issue[]): string[] =>
  issues.map((issue) => `${issue.place?.line ?? ''}:${issue.place?.column ?? ''} ${describeIssue(issue).what}`)
const wrong = (text: string): string[] => placed(readYaml(text, 'f.yaml').issues)

describe('YAML that cannot be used is refused with its place', () => {
  test.each([
    { what: 'a key that stands twice', text: 'a: 1\nb: 2\na: 3\n', problems: ['3:1 This key appears twice here'] },
    { what: 'a key that stands twice in JSON', text: '{"a": 1,\n "a": 2}', problems: ['2:2 This key appears twice here'] },
    { what: 'an alias', text: 'a: &x 1\nb: *x\n', problems: ["2:4 The alias '*x' is not allowed: write the value out"] },
    {
      what: 'a merged alias',
      text: 'a: &x { b: 1 }\nc:\n  <<: *x\n',
      problems: ["3:7 The alias '*x' is not allowed: write the value out"],
    },
    { what: 'an alias of nothing', text: 'a: *x\n', problems: ["1:4 The alias '*x' is not allowed: write the value out"] },
    { what: 'a tab in the indentation', text: 'a:\n\tb: 1\n', problems: ['2:1 The indentation contains a tab'] },
    {
      what: 'a second document',
      text: 'a: 1\n---\nb: 2\n',
      problems: ['2:1 A second document begins here (---); a file can contain only one'],
    },
    { what: 'an unknown tag', text: 'a: !secret 1\n', problems: ['1:4 Unknown tag (!)'] },
    { what: 'a tag that would run code elsewhere', text: 'a: !!js/function "x"\n', problems: ['1:4 Unknown tag (!)'] },
    { what: 'NUL bytes', text: 'a: \u0000', problems: [': Not a text file: it contains NUL bytes'] },
  ])('$what', ({ text, problems }) => {
    expect(wrong(text)).toEqual(problems)
  })

  test('aliases that would grow without end are refused, each at its place', () => {
    const laughs = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'd: [*c, *c]'].join('\n')
    expect(wrong(laughs)).toHaveLength(6)
  })

  test.each([
    ['brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['brackets that are never closed', '['.repeat(500_000)],
    ['braces that are never closed', '{'.repeat(200_000)],
    ['JSON', '{"a":'.repeat(10_000) + 1 + '}'.repeat(10_000)],
    ['JSON that is never closed', '{"a":'.repeat(300_000)],
    ['dashes', `${'- '.repeat(10_000)}x`],
    ['question marks', `${'? '.repeat(900_000)}x`],
    ['indentation', Array.from({ length: 1900 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('nesting without end, of %s', (_, text) => {
    const [problem, ...others] = wrong(text)
    expect(problem).toMatch(/^\d+:\d+ The text is nested too deeply here/)
    expect(others).toEqual([])
  })

  test('a text of more than two million characters', () => {
    expect(wrong(`a: ${'x'.repeat(2_000_000)}`)).toEqual([': The text is 2000003 characters long, more than the 2000000 allowed'])
  })
})

describe('YAML that is fine', () => {
  test.each([
    {
      what: 'dates and words stay text, as YAML 1.2 has it',
      text: 'a: 2025-06-30\nb: no\nc: yes\n',
      value: { a: '2025-06-30', b: 'no', c: 'yes' },
    },
    { what: 'a byte order mark and Windows line ends', text: '\uFEFFa: 1\r\nb: 2\r\n', value: { a: 1, b: 2 } },
    {
      what: 'a text that holds brackets and dashes',
      text: 'a: "[[[ - - - ? : {{{"\nb: |\n  - - -\n  [\n',
      value: { a: '[[[ - - - ? : {{{', b: '- - -\n[\n' },
    },
    { what: 'a ruled line in a comment', text: `# ${'- '.repeat(300)}\n`, value: null },
    { what: 'an empty text', text: '', value: null },
  ])('$what', ({ text, value }) => {
    expect(readYaml(text, 'f.yaml')).toMatchObject({ value, issues: [] })
  })

  test('__proto__ is a key like another, and so is refused as an unknown one', () => {
    const { value } = readYaml('__proto__: { polluted: 1 }\n', 'f.yaml')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    const parsed = parseProfileText('name: X\n__proto__: { polluted: 1 }\n', 'f.yaml')
    if (parsed.success) throw new Error('accepted')
    expect(placed(parsed.issues)).toEqual(["2:1 Unknown key '__proto__'."])
  })
})

describe('A profile that is not one', () => {
  test.each([
    { what: 'an empty file', text: '' },
    { what: 'a comment', text: '# nothing yet\n' },
    { what: 'a list', text: '- name: X\n' },
    { what: 'a word', text: 'hello' },
    { what: 'a number', text: '12' },
  ])('$what is refused', ({ text }) => {
    const parsed = parseProfileText(text, 'p.yaml')
    if (parsed.success) throw new Error('accepted')
    expect(formatIssues(parsed.issues)).toMatch(/^p\.yaml.*: error: expected a group of keys, found .*/)
  })

  test('every problem has line and column: an unknown key that of the key, a wrong value that of the value', () => {
    const parsed = parseProfileText(
      'name: X\nindicators:\n  uninsured-19-64-pct: "9.5"\n  uninsured: 3\ncontext: { jail-present: .inf }\n',
      'p.yaml',
    )
    if (parsed.success) throw new Error('accepted')
    expect(placed(parsed.issues).map((line) => line.split(' ')[0])).toEqual(['3:24', '4:3', '5:26'])
  })
})

describe('CSV', () => {
  const table = (text: string): string[] => {
    const parsed = parseTable(text, 't.csv')
    return parsed.success ? parsed.rows.map(({ cells, place }) => `${place.line}: ${[...cells.values()].join('|')}`) : placed(parsed.issues)
  }

  test('a sound table has its rows with their line', () => {
    expect(table('\uFEFFa,b\r\n1, 2 \r\n"x, ""y""",\r\n')).toEqual(['2: 1|2', '3: x, "y"|'])
  })

  test.each([
    { what: 'an empty file', text: '', says: /The table is empty/ },
    { what: 'a quote that is never closed', text: 'a,b\n"1,2\n3,4\n', says: /^\d+:.*Quote Not Closed/i },
    { what: 'a quote in the middle of a cell', text: 'a,b\nx"y,2\n', says: /^2:.*Quote/i },
    { what: 'text after a closing quote', text: 'a,b\n"x"y,2\n', says: /^2:.*Quote/i },
    { what: 'a row that is too short', text: 'a,b\n1,2\n3\n', says: /^3:.*(Length|column)/i },
    { what: 'a row that is too long', text: 'a,b\n1,2\n3,4,5\n', says: /^3:.*(Length|column)/i },
    { what: 'a column that stands twice', text: 'a,a\n1,2\n', says: /^1:.*'a' appears twice in the header/ },
  ])('$what is refused with its line', ({ text, says }) => {
    const [problem, ...others] = table(text)
    expect(problem).toMatch(says)
    expect(others).toEqual([])
  })

  const mapping: Mapping = {
    id: 'test',
    title: 'A test',
    name: ['county'],
    population: 'population',
    ignored: [],
    notes: { column: 'flags', separator: ';', texts: { A: 'Flag A.' } },
    values: [
      { indicator: 'uninsured-19-64-pct', from: [{ column: 'uninsured', year: 2023, source: 'ACS', emptyMeans: 'missing' }] },
      {
        indicator: 'overdose-death-rate',
        from: [{ column: 'deaths', year: 2024, source: 'VSRR', emptyMeans: 'suppressed' }],
        dividedBy: 'population',
        times: 100_000,
        decimals: 1,
      },
      { fact: 'jail-present', from: [{ column: 'jail', year: 2024, source: 'BJS', emptyMeans: 'missing' }] },
    ],
  }
  const rowOf = (cells: Record<string, string>): Row => ({ cells: new Map(Object.entries(cells)), place: { file: 't.csv', line: 7 } })
  const mapped = (cells: Record<string, string>) =>
    profileFromRow(
      rowOf({ county: 'X', population: '', uninsured: '', deaths: '', jail: '', flags: '', ...cells }),
      mapping,
      builtInMenus(),
    )

  test('a row becomes a profile: values with year and source, computed ones rounded, flags as notes', () => {
    expect(mapped({ population: '30708', uninsured: '9.5', deaths: '14', jail: 'yes', flags: 'A; B' })).toEqual({
      issues: [],
      profile: {
        name: 'X',
        population: 30708,
        indicators: {
          'uninsured-19-64-pct': { value: 9.5, year: 2023, source: 'ACS' },
          'overdose-death-rate': { value: 45.6, year: 2024, source: 'VSRR' },
        },
        context: { 'jail-present': { value: true, year: 2024, source: 'BJS' } },
        notes: ['Flag A.', "The table marks this row 'B'; the mapping does not explain it."],
      },
    })
  })

  test('an empty cell is missing, or suppressed where the mapping says so; a zero is a zero', () => {
    expect(mapped({}).profile).toEqual({ name: 'X', indicators: { 'overdose-death-rate': 'suppressed' }, context: {} })
    expect(mapped({ uninsured: '0' }).profile).toMatchObject({ indicators: { 'uninsured-19-64-pct': { value: 0 } } })
  })

  test.each(['1,234', '1 234', '9.5%', '$5', 'n/a', '-', '1e', '0x10', 'Infinity', 'NaN', '١٢', '--1'])(
    '%s is no number, and is refused with its line',
    (cell) => {
      const { profile, issues } = mapped({ uninsured: cell })
      expect(formatIssues(issues)).toContain(`t.csv:7: error: expected a number, found '${cell}'`)
      expect(profile.indicators).not.toHaveProperty('uninsured-19-64-pct')
    },
  )

  test('a division by zero is refused', () => {
    expect(mapped({ deaths: '3', population: '0' }).issues.length).toBeGreaterThan(0)
  })

  test.each(['constructor', '__proto__', 'toString'])('%s in a cell is a text like another', (cell) => {
    const { profile } = mapped({ jail: cell, flags: cell })
    expect(profile.context).toEqual({ 'jail-present': { value: cell, year: 2024, source: 'BJS' } })
    expect(profile.notes).toEqual([`The table marks this row '${cell}'; the mapping does not explain it.`])
  })
})

describe('Files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orcca-read-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const reason = (path: string): string => {
    const read = readTextFile(path)
    return 'issue' in read ? describeIssue(read.issue).what : 'it was read'
  }

  test('a text is read as it is', () => {
    expect(readTextFile(file('text.yaml', 'name: Doña Ana\n'))).toEqual({ text: 'name: Doña Ana\n' })
    expect(readTextFile(file('empty.yaml', ''))).toEqual({ text: '' })
  })

  test.each([
    { what: 'a missing file', path: () => join(folder, 'nowhere.yaml'), says: 'No such file' },
    { what: 'a directory', path: () => folder, says: 'It is a directory' },
    { what: 'no name at all', path: () => '', says: 'No such file' },
    {
      what: 'binary',
      path: () => file('binary', new Uint8Array([80, 75, 3, 4, 0, 0, 255])),
      says: 'Not a text file: it contains NUL bytes',
    },
    { what: 'another encoding', path: () => file('latin1', new Uint8Array([0x44, 0x6f, 0xf1, 0x61])), says: 'Not a UTF-8 text file' },
    { what: 'UTF-16', path: () => file('utf16', Buffer.from('name: X', 'utf16le')), says: 'Not a text file: it contains NUL bytes' },
    {
      what: '50 MB',
      path: () => file('large', new Uint8Array(50_000_000).fill(97)),
      says: 'The file has 50000000 bytes, more than the 20000000 allowed',
    },
  ])('$what is refused', ({ path, says }) => {
    expect(reason(path())).toBe(says)
  })

  test.each([
    ['a file in the place of a folder', () => join(file('plain', 'x'), 'inside')],
    ['a name with a NUL byte', () => 'a\u0000b'],
    ['a name that is far too long', () => 'x'.repeat(10_000)],
  ])('%s is refused without a throw', (_, path) => {
    expect(reason(path())).not.toBe('it was read')
  })

  test('a folder of menus that is not there, or is empty, is refused', () => {
    expect(readMenuFolder(join(folder, 'nowhere')).issues).toHaveLength(1)
    mkdirSync(join(folder, 'empty'))
    const { files } = readMenuFolder(join(folder, 'empty'))
    expect(files).toEqual([])
    const parsed = parseMenuFiles(files)
    if (parsed.success) throw new Error('accepted')
    // Every file of a set is named, and that there is no menu.
    expect(parsed.issues.length).toBeGreaterThan(9)
    expect(refusal(() => defineMenus(files))).toEqual(parsed.issues)
  })
})
