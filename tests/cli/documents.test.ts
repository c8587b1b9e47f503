import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actionPlanCommand } from '../../src/cli/action-plan.js'
import { exit } from '../../src/cli/io.js'
import { report } from '../../src/cli/report.js'
import { builtInGuide } from '../../src/guide.js'
import { ProfileError } from '../../src/issues/issue.js'
import { builtInMenus } from '../../src/menus/built-in.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { reportHtml } from '../../src/report/report/document.js'
import { resultOf } from '../report/communities.js'
import { terminal } from './terminal.js'

const menus = builtInMenus()
const guide = builtInGuide()
const result = resultOf('rural')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('orcca report', () => {
  test('prints HTML, or Markdown if asked', () => {
    const html = terminal()
    expect(report(result, { menus }, html.io)).toBe(exit.fine)
    expect(html.out()).toBe(reportHtml(result, { menus, guide }))
    const markdown = terminal()
    report(result, { menus, format: 'markdown' }, markdown.io)
    expect(markdown.out()).toMatch(/^# Boyle County, KY\n/)
  })

  test('--out writes the file as a whole, leaves nothing beside it, and says so', () => {
    const file = join(folder, 'report.html')
    writeFileSync(file, 'older')
    const { io, out, err } = terminal()
    expect(report(result, { menus, out: file }, io)).toBe(exit.fine)
    expect(readFileSync(file, 'utf8')).toBe(reportHtml(result, { menus, guide }))
    expect(readdirSync(folder)).toEqual(['report.html'])
    expect(out()).toBe('')
    expect(err()).toContain(file)
  })

  test('a folder that does not exist is an error with a reason', () => {
    const { io, err } = terminal()
    expect(report(result, { menus, out: join(folder, 'missing', 'report.html') }, io)).toBe(exit.problems)
    expect(err()).toContain('Its folder does not exist.')
  })

  test('a name that is a folder is an error, and no draft stays behind', () => {
    mkdirSync(join(folder, 'report.html'))
    const { io, err } = terminal()
    expect(report(result, { menus, out: join(folder, 'report.html') }, io)).toBe(exit.problems)
    expect(err()).toMatch(/It is a folder\.|ENOTEMPTY|EEXIST/)
    expect(readdirSync(folder)).toEqual(['report.html'])
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written to leaves an older file as it was', () => {
    const file = join(folder, 'report.html')
    writeFileSync(file, 'older')
    chmodSync(folder, 0o500)
    const { io, err } = terminal()
    expect(report(result, { menus, out: file }, io)).toBe(exit.problems)
    chmodSync(folder, 0o700)
    expect(err()).toContain('may not be written to')
    expect(readFileSync(file, 'utf8')).toBe('older')
  })
})

/** What a refused call says; fails when it is not refused. */
function problemOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof ProfileError) return error.message
    throw error
  }
  throw new Error('It was not refused.')
}

describe('orcca action-plan', () => {
  test.each(['markdown', 'html', 'csv'] as const)('prints %s', (format) => {
    const { io, out } = terminal()
    expect(actionPlanCommand(result, { menus, format }, io)).toBe(exit.fine)
    expect(out()).toBe(actionPlan(result, { format, menus, guide }))
  })

  test("takes the coalition's own plan, combinations that the menus do not list included", () => {
    const { io, out } = terminal()
    expect(
      actionPlanCommand(
        result,
        { menus, plan: ['linkage-programs@criminal-legal@jails', 'disposal-programs@healthcare@dental-clinics'] },
        io,
      ),
    ).toBe(exit.fine)
    expect(out()).toContain('Linkage Programs')
    expect(out()).toContain('dental clinics')
    expect(out()).toContain('not scored')
    expect(out()).not.toContain('Bridging MOUD')
  })

  test('refuses a plan with ids that do not exist, all of them at once, and writes nothing', () => {
    const file = join(folder, 'plan.csv')
    const { io } = terminal()
    const refused = problemOf(() =>
      actionPlanCommand(result, { menus, out: file, plan: ['linkage-program@criminal-legal@jail', 'jails'] }, io),
    )
    expect(refused).toContain("Did you mean 'linkage-programs'?")
    expect(refused).toContain("Did you mean 'jails'?")
    expect(refused).toContain('strategy@sector@venue')
    expect(existsSync(file)).toBe(false)
  })
})
