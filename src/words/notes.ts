import type { Passage, Verdicts } from '../decide/gates.js'
import type { ScoredOption } from '../decide/score.js'
import { describeIssue, formatPath, type Issue } from '../issues/issue.js'
import type { Menus, Option } from '../menus/compile.js'
import { covers } from '../profile/check.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { ruleWarnings } from './rules-and-warnings.js'

/** Remarks on the whole result: what was assumed, what contradicts itself, what is out of date, and what the numbers do not say. */
export function resultNotes(
  profile: CommunityProfile<Ids>,
  warnings: readonly Issue[],
  scored: readonly ScoredOption[],
  excluded: readonly { readonly option: Option; readonly passage: Passage }[],
  verdicts: Verdicts,
  menus: Menus,
): string[] {
  const unstaged = scored.filter(({ stageIsStated }) => !stageIsStated).length
  return [
    ...ruleWarnings(menus.generalWarnings, verdicts, menus),
    ...(unstaged > 0 ? [`${unstaged} of ${scored.length} options have no landscape entry and count as not begun.`] : []),
    ...warnings.map((warning) => {
      const { what, why, mend } = describeIssue(warning)
      return `Check ${formatPath(warning.path)}: ${what}. ${why} ${mend}`
    }),
    ...contradictions(profile, excluded, menus),
    ...conflictsOfInterest(profile),
    ...outOfDate(profile, menus),
    ...(profile.specialPopulations && profile.specialPopulations.length > 0
      ? [
          `Special populations named (${profile.specialPopulations.join(', ')}): they change no score. Count one as served only where the plan states an intentional tactic for reaching it.`,
        ]
      : []),
    ...(profile.notes ?? []),
    ...menus.data.set.limits,
  ]
}

/** Something is said to run where a fact says that there is no such place, or where a gate says that it cannot: both cannot be right. */
function contradictions(
  { landscape = [], context = {} }: CommunityProfile<Ids>,
  excluded: readonly { readonly option: Option; readonly passage: Passage }[],
  menus: Menus,
): string[] {
  return landscape.flatMap((entry, index) => {
    if (entry.stage === 'not-begun' || entry.stage === 'planned' || entry.venue === undefined) return []
    const says = `Contradiction: landscape[${index}] says that ${[entry.strategy, entry.sector, entry.venue].filter(Boolean).join('@')} is at stage '${entry.stage}', while`
    const missing = placeFacts(entry.venue, menus).find((fact) => {
      const given = context[fact]
      return (typeof given === 'object' ? given.value : given) === false
    })
    if (missing !== undefined) return [`${says} '${missing}' is no. Correct one of them.`]
    const clash = excluded.find(({ option }) => covers(entry, option.strategy.id, option.sector, option.venue.id))
    const gate = clash?.passage.excludedBy.find(({ gate: { kind } }) => kind === 'partner' || kind === 'legal')
    return gate
      ? [`${says} ${gate.facts.map((fact) => `'${fact}'`).join(' and ')} exclude it ('${gate.gate.id}'). Correct one of them.`]
      : []
  })
}

/** The facts that say, when they are false, that there is no such place: what a gate on a missing partner asks of the venue. */
const placeFacts = (venue: string, menus: Menus): string[] =>
  menus.gates.flatMap(({ gate: { kind, event, conditions } }) => {
    if (kind !== 'partner' || event.type !== 'exclude' || !event.params.venues?.includes(venue)) return []
    const parts = 'all' in conditions ? conditions.all : [conditions]
    return parts.flatMap((part) => ('fact' in part && part.operator === 'equal' && part.value === false ? [part.fact] : []))
  })

function conflictsOfInterest({ ratings = [] }: CommunityProfile<Ids>): string[] {
  const byStrategy = new Map<string, Set<string>>()
  for (const { strategy, rater, interest } of ratings) {
    if (interest === true) byStrategy.set(strategy, (byStrategy.get(strategy) ?? new Set()).add(rater ?? 'an unnamed rater'))
  }
  return [...byStrategy].map(
    ([strategy, raters]) =>
      `Interest declared in ${strategy} by ${[...raters].join(', ')}: left out of all its ratings. No score was changed for it.`,
  )
}

function outOfDate({ asOf }: CommunityProfile<Ids>, menus: Menus): string[] {
  const dated = [...menus.gates.map(({ gate }) => gate), ...menus.rules.map(({ rule }) => rule)].filter(
    ({ recheckBy }) => recheckBy !== undefined,
  )
  if (dated.length === 0) return []
  if (asOf === undefined)
    return [
      `The profile gives no date (asOf): whether laws are still as recorded cannot be told (${dated.map(({ id, recheckBy }) => `${id}: recheck by ${recheckBy}`).join('; ')}).`,
    ]
  const old = dated.filter(({ recheckBy }) => asOf > recheckBy!)
  return old.length === 0
    ? []
    : [
        `Out of date on ${asOf}: ${old.map(({ id, recheckBy }) => `${id} was to be rechecked by ${recheckBy}`).join('; ')}. Check the law before acting.`,
      ]
}
