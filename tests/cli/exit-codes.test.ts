import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exit } from '../../src/cli/io.js'
import { root } from '../fixtures/built.js'
import { counties } from '../fixtures/counties.js'
import { orcca } from './terminal.js'

const example = join(root, 'examples', 'boyle-county-ky.yaml')
const planned = 'linkage-programs@healthcare@emergency-department'
let folder: string
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-exit-'))
  writeFileSync(at('binary'), new Uint8Array([0, 1, 2]))
  writeFileSync(at('binary.yaml'), new Uint8Array([0, 1, 2]))
  writeFileSync(at('wrong.yaml'), 'nam: X\n')
  writeFileSync(at('plan.yaml'), `- ${planned}\n`)
  writeFileSync(at('misspelt.yaml'), '- linkage-program@healthcare@emergency-department\n')
  if (counties) {
    writeFileSync(at('header.csv'), `${counties.header}\n`)
    writeFileSync(at('counties.csv'), [counties.header, ...counties.rows.slice(0, 2)].join('\n'))
  }
  mkdirSync(at('empty'))
  for (const set of ['broken', 'binary-mapping', 'schema-is-a-file']) cpSync(join(root, 'menus', 'starter'), at(set), { recursive: true })
  writeFileSync(at('broken/gates.yaml'), 'gates: 5\n')
  mkdirSync(at('binary-mapping/mappings'))
  writeFileSync(at('binary-mapping/mappings/table.yaml'), new Uint8Array([0, 1, 2]))
  writeFileSync(at('schema-is-a-file/schema'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Call = readonly string[]
/** The commands that read a profile, with everything else in order. */
const withProfile = (file: string, ...flags: string[]): Call[] => [
  ['recommend', file, ...flags],
  ['explain', file, 'linkage-programs', ...flags],
  ['check', file, at('plan.yaml'), ...flags],
  ['report', file, ...flags],
  ['action-plan', file, ...flags],
]
const withMenus = (dir: string): Call[] => [
  ...withProfile(example, '--menus', dir),
  ['menus', '--menus', dir],
  ['init', '--menus', dir],
  ['validate', example, '--menus', dir],
]
const ofSet = (dir: string): Call[] => [
  ['validate', dir],
  ['try', dir],
  ['schema', dir],
]
const plans = (...flags: string[]): Call[] => [
  ['recommend', example, ...flags],
  ['explain', example, 'linkage-programs', ...flags],
  ['report', example, ...flags],
  ['action-plan', example, ...flags],
]
const all = ['recommend', 'explain', 'check', 'menus', 'init', 'guide', 'report', 'action-plan', 'validate', 'try', 'schema']

/** Every fault, what it is called on `err` (null: on `out`), its exit code and every command in which it can occur. */
const faults: { fault: string; code: number; calls: () => readonly Call[]; says: RegExp | null; needs?: unknown }[] = [
  {
    fault: 'a profile that is not there',
    code: exit.problems,
    calls: () => [...withProfile(at('nowhere')), ['validate', at('nowhere')], ['try', 'menus', at('nowhere')]],
    says: /No such file/,
  },
  {
    fault: 'a profile that is no text',
    code: exit.problems,
    calls: () => [...withProfile(at('binary')), ['validate', at('binary')], ['try', 'menus', at('binary')]],
    says: /NUL bytes/,
  },
  {
    fault: 'a profile with problems',
    code: exit.problems,
    calls: () => [...withProfile(at('wrong.yaml')), ['validate', at('wrong.yaml')]],
    says: /Unknown key 'nam'/,
  },
  {
    fault: 'a plan that is not there',
    code: exit.problems,
    calls: () => [
      ['check', example, at('nowhere')],
      ['action-plan', example, '--plan', at('nowhere')],
    ],
    says: /No such file/,
  },
  {
    fault: 'an unknown strategy in a plan file',
    code: exit.problems,
    calls: () => [
      ['check', example, at('misspelt.yaml')],
      ['action-plan', example, '--plan', at('misspelt.yaml')],
    ],
    says: /misspelt\.yaml:1:3.*Did you mean 'linkage-programs'\?/,
  },
  { fault: 'a plan that misses a requirement', code: exit.problems, calls: () => [['check', example, at('plan.yaml')]], says: null },
  {
    fault: 'a folder of menus that is not there',
    code: exit.problems,
    calls: () => [...withMenus(at('nowhere')), ...ofSet(at('nowhere'))],
    says: /No such (folder|file)/,
  },
  {
    fault: 'menus with problems',
    code: exit.problems,
    calls: () => [...withMenus(at('broken')), ...ofSet(at('broken'))],
    says: /gates\.yaml:1:8/,
  },
  {
    fault: 'menus with a file that cannot be read',
    code: exit.problems,
    calls: () => [...withMenus(at('binary-mapping')), ...ofSet(at('binary-mapping'))],
    says: /table\.yaml.*NUL bytes/,
  },
  {
    fault: 'a table without rows',
    code: exit.problems,
    calls: () => withProfile(at('header.csv'), '--mapping', 'county-profiles'),
    says: /The table has no rows/,
    needs: counties,
  },
  {
    fault: 'a file that cannot be written',
    code: exit.problems,
    calls: () => [
      ['report', example, '--out', at('nowhere/page.html')],
      ['action-plan', example, '--out', at('nowhere/plan.md')],
      ['init', 'menus', at('binary/menus')],
      ['schema', at('schema-is-a-file')],
    ],
    says: /It cannot be written/,
  },
  {
    fault: 'a folder to be made that holds something',
    code: exit.problems,
    calls: () => [['init', 'menus', folder]],
    says: /not an empty folder/,
  },
  {
    fault: 'an unknown strategy as an argument',
    code: exit.usage,
    calls: () => [
      ['explain', example, 'linkage-program'],
      ['menus', 'linkage-program'],
      ['guide', 'linkage-program'],
      ...plans('--include', 'linkage-program'),
      ...plans('--exclude', 'linkage-program'),
    ],
    says: /Did you mean 'linkage-programs'\?/,
  },
  {
    fault: 'a strategy in and out',
    code: exit.usage,
    calls: () => plans('--include', planned, '--exclude', planned),
    says: /is ruled out/,
  },
  { fault: 'a size out of range', code: exit.usage, calls: () => plans('--size', '99'), says: /from 1 to 30/ },
  { fault: 'a size that is no number', code: exit.usage, calls: () => plans('--size', 'many'), says: /must be a whole number/ },
  {
    fault: 'an unknown mapping',
    code: exit.usage,
    calls: () => withProfile(at('counties.csv'), '--mapping', 'county-profile'),
    says: /Did you mean 'county-profiles'\?/,
    needs: counties,
  },
  {
    fault: 'a row that the table does not have',
    code: exit.usage,
    calls: () => ['fips=1', 'fip=1', 'fips'].flatMap((row) => withProfile(at('counties.csv'), '--row', row)),
    says: /--row column=value/,
    needs: counties,
  },
  {
    fault: 'a table where one community is needed',
    code: exit.usage,
    calls: () => [
      ['report', at('counties.csv')],
      ['action-plan', at('counties.csv')],
    ],
    says: /has 2 communities/,
    needs: counties,
  },
  {
    fault: 'standard input twice',
    code: exit.usage,
    calls: () => [
      ['recommend', '-', '-'],
      ['check', '-', '-'],
      ['action-plan', '-', '--plan', '-'],
      ['try', 'menus', '-', '-'],
    ],
    says: /can be read only once/,
  },
  {
    fault: 'an unknown format',
    code: exit.usage,
    calls: () =>
      [...withProfile(example, '--format', 'xml'), ['validate', example, '--format', 'xml']].filter(([name]) => name !== 'explain'),
    says: /Allowed choices are/,
  },
  {
    fault: 'an unknown option',
    code: exit.usage,
    calls: () => all.map((name) => [name, '--nonsense']),
    says: /unknown option '--nonsense'/,
  },
  {
    fault: 'a missing argument',
    code: exit.usage,
    calls: () => all.filter((name) => !['menus', 'init', 'validate'].includes(name)).map((name) => [name]),
    says: /missing required argument/,
  },
  {
    fault: 'an argument too many',
    code: exit.usage,
    calls: () => [
      ['guide', 'linkage-programs', 'more'],
      ['menus', 'a', 'b'],
    ],
    says: /too many arguments/,
  },
  {
    fault: 'something that init cannot make',
    code: exit.usage,
    calls: () => [
      ['init', 'plan'],
      ['init', 'menus'],
    ],
    says: /Write: orcca init/,
  },
  { fault: 'nothing to validate', code: exit.usage, calls: () => [['validate', at('empty')]], says: /nothing to check/ },
  { fault: 'an unknown command', code: exit.usage, calls: () => [['recomend', example]], says: /Did you mean recommend\?/ },
  { fault: 'no command', code: exit.usage, calls: () => [[]], says: /Usage: orcca/ },
]

test.each(faults.filter(({ needs = true }) => needs !== null))('$fault: exit $code in every command', async ({ code, calls, says }) => {
  for (const args of calls()) {
    const { code: ended, out, err } = await orcca(args)
    expect(ended, args.join(' ')).toBe(code)
    // `validate` answers on `out` what it found; the others hand out nothing when they fail.
    if (says === null) expect(err).toBe('')
    else if (args[0] === 'validate' && code === exit.problems) expect(out).toMatch(says)
    else if (args[0] === 'try' && out !== '') expect(err).toMatch(/No profile fits/)
    else expect({ out, err }, args.join(' ')).toEqual({ out: '', err: expect.stringMatching(says) })
  }
})

test('what is right ends with 0 in every command', async () => {
  const calls = [
    ...withProfile(example).filter(([name]) => name !== 'check'),
    ...ofSet(join(root, 'menus')).slice(0, 2),
    ['menus'],
    ['menus', 'linkage-programs'],
    ['guide', 'linkage-programs'],
    ['init'],
    ...all.map((name) => [name, '--help']),
  ]
  for (const args of calls) {
    const { code, out, err } = await orcca(args)
    expect({ code, err }, args.join(' ')).toEqual({ code: exit.fine, err: '' })
    expect(out).not.toBe('')
  }
})
