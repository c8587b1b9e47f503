import { met, notMet } from '../conditions/compile.js'
import type { Menus, Option } from '../menus/compile.js'
import { covers, unlistedEntries, unusedSeverities } from '../profile/check.js'
import type { Facts } from '../profile/facts.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { Note } from './decision.js'
import { missingFacts, type Passage, type Verdicts } from './gates.js'
import type { ScoredOption } from './score.js'

interface Noted {
  readonly profile: CommunityProfile<Ids>
  readonly facts: Facts
  readonly ranking: readonly ScoredOption[]
  readonly excluded: readonly { readonly option: Option; readonly passage: Passage }[]
  readonly verdicts: Verdicts
}

/** Collects the remarks on a decision: what was assumed, what contradicts itself, what is out of date, and what the numbers do not say. */
export function decisionNotes({ profile, facts, ranking, excluded, verdicts }: Noted, menus: Menus): Note[] {
  const unstaged = ranking.filter(({ stageIsStated }) => !stageIsStated).length
  const { specialPopulations = [], notes = [] } = profile
  return [
    ...generalWarnings(facts, verdicts, menus),
    ...(unstaged > 0 ? [{ code: 'not-staged', options: unstaged, of: ranking.length } as const] : []),
    ...unlisted(profile, menus),
    ...unusedSeverities(profile, menus).map((gap) => ({ code: 'severity-not-used', gap }) as const),
    ...contradictions(profile, excluded, menus),
    ...interests(profile),
    ...outOfDate(profile, menus),
    ...(specialPopulations.length > 0 ? [{ code: 'special-populations', populations: specialPopulations } as const] : []),
    ...notes.map((text) => ({ code: 'own', text }) as const),
    ...menus.data.set.limits.map((_, limit) => ({ code: 'limit', limit }) as const),
  ]
}

/** Lists the warnings about every option whose rule applies, and of undecided rules those to be shown all the same. */
function generalWarnings({ values }: Facts, { rules }: Verdicts, menus: Menus): Note[] {
  return menus.generalWarnings.flatMap(({ rule, effect }): Note[] => {
    const truth = rules[rule.index]
    if (truth === met) return [{ code: 'general-warning', rule: rule.id, effect, missing: [] }]
    if (truth === notMet || !rule.warnWhenUnknown) return []
    return [{ code: 'general-warning', rule: rule.id, effect, missing: missingFacts(rule, values) }]
  })
}

function unlisted(profile: CommunityProfile<Ids>, menus: Menus): Note[] {
  return (['landscape', 'ratings'] as const).flatMap((list) => {
    const entries = profile[list] ?? []
    return unlistedEntries(entries, menus).map((entry): Note => {
      const { strategy, sector = null, venue = null } = entries[entry]!
      return { code: 'unlisted', list, entry, strategy, sector, venue }
    })
  })
}

/** Finds what is said to run although a fact says there is no such place, or a gate says it cannot: both cannot be right. */
function contradictions({ landscape = [], context = {} }: CommunityProfile<Ids>, excluded: Noted['excluded'], menus: Menus): Note[] {
  return landscape.flatMap(({ strategy, sector, venue, stage }, entry): Note[] => {
    if (stage === 'not-begun' || stage === 'planned' || venue === undefined) return []
    const says = { code: 'contradiction', entry, strategy, sector: sector ?? null, venue, stage } as const
    const missing = placeFacts(venue, menus).find((fact) => {
      const given = context[fact]
      return (typeof given === 'object' ? given.value : given) === false
    })
    if (missing !== undefined) return [{ ...says, facts: [missing], gate: null }]
    const clash = excluded.find(({ option }) => covers({ strategy, sector, venue }, option.strategy.id, option.sector, option.venue.id))
    const gate = clash?.passage.excludedBy.find(({ kind }) => kind === 'partner' || kind === 'legal')
    return gate ? [{ ...says, facts: gate.facts, gate: gate.id }] : []
  })
}

/** Lists the facts that say, when they are false, that there is no such place: what a gate on a missing partner asks of the venue. */
const placeFacts = (venue: string, menus: Menus): string[] =>
  menus.gates.flatMap(({ kind, event, conditions }) => {
    if (kind !== 'partner' || event.type !== 'exclude' || !event.params.venues?.includes(venue)) return []
    const parts = 'all' in conditions ? conditions.all : [conditions]
    return parts.flatMap((part) => ('fact' in part && part.operator === 'equal' && part.value === false ? [part.fact] : []))
  })

function interests({ ratings = [] }: CommunityProfile<Ids>): Note[] {
  const byStrategy = new Map<string, Set<string | null>>()
  for (const { strategy, rater, interest } of ratings) {
    if (interest === true) byStrategy.set(strategy, (byStrategy.get(strategy) ?? new Set()).add(rater ?? null))
  }
  return [...byStrategy].map(([strategy, raters]) => ({ code: 'interest', strategy, raters: [...raters] }))
}

function outOfDate({ asOf }: CommunityProfile<Ids>, menus: Menus): Note[] {
  const dated = [...menus.gates, ...menus.rules].flatMap(({ id, recheckBy }) => (recheckBy === undefined ? [] : [{ id, recheckBy }]))
  if (dated.length === 0) return []
  if (asOf === undefined) return [{ code: 'no-date', rechecks: dated }]
  const old = dated.filter(({ recheckBy }) => asOf > recheckBy)
  return old.length === 0 ? [] : [{ code: 'out-of-date', asOf, rechecks: old }]
}
