import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exit } from '../../src/cli/io.js'
import { builtInGuide } from '../../src/guide.js'
import { builtInMenus } from '../../src/menus/built-in.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { reportHtml } from '../../src/report/report/document.js'
import { resultOf } from '../report/communities.js'
import { orcca } from './terminal.js'

const menus = builtInMenus()
const guide = builtInGuide()
const profile = 'tests/fixtures/communities/rural.yaml'
const result = resultOf('rural')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('orcca report', () => {
  test('prints HTML, or Markdown if asked', async () => {
    const html = await orcca(['report', profile])
    expect(html.code).toBe(exit.fine)
    expect(html.out).toBe(reportHtml(result, { menus, guide }))
    expect((await orcca(['report', profile, '--format', 'markdown'])).out).toMatch(/^# Boyle County, KY\n/)
  })

  test('--out writes the file as a whole, leaves nothing next to it, and says so', async () => {
    const file = join(folder, 'report.html')
    writeFileSync(file, 'older')
    const { code, out, err } = await orcca(['report', profile, '--out', file])
    expect(code).toBe(exit.fine)
    expect(readFileSync(file, 'utf8')).toBe(reportHtml(result, { menus, guide }))
    expect(readdirSync(folder)).toEqual(['report.html'])
    expect(out).toBe('')
    expect(err).toContain(file)
  })

  test('a folder that does not exist is an error with a reason', async () => {
    const { code, err } = await orcca(['report', profile, '--out', join(folder, 'missing', 'report.html')])
    expect(code).toBe(exit.problems)
    expect(err).toContain('Its folder does not exist.')
  })

  test('a name that is a folder is an error, and no draft stays behind', async () => {
    mkdirSync(join(folder, 'report.html'))
    const { code, err } = await orcca(['report', profile, '--out', join(folder, 'report.html')])
    expect(code).toBe(exit.problems)
    expect(err).toMatch(/It is a folder\.|ENOTEMPTY|EEXIST/)
    expect(readdirSync(folder)).toEqual(['report.html'])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written to leaves an older file as it was', async () => {
    const file = join(folder, 'report.html')
    writeFileSync(file, 'older')
    chmodSync(folder, 0o500)
    const { code, err } = await orcca(['report', profile, '--out', file])
    chmodSync(folder, 0o700)
    expect(code).toBe(exit.problems)
    expect(err).toContain('may not be written to')
    expect(readFileSync(file, 'utf8')).toBe('older')
  })
})

describe('orcca action-plan', () => {
  const planFile = (selections: readonly string[]): string => {
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(selections))
    return file
  }

  test.each(['markdown', 'html', 'csv'] as const)('prints %s', async (format) => {
    const { code, out } = await orcca(['action-plan', profile, '--format', format])
    expect(code).toBe(exit.fine)
    expect(out).toBe(actionPlan(result, { format, menus, guide }))
  })

  test("takes the coalition's own plan, combinations that the menus do not list included", async () => {
    const plan = planFile(['linkage-programs@criminal-legal@jails', 'disposal-programs@healthcare@dental-clinics'])
    const { code, out } = await orcca(['action-plan', profile, '--plan', plan])
    expect(code).toBe(exit.fine)
    expect(out).toContain('Linkage Programs')
    expect(out).toContain('dental clinics')
    expect(out).toContain('not scored')
    expect(out).not.toContain('Bridging MOUD')
  })

  test('refuses a plan with ids that do not exist, all of them at once, and writes nothing', async () => {
    const file = join(folder, 'plan.csv')
    const { code, err } = await orcca([
      'action-plan',
      profile,
      '--out',
      file,
      '--plan',
      planFile(['linkage-program@criminal-legal@jail', 'jails']),
    ])
    expect(code).toBe(exit.problems)
    expect(err).toContain("Did you mean 'linkage-programs'?")
    expect(err).toContain("Did you mean 'jails'?")
    expect(err).toContain('strategy@sector@venue')
    expect(existsSync(file)).toBe(false)
  })
})
