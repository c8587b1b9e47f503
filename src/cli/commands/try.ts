import builtInExamples from 'virtual:examples'
import type { Issue } from '../../issues/issue.js'
import { builtInMenus } from '../../menus/built-in.js'
import { compileMenus, type Menus } from '../../menus/compile.js'
import { safeParseProfile } from '../../profile/parse.js'
import { readTextFile } from '../../read/files.js'
import { readYaml } from '../../read/yaml.js'
import { recommend } from '../../recommend.js'
import { type Block, paragraph, section, table } from '../../report/blocks.js'
import { count, two } from '../../words/numbers.js'
import type { Define } from '../command.js'
import { type Comparison, compareResults, type Standing } from '../compare-results.js'
import { problems } from '../fail.js'
import { oncePerInput, readMenuSet } from '../inputs.js'
import { writeAs } from '../write-as.js'

export const define: Define = (command, io) =>
  command
    .argument('<dir>', 'the folder of the menu set')
    .argument('[profile...]', 'profiles (YAML or JSON) in place of the example communities')
    .action(async (dir: string, files: string[]) => {
      oncePerInput(files)
      const menus = compileMenus(await readMenuSet(dir))
      const profiles = files.length === 0 ? Object.entries(builtInExamples) : readExamples(files)
      const parts = profiles.map(([name, profile]) => tryOne(name, profile, menus))
      const builtIn = builtInMenus()
      const heading = `The menus in '${dir}' (${menus.id} ${menus.version}) against the built-in ones (${builtIn.id} ${builtIn.version}).`
      io.out(writeAs('text', { language: 'en', title: heading, heading, blocks: parts.map(({ block }) => block) }, io))
      if (!parts.some(({ tried }) => tried))
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

/** What changes for one community, and whether its profile could be used with both sets. */
function tryOne(name: string, profile: unknown, menus: Menus): { readonly block: Block; readonly tried: boolean } {
  const here = safeParseProfile(profile, menus)
  const there = safeParseProfile(profile, builtInMenus())
  if (!here.success || !there.success) {
    const [set, misfit] = here.success ? ['the built-in menus', there] : ['these menus', here]
    const why = `Not tried: it does not fit ${set} (${count(misfit.success ? 0 : misfit.issues.length, 'problem')}).`
    return { block: section(name, name, [paragraph(why)]), tried: false }
  }
  const compared = compareResults(recommend(there.profile, { menus: builtInMenus() }), recommend(here.profile, { menus }))
  return { block: section(name, here.profile.name, changes(compared)), tried: true }
}

function changes({ plan, moved, ranksChanged, gaps, total, complete }: Comparison): Block[] {
  const unchanged =
    moved.length === 0 && gaps.length === 0 && plan.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))
  if (unchanged) return [paragraph('Nothing changes.')]
  const status = (number: number, isComplete: boolean): string => `${two(number)}${isComplete ? '' : ' (not complete)'}`
  const shown = moved.length > mostMoved ? `, the ${mostMoved} that moved most` : ''
  const rows = [
    ['  Plan: rank and priority; (outside the plan)', 'built-in', 'these menus'],
    ...plan.map(({ id, before, after }) => [`${markOf(before, after)} ${id}`, standing(before), standing(after)]),
    ['  Total', status(total.before, complete.before), status(total.after, complete.after)],
    ...gaps.map(({ gap, before, after }) => [`~ Gap: ${gap}`, severity(before), severity(after)]),
    ...(moved.length > 0 ? [[`  Outside of both plans: ${count(moved.length, 'option')} changed${shown}`, '', '']] : []),
    ...moved.slice(0, mostMoved).map(({ id, before, after }) => [`~ ${id}`, standing(before), standing(after)]),
  ]
  const columns = ['', '', ''].map((title) => ({ title }))
  const ranks = `${count(ranksChanged, 'option')} ${ranksChanged === 1 ? 'has' : 'have'} another rank.`
  return [table(columns, rows, { oneLine: true }), paragraph(ranks)]
}

function markOf(before: Standing | null, after: Standing | null): string {
  if (before?.inPlan && !after?.inPlan) return '-'
  if (!before?.inPlan && after?.inPlan) return '+'
  return before?.priority === after?.priority ? ' ' : '~'
}

const severity = (best: number | null): string => (best === null ? 'not there' : two(best))

const standing = (found: Standing | null): string => {
  if (!found) return 'not offered'
  const text = `${found.rank}. ${two(found.priority)}`
  return found.inPlan ? text : `(${text})`
}
