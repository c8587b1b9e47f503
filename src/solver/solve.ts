import { bestInSteps } from './dynamic.js'
import { Search } from './search.js'
import { type Problem, withoutDominated } from './state.js'

export type { Cover, Item, Problem } from './state.js'

export interface Solution {
  /** Indices of the chosen items, rising; null when no set was found. */
  readonly items: readonly number[] | null
  /** Whether this is certain: the best set, the first among equals, or that there is none. */
  readonly proven: boolean
}

/** How much work to do before giving up a proof. Counted in steps, not in time, so the answer is the same on every machine. */
export interface Limits {
  /** Nodes of the search. */
  readonly visits: number
  /** Ways to fill one more group that the dynamic program tries. */
  readonly steps: number
}

export const usualLimits: Limits = { visits: 1_000, steps: 2_000_000 }

/**
 * Finds the set of `size` items with the largest total value that meets every cover and takes at most `maxPerGroup` of a group; of
 * several such sets the one whose items come first, compared one by one. Searches first; where that takes too many visits, goes on with
 * a dynamic program. Where neither ends within the limits, returns the best set found, not proven.
 */
export function solve(problem: Problem, limits: Limits = usualLimits): Solution {
  return solveReduced(problem, limits, false)
}

/** Finds any set that meets the problem, whatever its value. */
export function findAny(problem: Problem, limits: Limits = usualLimits): Solution {
  return solveReduced(problem, limits, true)
}

function solveReduced(whole: Problem, limits: Limits, any: boolean): Solution {
  const { problem, kept } = withoutDominated(whole)
  const search = new Search(problem, limits.visits, any)
  const found = search.run()
  const { items, proven } =
    search.stopped && !(any && found) ? bestInSteps(problem, found, limits.steps, any) : { items: found, proven: true }
  return { items: items?.map((item) => kept[item]!) ?? null, proven }
}
