import builtInExamples from 'virtual:examples'
import type { Issue } from '../../issues/issue.js'
import { builtInMenus } from '../../menus/built-in.js'
import { compileMenus, type Menus } from '../../menus/compile.js'
import { safeParseProfile } from '../../profile/parse.js'
import { readTextFile } from '../../read/files.js'
import { readYaml } from '../../read/yaml.js'
import { recommend } from '../../recommend.js'
import { count } from '../../words/numbers.js'
import { type Comparison, compareResults, type Standing } from '../compare-results.js'
import { problems } from '../fail.js'
import { oncePerInput, readMenuSet } from '../inputs.js'
import { fitTo, oneLine, Page } from '../page.js'
import type { Define } from '../run.js'

export const define: Define = (command, io) =>
  command
    .argument('<dir>', 'the folder of the menu set')
    .argument('[profile...]', 'profiles (YAML or JSON) in place of the example communities')
    .action(async (dir: string, files: string[]) => {
      oncePerInput(files)
      const menus = compileMenus(await readMenuSet(dir))
      const profiles = files.length === 0 ? Object.entries(builtInExamples) : readExamples(files)
      const page = new Page(io)
      page.text(
        `The menus in '${dir}' (${menus.id} ${menus.version}) against the built-in ones (${builtInMenus().id} ${builtInMenus().version}).`,
      )
      const tried = profiles.filter(([name, profile]) => tryOne(page, name, profile, menus))
      io.out(page.toString())
      if (tried.length === 0)
        throw problems([
          {
            code: 'conflict',
            severity: 'error',
            path: [],
            what: 'No profile fits both sets of menus',
            why: 'Two results can be compared only for the same profile.',
            fix: `Name profiles whose ids both have: orcca try ${dir} PROFILE`,
          },
        ])
    })

/** Profiles as data: each set of menus checks them for itself. */
function readExamples(files: readonly string[]): (readonly [string, unknown])[] {
  const issues: Issue[] = []
  const profiles = files.map((file) => {
    const read = readTextFile(file)
    const { value, issues: found } = 'issue' in read ? { value: null, issues: [read.issue] } : readYaml(read.text, file)
    issues.push(...found)
    return [file, value] as const
  })
  if (issues.length > 0) throw problems(issues)
  return profiles
}

/** So many options outside of the plans are shown. */
const mostMoved = 5

/** @returns whether the profile could be used with both sets */
function tryOne(page: Page, name: string, profile: unknown, menus: Menus): boolean {
  const here = safeParseProfile(profile, menus)
  const there = safeParseProfile(profile, builtInMenus())
  if (!here.success || !there.success) {
    const [set, misfit] = here.success ? ['the built-in menus', there] : ['these menus', here]
    page.heading(name)
    page.text(`Not tried: it does not fit ${set} (${count(misfit.success ? 0 : misfit.issues.length, 'problem')}).`)
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
    page.text(`Outside of both plans: ${count(moved.length, 'option')} changed${shown}`, 2)
    for (const { id, before, after } of moved.slice(0, mostMoved)) row('~', id, standing(before), standing(after))
  }
  page.text(`${count(ranksChanged, 'option')} ${ranksChanged === 1 ? 'has' : 'have'} another rank.`)
}

const standing = (found: Standing | null): string => {
  if (!found) return 'not offered'
  const text = `${found.rank}. ${found.priority.toFixed(2)}`
  return found.inPlan ? text : `(${text})`
}
