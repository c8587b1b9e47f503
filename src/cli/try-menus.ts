import builtInExamples from 'virtual:examples'
import { parseMenuFiles } from '../authoring/read-menus.js'
import { formatIssues, type Issue } from '../issues/issue.js'
import { builtInMenus } from '../menus/built-in.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import { safeParseProfile } from '../profile/parse.js'
import { readMenuFolder, readTextFile } from '../read/files.js'
import { readYaml } from '../read/yaml.js'
import { recommend } from '../recommend.js'
import { type Comparison, compareResults, type Standing } from './compare-results.js'
import { type Exit, exit, type Io } from './io.js'
import { fitTo, oneLine, Page } from './words.js'

export interface TryOptions {
  /** Profiles to try instead of the example communities of the package. */
  readonly examples?: readonly string[]
}

/** So many options outside of the plans are shown. */
const mostMoved = 5

/**
 * Shows, side by side, what the menus of a folder change in the plans and ranks of the example communities against the built-in menus, so
 * that an author sees what a number does.
 */
export function tryMenus(folder: string, { examples }: TryOptions, io: Io): Exit {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  const profiles = readExamples(examples)
  const issues: Issue[] = [...read.issues, ...(parsed.success ? [] : parsed.issues), ...profiles.issues]
  if (!parsed.success || issues.length > 0) {
    io.err(formatIssues(issues))
    io.err('Nothing was tried.')
    return exit.problems
  }
  const menus = compileMenus(parsed.data)
  const page = new Page(io)
  page.text(
    `The menus in '${folder}' (${menus.id} ${menus.version}) against the built-in ones (${builtInMenus().id} ${builtInMenus().version}).`,
  )
  let tried = 0
  for (const [name, profile] of profiles.values) if (tryOne(page, name, profile, menus)) tried += 1
  io.out(page.toString())
  if (tried > 0) return exit.fine
  io.err('No profile fits both sets of menus: give profiles whose ids both have.')
  return exit.problems
}

function readExamples(files: readonly string[] | undefined): { values: readonly (readonly [string, unknown])[]; issues: readonly Issue[] } {
  if (files === undefined) return { values: Object.entries(builtInExamples), issues: [] }
  const issues: Issue[] = []
  const values = files.flatMap((file): [string, unknown][] => {
    const read = readTextFile(file)
    const text = 'issue' in read ? null : readYaml(read.text, file)
    issues.push(...('issue' in read ? [read.issue] : text!.issues))
    return text && text.issues.length === 0 ? [[file, text.value]] : []
  })
  return { values, issues }
}

/** @returns whether the profile could be used with both sets */
function tryOne(page: Page, name: string, profile: unknown, menus: Menus): boolean {
  const here = safeParseProfile(profile, menus)
  const there = safeParseProfile(profile, builtInMenus())
  if (!here.success || !there.success) {
    const [set, found] = here.success ? ['the built-in menus', there] : ['these menus', here]
    page.heading(name)
    page.text(`Not tried: ${found.success ? 0 : found.issues.length} of its entries do not fit ${set} (other ids).`)
    return false
  }
  page.heading(oneLine(here.profile.name))
  present(page, compareResults(recommend(there.profile, { menus: builtInMenus() }), recommend(here.profile, { menus })))
  return true
}

function present(page: Page, { plan, moved, ranksChanged, gaps, total, complete }: Comparison): void {
  const columns = 17
  const row = (mark: string, what: string, before: string, after: string): void => {
    page.line(`${mark} ${fitTo(what, page.width - 3 - 2 * columns)} ${fitTo(before, columns)}${after}`)
  }
  const unchanged =
    moved.length === 0 && gaps.length === 0 && plan.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))
  if (unchanged) {
    page.text('Nothing changes.')
    return
  }
  row(' ', 'Plan: rank and priority; (outside the plan)', 'built-in', 'these menus')
  for (const { id, before, after } of plan) {
    const mark =
      before?.inPlan && !after?.inPlan ? '-' : !before?.inPlan && after?.inPlan ? '+' : before?.priority !== after?.priority ? '~' : ' '
    row(mark, id, standing(before), standing(after))
  }
  const status = (number: number, isComplete: boolean): string => `${number}${isComplete ? '' : ' (not complete)'}`
  row(' ', 'Total', status(total.before, complete.before), status(total.after, complete.after))
  for (const { gap, before, after } of gaps) row('~', `Gap: ${gap}`, String(before ?? 'not there'), String(after ?? 'not there'))
  if (moved.length > 0) {
    const shown = moved.length > mostMoved ? `, the ${mostMoved} that moved most` : ''
    page.text(`Outside of both plans: ${moved.length} options changed${shown}`, 2)
    for (const { id, before, after } of moved.slice(0, mostMoved)) row('~', id, standing(before), standing(after))
  }
  page.text(`${ranksChanged} options have another rank.`)
}

const standing = (found: Standing | null): string => {
  if (!found) return 'not offered'
  const text = `${found.rank}. ${found.priority.toFixed(2)}`
  return found.inPlan ? text : `(${text})`
}
