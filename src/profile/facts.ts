import type { FactValues } from '../conditions/compile.js'
import type { MenuHandle } from '../menus/handle.js'
import type { CommunityProfile, Ids } from './schema.js'

type Value = number | boolean | string

/** A value as the profile gives it, with its year and source where they are given. */
export interface Given {
  readonly value: Value
  readonly year: number | null
  readonly source: string | null
}

/** What is known of a community: every value that rules and gaps read, by fact or indicator id. */
export interface Facts {
  readonly values: FactValues
  readonly given: ReadonlyMap<string, Given>
  /** Indicators whose value exists and is withheld. */
  readonly suppressed: ReadonlySet<string>
}

/**
 * Collects what a profile tells: values under `indicators` and `context` by their id, and the indicators that are computed from a fact.
 * What is missing or suppressed is not in it: it stays not known.
 */
export function collectFacts(profile: CommunityProfile<Ids>, menus: MenuHandle): Facts {
  const values = new Map<string, Value>()
  const given = new Map<string, Given>()
  const suppressed = new Set<string>()
  const keep = (id: string, entry: Given): void => {
    values.set(id, entry.value)
    given.set(id, entry)
  }

  for (const indicator of menus.data.indicators) {
    if (indicator.from) continue
    const entry = profile.indicators?.[indicator.id]
    if (entry === undefined) continue
    const { value, year, source } = typeof entry === 'object' ? entry : { value: entry, year: undefined, source: undefined }
    if (value === 'suppressed') suppressed.add(indicator.id)
    else keep(indicator.id, { value, year: year ?? null, source: source ?? null })
  }
  for (const fact of menus.data.facts) {
    const entry = profile.context?.[fact.id]
    if (entry === undefined) continue
    const { value, year, source } = typeof entry === 'object' ? entry : { value: entry, year: undefined, source: undefined }
    keep(fact.id, { value, year: year ?? null, source: source ?? null })
  }
  for (const { id, from } of menus.data.indicators) {
    const entry = from && given.get(from.fact)
    if (!entry) continue
    const value = from.values ? from.values[String(entry.value)] : entry.value
    if (value !== undefined) keep(id, { ...entry, value })
  }
  return { values, given, suppressed }
}

/** A value with where it comes from, as a decision lists it. */
export interface KnownFact {
  readonly id: string
  readonly value: Value
  readonly year: number | null
  readonly source: string | null
  readonly given: 'profile' | 'computed'
}

/** Lists everything that is known of a community, in the order of the menus. */
export const knownFacts = ({ given }: Facts, menus: MenuHandle): KnownFact[] =>
  [...menus.data.indicators, ...menus.data.facts].flatMap((each): KnownFact[] => {
    const entry = given.get(each.id)
    return entry ? [{ id: each.id, ...entry, given: 'from' in each && typeof each.from === 'object' ? 'computed' : 'profile' }] : []
  })
