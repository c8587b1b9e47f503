import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exit } from '../src/cli/io.js'
import { orcca } from './cli/terminal.js'
import { builtPackage, root } from './fixtures/built.js'
import { counties, whyNoCounties } from './fixtures/counties.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file into the test's folder and returns its path. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Runs the built command as a process. */
const command = (args: readonly string[], input?: string | Uint8Array) =>
  spawnSync(process.execPath, [join(builtPackage(), 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    timeout: 60_000,
    maxBuffer: 1e9,
  })

const examples = ['boyle-county-ky', 'hooker-county-ne', 'philadelphia-pa', 'riverbend-coalition'].map((name) =>
  join(root, 'examples', `${name}.yaml`),
)

describe('What is right', () => {
  test.each(examples)('recommend %s: a complete plan, exit 0, nothing on stderr', async (example) => {
    const { code, out, err } = await orcca(['recommend', example])
    expect(err).toBe('')
    expect(code).toBe(exit.fine)
    expect(out).toContain('THE PLAN: 5 strategies, all')
  })

  test('--format json prints the result as recommend() returns it', async () => {
    const { code, out } = await orcca(['recommend', examples[0]!, '--format', 'json'])
    const result = JSON.parse(out)
    expect(code).toBe(exit.fine)
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining(['schemaVersion', 'menus', 'community', 'gaps', 'dataGaps', 'ranking', 'excluded', 'plan', 'notes']),
    )
  })

  test('several inputs: one JSON line each, in their order', async () => {
    const { outs } = await orcca(['recommend', ...examples, '--format', 'json'])
    expect(outs).toHaveLength(examples.length)
    for (const line of outs) expect(line).not.toContain('\n')
    expect(outs.map((line) => JSON.parse(line).community.name)).toEqual([
      expect.stringContaining('Boyle'),
      expect.stringContaining('Hooker'),
      expect.stringContaining('Philadelphia'),
      expect.stringContaining('Riverbend'),
    ])
  })

  test('size, pins and vetoes, before or after the file, as often as wanted', async () => {
    const pins = ['linkage-programs', 'disposal-programs'].flatMap((id) => ['--include', id])
    const flags = [...pins, '--exclude', 'moud-telemedicine', '--size', '7', '--format', 'json']
    for (const args of [
      ['recommend', ...flags, examples[0]!],
      ['recommend', examples[0]!, ...flags],
    ]) {
      const { code, out } = await orcca(args)
      const strategies = JSON.parse(out).plan.selections.map(({ id }: { id: string }) => id.split('@')[0])
      expect(code).toBe(exit.fine)
      expect(strategies).toHaveLength(7)
      expect(strategies).toEqual(expect.arrayContaining(['linkage-programs', 'disposal-programs']))
      expect(strategies).not.toContain('moud-telemedicine')
    }
  })

  test('explain says why an option is in the plan, or why not', async () => {
    const result = JSON.parse((await orcca(['recommend', examples[0]!, '--format', 'json'])).out)
    const planned = result.plan.selections[0].id
    const left = result.ranking.findLast(
      (option: { strategy: string }) => !result.plan.selections.some((each: { id: string }) => each.id.startsWith(`${option.strategy}@`)),
    )
    expect((await orcca(['explain', examples[0]!, planned])).out).toContain('Where it is, and why')
    expect((await orcca(['explain', examples[0]!, left.strategy])).out).toContain('Why not')
  })

  test('check takes the plan that recommend made, and exits with 1 on one that misses a requirement', async () => {
    const result = JSON.parse((await orcca(['recommend', examples[0]!, '--format', 'json'])).out)
    const good = await orcca(['check', examples[0]!, file('plan.json', JSON.stringify(result))])
    expect(good.code).toBe(exit.fine)
    expect(good.out).toContain('Every requirement is met')
    const poor = await orcca(['check', examples[0]!, file('poor.yaml', `- ${result.plan.selections[0].id}\n`)])
    expect(poor.code).toBe(exit.problems)
    expect(poor.out).toContain('NOT COMPLETE')
  })

  test('menus lists every id; init prints a profile that can be read', async () => {
    expect((await orcca(['menus'])).out).toContain('linkage-programs')
    expect((await orcca(['menus', 'linkage-programs'])).out).toContain('Default feasibility')
    const { out } = await orcca(['init'])
    expect((await orcca(['recommend', file('template.yaml', out)])).code).toBe(exit.fine)
  })

  test.each([['--help'], ['help'], ['recommend', '--help'], ['help', 'explain'], ['--version']])(
    'orcca %s %s: exit 0, on stdout',
    async (...args) => {
      const { code, out, err } = await orcca(args.filter((arg) => arg !== undefined))
      expect(code).toBe(exit.fine)
      expect(err).toBe('')
      expect(out).not.toBe('')
    },
  )
})

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('Bad input: exit 1, a clear message with its place on stderr, nothing on stdout, no stack trace', () => {
  test.each<{ what: string; name: string; content: string | Uint8Array; says: string[] }>([
    {
      what: 'wrong types',
      name: 'types.yaml',
      content: 'name: 5\npopulation: many\nindicators: []\nlandscape: { a: 1 }\n',
      says: ['types.yaml:1:7', 'types.yaml:2:13', 'types.yaml:3:13', 'types.yaml:4:12', '4 problems'],
    },
    {
      what: 'unknown ids and keys',
      name: 'ids.yaml',
      content: 'name: X\ncontext: { jail-presnt: true }\nlandscape:\n  - { strategy: linkage-program, stage: partial }\n',
      says: ['ids.yaml:2:12', "Did you mean 'jail-present'?", 'ids.yaml:4:17', "Did you mean 'linkage-programs'?"],
    },
    {
      what: 'out of range',
      name: 'range.yaml',
      content: 'name: X\ngaps: { naloxone-supply: 1.5 }\n',
      says: ['range.yaml:2:26', '1.5 is out of range', 'from 0 to 1'],
    },
    {
      what: 'numbers that are not finite',
      name: 'nan.yaml',
      content: 'name: X\nindicators: { uninsured-19-64-pct: .nan, otp-within-30-min-pct-tracts: .inf }\n',
      says: ['nan.yaml:2:36', 'nan.yaml:2:72', 'not finite'],
    },
    { what: 'a duplicate key', name: 'twice.yaml', content: 'name: X\nname: Y\n', says: ['twice.yaml:2:1', 'twice'] },
    { what: 'a duplicate key in JSON', name: 'twice.json', content: '{ "name": "X",\n  "name": "Y" }', says: ['twice.json:2:3', 'twice'] },
    {
      what: '__proto__',
      name: 'proto.json',
      content: '{ "name": "X", "__proto__": { "state": "KY" } }',
      says: ['proto.json:1:16', '__proto__'],
    },
    {
      what: '__proto__ in a group',
      name: 'proto.yaml',
      content: 'name: X\ncontext:\n  __proto__: { jail-present: true }\n',
      says: ['proto.yaml:3:3', '__proto__'],
    },
    { what: 'an alias', name: 'alias.yaml', content: 'name: &a X\nstate: *a\n', says: ['alias.yaml:2:8', 'alias'] },
    {
      what: 'aliases of aliases',
      name: 'laughs.yaml',
      content: 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n',
      says: ['laughs.yaml:2:8', 'alias'],
    },
    {
      what: '10,000 levels in YAML',
      name: 'deep.yaml',
      content: `name: X\ncontext: ${nested(10_000)}`,
      says: ['deep.yaml:2:', 'nested too deeply'],
    },
    { what: '10,000 levels in JSON', name: 'deep.json', content: nested(10_000), says: ['deep.json', 'nested too deeply'] },
    { what: 'a file of 50 MB', name: 'large.yaml', content: new Uint8Array(50_000_000).fill(35), says: ['large.yaml', '50000000 bytes'] },
    {
      what: '100,000 unknown keys',
      name: 'keys.yaml',
      content: `name: X\ncontext:\n${Array.from({ length: 100_000 }, (_, index) => `  k${index}: 1\n`).join('')}`,
      says: ['keys.yaml:3:3', '100,000 problems. The first 100 are shown.'],
    },
    {
      what: 'a binary file',
      name: 'binary.yaml',
      content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      says: ['binary.yaml', 'Not a text file'],
    },
    {
      what: 'bytes that are no UTF-8',
      name: 'latin.yaml',
      content: new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xe9]),
      says: ['latin.yaml', 'Not a UTF-8 text file'],
    },
    {
      what: 'an empty file',
      name: 'empty.yaml',
      content: '',
      says: ['empty.yaml:1:1', 'expected a group of keys, found nothing'],
    },
    { what: 'a list', name: 'list.yaml', content: '- name: X\n', says: ['list.yaml:1:1', 'found a list'] },
    { what: 'a tag', name: 'tag.yaml', content: 'name: !!js/function "x"\n', says: ['tag.yaml:1:7', 'tag'] },
    { what: 'a tab', name: 'tab.yaml', content: 'name: X\ncontext:\n\tjail-present: true\n', says: ['tab.yaml:3:1', 'tab'] },
    { what: 'two documents', name: 'two.yaml', content: 'name: X\n---\nname: Y\n', says: ['two.yaml:2:1', 'second document'] },
    { what: 'half a JSON', name: 'half.json', content: '{ "name": "X", ', says: ['half.json:1:16'] },
    {
      what: 'a day that does not exist',
      name: 'day.yaml',
      content: 'name: X\nasOf: 2025-02-30\n',
      says: ['day.yaml:2:7', 'a day that exists'],
    },
    { what: 'a table with an uneven row', name: 'uneven.csv', content: 'a,b\n1\n', says: ['uneven.csv:2', 'Invalid Record Length'] },
    { what: 'control characters', name: 'bell.yaml', content: 'name: X\n"\\e[31mred\\a": 1\n', says: ['bell.yaml:2:1', 'red'] },
  ])('$what', async ({ name, content, says }) => {
    const { code, out, err } = await orcca(['recommend', file(name, content), '--format', 'json'])
    expect(code).toBe(exit.problems)
    expect(out).toBe('')
    for (const text of says) expect(err).toContain(text)
    expect(err).toContain('fix: ')
    expect(err).toContain('No result was made.')
    expect(err).not.toMatch(/^ +at /m)
    expect(err.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  test.each([
    { what: 'a directory', path: () => folder, says: 'It is a directory' },
    { what: 'a missing file', path: () => join(folder, 'nowhere.yaml'), says: 'No such file' },
    { what: 'a device that never ends', path: () => '/dev/zero', says: 'more than the 20000000 bytes allowed' },
  ])('$what', async ({ path, says }) => {
    const { code, out, err } = await orcca(['recommend', path()])
    expect({ code, out }).toEqual({ code: exit.problems, out: '' })
    expect(err).toContain(path())
    expect(err).toContain(says)
  })

  test('one bad file among good ones: no result at all, and the problems of every bad one', async () => {
    const bad = [file('one.yaml', 'nam: X\n'), file('two.yaml', 'name: 3\n')]
    const { code, out, err } = await orcca(['recommend', examples[0]!, ...bad])
    expect({ code, out }).toEqual({ code: exit.problems, out: '' })
    for (const path of bad) expect(err).toContain(path)
  })

  test.each([
    { what: 'no list', plan: 'selections: 5\n', says: 'a list of selections' },
    {
      what: 'an unknown strategy',
      plan: '- linkage-program@healthcare@emergency-departments\n',
      says: "bad-plan.yaml:1:3: error: Unknown strategy 'linkage-program'",
    },
    { what: 'numbers', plan: 'selections:\n  - 5\n', says: 'bad-plan.yaml:2:5' },
    { what: 'nothing', plan: '', says: 'a list of selections' },
  ])('check with a plan of $what', async ({ plan, says }) => {
    const { code, out, err } = await orcca(['check', examples[0]!, file('bad-plan.yaml', plan)])
    expect({ code, out }).toEqual({ code: exit.problems, out: '' })
    expect(err).toContain(says)
  })

  test('a warning goes to stderr and does not stop the result', async () => {
    const content = 'name: X\nlandscape:\n  - { strategy: moud-telemedicine, venue: first-responder-stations, stage: at-scale }\n'
    const { code, out, err } = await orcca(['recommend', file('unlisted.yaml', content)])
    expect(code).toBe(exit.fine)
    expect(err).toMatch(/unlisted\.yaml:3:5: warning: /)
    expect(out).toContain('THE PLAN')
  })
})

describe('What is printed', () => {
  /** The lines of a text; a link stays in one piece, however long. */
  const lines = (text: string): string[] => text.split('\n').filter((line) => !/^ *https:\/\/\S+$/.test(line))

  test('colour only where it is asked for, and the same text without it', async () => {
    const plain = await orcca(['recommend', examples[0]!])
    const coloured = await orcca(['recommend', examples[0]!], { colour: true })
    expect(plain.out).not.toContain('\u001b')
    expect(coloured.out).toContain('\u001b[1m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is a control sequence.
    expect(coloured.out.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.out)
  })

  test('a name cannot drive the terminal', async () => {
    const driving = file('driving.yaml', 'name: "X\\e[2J\\a\\u009b31m"\n')
    const { out } = await orcca(['recommend', driving])
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    const coloured = await orcca(['recommend', driving], { colour: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are control sequences.
    expect(coloured.out.replaceAll(/\n|\u001b\[\d+m/g, '')).not.toMatch(/\p{Cc}/u)
  })

  test.each([
    { columns: 100, most: 100 },
    { columns: 60, most: 60 },
    { columns: 300, most: 100 },
  ])('in $columns columns no line is wider than $most', async ({ columns, most }) => {
    const wide = file('wide.yaml', `name: ${'漢字'.repeat(100)} ${'x'.repeat(300)}\n`)
    const commands = [
      ...[...examples, wide].map((path) => ['recommend', path]),
      ...['linkage-programs', 'moud-telemedicine'].map((strategy) => ['explain', examples[3]!, strategy]),
      ['menus'],
      ['menus', 'linkage-programs'],
    ]
    for (const args of commands) {
      const { out } = await orcca(args, { columns })
      // A link stays in one piece, however long.
      for (const line of lines(out).filter((each) => !/^ *https:\S+$/.test(each))) expect(stringWidth(line), line).toBeLessThanOrEqual(most)
    }
  })

  test.skipIf(counties === null)(`on every tenth county no line is wider than 100 columns${whyNoCounties}`, async () => {
    const { header, rows } = counties!
    const table = file('counties.csv', [header, ...rows.filter((_, index) => index % 10 === 0)].join('\n'))
    const { code, out } = await orcca(['recommend', table, '--mapping', 'county-profiles'])
    expect(code).toBe(exit.fine)
    expect(out.match(/THE PLAN/g)!.length).toBeGreaterThan(300)
    for (const line of lines(out)) expect(stringWidth(line), line).toBeLessThanOrEqual(100)
  })

  test.skipIf(counties === null)(`a row of a table is chosen by a column${whyNoCounties}`, async () => {
    const { path } = counties!
    const { code, out } = await orcca(['recommend', path, '--row', 'fips=21021', '--mapping', 'county-profiles', '--format', 'json'])
    expect(code).toBe(exit.fine)
    expect(JSON.parse(out).community.name).toContain('Boyle')
    const none = await orcca(['recommend', path, '--row', 'fips=1001', '--mapping', 'county-profiles'])
    expect(none).toMatchObject({ code: exit.usage, out: '' })
    expect(none.err).toContain("Did you mean '01001'?")
  })
})

describe('The built command, as a process', () => {
  test('reads standard input, and prints data on stdout only', () => {
    const { status, stdout, stderr } = command(['recommend', '-', '--format', 'json'], readFileSync(examples[0]!))
    expect({ status, stderr }).toEqual({ status: exit.fine, stderr: '' })
    expect(JSON.parse(stdout).plan.complete).toBe(true)
  })

  test('says where standard input is wrong', () => {
    const { status, stdout, stderr } = command(['recommend', '-'], 'nam: X\n')
    expect({ status, stdout }).toEqual({ status: exit.problems, stdout: '' })
    expect(stderr).toContain('standard input:1:1')
  })

  test('has no colour where its output is no terminal', () => {
    expect(command(['recommend', examples[0]!]).stdout).not.toContain('\u001b')
  })

  test('ends quietly when its reader stops early', () => {
    const script = `set -o pipefail; "$0" "$1" recommend ${Array(20).fill(`'${examples[0]}'`).join(' ')} --format json | head -c 100 > /dev/null`
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, join(builtPackage(), 'cli.js')], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('refuses standard input that never ends', () => {
    const script = '"$0" "$1" recommend - < <(yes)'
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, join(builtPackage(), 'cli.js')], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: exit.problems, stdout: '' })
    expect(stderr).toContain('more than the 20000000 bytes allowed')
  })

  test.each([
    { args: ['recommend', 'nowhere.yaml'], status: exit.problems },
    { args: ['recommend'], status: exit.usage },
    { args: ['--help'], status: exit.fine },
  ])('exits with $status on $args', ({ args, status }) => {
    expect(command(args).status).toBe(status)
  })

  test('writes all of a long output before it ends', () => {
    const { stdout } = command(['recommend', ...examples, ...examples, '--format', 'json'])
    expect(stdout.trim().split('\n')).toHaveLength(8)
    for (const line of stdout.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  })
})
