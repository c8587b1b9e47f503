import type { Decision, ServiceGap } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'

/** Where an option stands in a result; null when it is excluded there, or not in the menus. */
export interface Standing {
  readonly rank: number
  readonly priority: number
  readonly inPlan: boolean
}

/** An option in two results. */
export interface OptionChange {
  readonly id: string
  readonly before: Standing | null
  readonly after: Standing | null
}

/** What differs between two results for one community. */
export interface Comparison {
  /** Every option that is in either plan, in the order of the new ranking. */
  readonly plan: readonly OptionChange[]
  /** Options outside of both plans whose priority differs, the largest change first. */
  readonly moved: readonly OptionChange[]
  /** How many options have another rank. */
  readonly ranksChanged: number
  readonly gaps: readonly { readonly gap: string; readonly before: number | null; readonly after: number | null }[]
  readonly total: { readonly before: number; readonly after: number }
  readonly complete: { readonly before: boolean; readonly after: boolean }
}

/** Compares two results for one community. */
export function compareResults(before: Decision<Ids>, after: Decision<Ids>): Comparison {
  const old = standings(before)
  const now = standings(after)
  const changes = [...new Set([...now.keys(), ...old.keys()])].map(
    (id): OptionChange => ({ id, before: old.get(id) ?? null, after: now.get(id) ?? null }),
  )
  const inPlan = ({ before: was, after: is }: OptionChange): boolean => was?.inPlan === true || is?.inPlan === true
  const shift = ({ before: was, after: is }: OptionChange): number => Math.abs((was?.priority ?? 0) - (is?.priority ?? 0))
  const severity = (gaps: readonly ServiceGap<Ids>[], id: string): number | null =>
    gaps.find(({ gap }) => gap === id)?.severity.best ?? null
  return {
    plan: changes.filter(inPlan),
    moved: changes.filter((change) => !inPlan(change) && shift(change) > 0).sort((a, b) => shift(b) - shift(a)),
    ranksChanged: changes.filter(({ before: was, after: is }) => was?.rank !== is?.rank).length,
    gaps: [...new Set([...after.gaps, ...before.gaps].map(({ gap }) => gap))]
      .map((gap) => ({ gap, before: severity(before.gaps, gap), after: severity(after.gaps, gap) }))
      .filter((gap) => gap.before !== gap.after),
    total: { before: before.plan.total, after: after.plan.total },
    complete: { before: before.plan.complete, after: after.plan.complete },
  }
}

function standings({ ranking, plan }: Decision<Ids>): ReadonlyMap<string, Standing> {
  const chosen = new Set(plan.selections.map(({ id }) => id))
  return new Map(ranking.map(({ id, rank, priority }) => [id, { rank, priority: priority.best, inPlan: chosen.has(id) }]))
}
