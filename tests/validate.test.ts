import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exit } from '../src/cli/io.js'
import { type Called, orcca } from './cli/terminal.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-validate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A copy of the starter set, with edits. */
function copyOfStarter(name: string, edits: readonly (readonly [file: string, from: string, to: string])[] = []): string {
  const copy = join(folder, name)
  cpSync('menus/starter', copy, { recursive: true })
  for (const [file, from, to] of edits) writeFileSync(join(copy, file), readFileSync(join(copy, file), 'utf8').replace(from, to))
  return copy
}

interface Options {
  readonly format?: 'text' | 'json' | 'github'
  readonly sentences?: boolean
  readonly menus?: string
}

const run = (paths: readonly string[], { format = 'text', sentences, menus }: Options = {}): Promise<Called> =>
  orcca([
    'validate',
    ...paths,
    '--format',
    format,
    ...(sentences ? ['--sentences'] : []),
    ...(menus === undefined ? [] : ['--menus', menus]),
  ])

describe('validate', () => {
  test('finds nothing wrong with the built-in menus, their guide and the examples', async () => {
    const { code, out, err } = await run(['menus', 'examples'])
    expect(out).toMatch(/^menus \(\d+ files, \d+ checks\), menus\/guide \(\d+ files\), 4 profiles: no problems\.$/)
    expect([code, err]).toEqual([exit.fine, ''])
  })

  test('takes the menus of the working folder when nothing is named', async () => {
    expect((await run([])).out).toContain('menus (')
  })

  test('shows file, line, column, check, what, why and how to fix it, and ends with 1', async () => {
    const copy = copyOfStarter('misspelt', [['naloxone.yaml', 'venue: pharmacy', 'venue: pharmcy']])
    const { code, out } = await run([copy])
    expect(code).toBe(exit.problems)
    expect(out).toContain(`${join(copy, 'naloxone.yaml')}:66:16: error: ids-exist: Unknown venue 'pharmcy'. Did you mean 'pharmacy'?`)
    expect(out).toContain(
      '    why: It is not one of the values allowed here.\n    fix: Write one of: hospital, pharmacy, jail, street-outreach.',
    )
    expect(out).toMatch(/: 1 error, 0 warnings\.$/)
  })

  test('keeps warnings apart from errors, and warnings alone are fine', async () => {
    const unused: [string, string, string] = [
      'feasibility.yaml',
      'kinds:\n',
      'kinds:\n  - { id: teaching, label: teaching, reference: a school = 0, venues: [] }\n',
    ]
    const both = await run([copyOfStarter('both', [unused, ['gates.yaml', 'operator: equal', 'operator: equals']])])
    expect(both.code).toBe(exit.problems)
    expect(both.out.indexOf('Warnings')).toBe(-1)
    expect(both.out).toContain("Unknown operator 'equals'. Did you mean 'equal'?")
    const warned = await run([copyOfStarter('warned', [unused])])
    expect(warned.code).toBe(exit.fine)
    expect(warned.out).toMatch(/^Warnings\n\n.*warning: feasibility-used: no strategy is of the kind 'teaching'/)
    expect(warned.out).toMatch(/: 0 errors, 1 warning\.$/)
  })

  test('checks the whole set when one of its files is named, and shows the sentences of its rules', async () => {
    const copy = copyOfStarter('sentences')
    const { out } = await run([join(copy, 'rules.yaml')])
    expect(out).toContain(
      'rules.yaml:28: long-wait\n    When Wait for a first appointment: over 7 days: raise impact by 0.05 for start-in-hospital. Where people wait',
    )
    expect(out).not.toContain('no-jail')
    expect((await run([copy], { sentences: true })).out).toContain(
      'gates.yaml:6: no-jail\n    When jail in the community: no: exclude every option at jail. There is no jail in the community.',
    )
    expect((await run([copy])).out).not.toContain('long-wait')
  })

  test('shows the sentence also while the rule has a problem', async () => {
    const copy = copyOfStarter('broken-example', [['rules.yaml', '- facts: { wait-days: 7 }', '- facts: { wait-days: 8 }']])
    const { out } = await run([join(copy, 'rules.yaml')])
    expect(out).toContain("rule-examples: with these facts 'long-wait' fires, but the example says that it does not fire")
    expect(out).toContain('When Wait for a first appointment: over 7 days')
  })

  test('gives JSON with errors and warnings apart', async () => {
    const { code, out } = await run([copyOfStarter('json', [['naloxone.yaml', 'venue: pharmacy', 'venue: pharmcy']])], { format: 'json' })
    const result = JSON.parse(out) as { ok: boolean; errors: object[]; warnings: object[] }
    expect(code).toBe(exit.problems)
    expect(result).toMatchObject({ schemaVersion: 1, ok: false, warnings: [], sentences: [] })
    expect(result.errors).toEqual([
      {
        check: 'ids-exist',
        file: join(folder, 'json', 'naloxone.yaml'),
        line: 66,
        column: 16,
        path: ['strategies', 0, 'options', 2, 'venue'],
        code: 'unknown-id',
        what: "Unknown venue 'pharmcy'. Did you mean 'pharmacy'?",
        why: 'It is not one of the values allowed here.',
        fix: 'Write one of: hospital, pharmacy, jail, street-outreach.',
      },
    ])
  })

  test('writes workflow commands of GitHub, escaped', async () => {
    const copy = copyOfStarter('100%,a:b', [['naloxone.yaml', 'venue: pharmacy', 'venue: pharmcy']])
    const { out } = await run([copy], { format: 'github' })
    const [first, ...rest] = out.split('\n')
    expect(first).toContain('100%25%2Ca%3Ab')
    expect(first).toMatch(
      /^::error file=[^,]+,line=66,col=16,title=ids-exist::Unknown venue 'pharmcy'\. Did you mean 'pharmacy'\?%0Awhy: .*%0Afix: Write one of: hospital, pharmacy, /,
    )
    expect(rest).toHaveLength(1)
  })

  test('checks profiles against the built-in menus or those of a folder', async () => {
    const profile = join(folder, 'profile.yaml')
    writeFileSync(profile, 'name: Test\nindicators:\n  wait-days: 14\n')
    const builtIn = await run([profile])
    expect(builtIn.code).toBe(exit.problems)
    expect(builtIn.out).toContain("profile.yaml:3:3: error: Unknown key 'wait-days'.")
    expect((await run([profile], { menus: 'menus/starter' })).out).toBe('1 profile: no problems.')
  })

  test('says of a menu file outside of a set where it belongs', async () => {
    const stray = join(folder, 'stray.yaml')
    writeFileSync(stray, 'rules: []\n')
    expect((await run([stray])).out).toContain("stray.yaml:1:1: error: 'rules' belongs to a menu set, and this file stands outside of one")
  })

  test('reports files that cannot be read, and a set without a file, with the rest', async () => {
    const copy = copyOfStarter('without-gaps')
    rmSync(join(copy, 'gaps.yaml'))
    const { code, out } = await run([copy, join(folder, 'nowhere.yaml')])
    expect(code).toBe(exit.problems)
    expect(out).toContain(`${join(copy, 'gaps.yaml')}: error: The file is missing`)
    expect(out).toContain('nowhere.yaml: error: No such file')
  })

  test("takes a coalition's own plan.yaml next to a profile for no menu set", async () => {
    const plans = mkdtempSync(join(folder, 'plans-'))
    writeFileSync(join(plans, 'plan.yaml'), '- linkage-programs@criminal-legal@jails\n')
    const profile = join(plans, 'profile.yaml')
    writeFileSync(profile, 'name: Test\n')
    expect(await run([profile])).toMatchObject({ code: exit.fine, out: '1 profile: no problems.' })
  })

  test('an empty folder is a wrong use, not a success', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    const { code, out, err } = await run([empty])
    expect([code, out]).toEqual([exit.usage, ''])
    expect(err).toContain('There is nothing to check: neither a menu set nor a profile')
  })
})
