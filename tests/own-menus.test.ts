import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineMenus } from '../src/authoring/read-menus.js'
import { exit, type Io } from '../src/cli/io.js'
import { run } from '../src/cli/run.js'
import { readMenuFolder } from '../src/read/files.js'
import { recommend } from '../src/recommend.js'
import { english } from '../src/words/english.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-own-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let out = ''
let err = ''
const io: Io = {
  out: (text) => {
    out += text
  },
  err: (text) => {
    err += text
  },
  colour: false,
  columns: 100,
  language: english,
}
beforeEach(() => {
  out = ''
  err = ''
})

describe("a menu set of one's own", () => {
  test('is written whole, valid, and says what to do next', async () => {
    const own = join(folder, 'county', 'menus')
    mkdirSync(dirname(own))
    expect(await run(['init', 'menus', own], io)).toBe(exit.fine)
    expect(out).toContain(`orcca validate ${own}`)
    expect(readdirSync(own).sort()).toEqual([...readdirSync('menus/starter'), 'schema'].sort())
    expect(readdirSync(dirname(own))).toEqual(['menus'])
    out = ''
    expect(await run(['validate', own], io)).toBe(exit.fine)
    expect(out).toContain('no problems')
  })

  test('names schemas that are there and list its own ids', async () => {
    const own = join(folder, 'schemas')
    await run(['init', 'menus', own], io)
    for (const name of readdirSync(own).filter((file) => file.endsWith('.yaml'))) {
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(own, name), 'utf8'))!
      expect(existsSync(join(own, schema!))).toBe(true)
    }
    writeFileSync(
      join(own, 'settings.yaml'),
      readFileSync(join(own, 'settings.yaml'), 'utf8').replace(
        'medications:',
        '  - { id: library, code: 5, name: Libraries, short: libraries, sector: community }\n\nmedications:',
      ),
    )
    expect(await run(['schema', own], io)).toBe(exit.fine)
    expect(readFileSync(join(own, 'schema', 'menu.json'), 'utf8')).toContain('"library"')
  })

  test('is explained where a newcomer looks: every file begins with what it is for', async () => {
    for (const name of readdirSync('menus/starter').filter((file) => file.endsWith('.yaml') && file !== 'treatment.yaml')) {
      expect(readFileSync(join('menus/starter', name), 'utf8').split('\n')[1], name).toMatch(/^# \S+/)
    }
  })

  test('gives a complete plan for a community of which nothing is known', async () => {
    const menus = defineMenus(readMenuFolder('menus/starter').files)
    const { plan } = recommend({ name: 'Anywhere' }, { menus })
    expect(plan.complete).toBe(true)
    expect(plan.size).toBe(3)
  })

  test('never touches a folder that holds something', async () => {
    const own = join(folder, 'taken')
    mkdirSync(own)
    writeFileSync(join(own, 'note.txt'), 'mine')
    expect(await run(['init', 'menus', own], io)).toBe(exit.problems)
    expect(readdirSync(own)).toEqual(['note.txt'])
    expect(err).toContain('It exists and is not an empty folder')
  })

  test('never touches a file, and leaves nothing behind where it cannot write', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, 'mine')
    expect(await run(['init', 'menus', file], io)).toBe(exit.problems)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(await run(['init', 'menus', join(file, 'menus')], io)).toBe(exit.problems)
    expect(err).toContain('A part of its path is not a folder.')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('takes an empty folder', async () => {
    const own = join(folder, 'empty')
    mkdirSync(own)
    expect(await run(['init', 'menus', own], io)).toBe(exit.fine)
    expect(existsSync(join(own, 'rules.yaml'))).toBe(true)
  })
})

describe('trying edited menus on the example communities', () => {
  const copyOfBuiltIn = (name: string, edits: readonly (readonly [file: string, from: string, to: string])[] = []): string => {
    const copy = join(folder, name)
    cpSync('menus', copy, { recursive: true, filter: (source) => !/guide|schema|starter/.test(source) })
    for (const [file, from, to] of edits) {
      const text = readFileSync(join(copy, file), 'utf8')
      expect(text).toContain(from)
      writeFileSync(join(copy, file), text.replace(from, to))
    }
    return copy
  }

  test('says that nothing changes when nothing was edited', async () => {
    expect(await run(['try', copyOfBuiltIn('same')], io)).toBe(exit.fine)
    expect(out.match(/^Nothing changes\.$/gm)).toHaveLength(readdirSync('examples').length)
  })

  test('shows side by side what a number does', async () => {
    // The effect of the first strategy of the menu falls from 0.65 to 0.10.
    const copy = copyOfBuiltIn('weaker', [
      ['oend.yaml', 'low: 0.50\n      best: 0.65\n      high: 0.80', 'low: 0.05\n      best: 0.10\n      high: 0.15'],
    ])
    expect(await run(['try', copy], io)).toBe(exit.fine)
    expect(out).toMatch(/^ {2}Plan: rank and priority; \(outside the plan\) +built-in +these menus$/m)
    const changed = out.split('\n').filter((line) => line.includes('active-oend-at-risk@'))
    expect(changed.length).toBeGreaterThan(0)
    for (const line of changed) {
      const [before, after] = [...line.matchAll(/\(?\d+\. (\d+\.\d\d)\)?/g)].map((match) => Number(match[1]))
      expect(after).toBeLessThan(before!)
    }
    expect(out).toMatch(/^\d+ options have another rank\.$/m)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('marks what enters and leaves the plan', async () => {
    // Naloxone for people at risk becomes all but useless: the plan must take the other strategy of Active OEND.
    const copy = copyOfBuiltIn('other', [
      ['oend.yaml', 'low: 0.50\n      best: 0.65\n      high: 0.80', 'low: 0.01\n      best: 0.01\n      high: 0.01'],
    ])
    const profile = join(folder, 'only.yaml')
    writeFileSync(profile, 'name: Only\n')
    expect(await run(['try', copy, profile], io)).toBe(exit.fine)
    expect(out).toContain('Only\n────')
    expect(out).toMatch(/^- active-oend-at-risk@\S+ +\d+\. \d+\.\d\d +\(\d+\. \d+\.\d\d\)$/m)
    expect(out).toMatch(/^\+ active-oend-high-risk-venues@\S+ +\(\d+\. \d+\.\d\d\) +\d+\. \d+\.\d\d$/m)
  })

  test('says so when a profile does not fit the menus, and when none does', async () => {
    expect(await run(['try', 'menus/starter'], io)).toBe(exit.problems)
    expect(out).toMatch(/Not tried: it does not fit these menus \(\d+ problems\)\./)
    expect(err).toContain('No profile fits both sets of menus')
  })

  test('tries nothing with menus that have problems', async () => {
    const copy = copyOfBuiltIn('broken', [['oend.yaml', 'best: 0.65', 'best: 6.5']])
    expect(await run(['try', copy], io)).toBe(exit.problems)
    expect(out).toBe('')
    expect(err).toContain('6.5 is out of range')
  })
})

test('every example that the package carries fits the built-in menus', async () => {
  expect(await run(['try', 'menus'], io)).toBe(exit.fine)
  expect(out).not.toContain('Not tried')
})
