import { bestInSteps } from './dynamic.js'
import { reduced } from './reduce.js'
import { Search } from './search.js'
import type { Problem } from './state.js'

export type { Cover, Item, Problem } from './state.js'

export interface Solution {
  /** Indices of the chosen items, rising; null when no set was found. */
  readonly items: readonly number[] | null
  /** Whether this is certain: the best set, the first among equals, or that there is none. */
  readonly proven: boolean
  /** The work that it took. */
  readonly steps: number
}

/**
 * The work to do before giving up a proof. It is counted, not timed, so that the answer is the same on every machine: a step is about what
 * takes 50 nanoseconds.
 */
const usualSteps = 10_000_000

/** The visits after which the dynamic program is tried: the search nearly always ends before. */
const shortSearch = 1_000

/**
 * Finds the set of `size` items with the largest total value that meets every cover and takes at most `maxPerGroup` of a group; of
 * several such sets the one whose items come first, compared one by one. Searches first; where that takes too many visits, tries a dynamic
 * program with half of the steps, and then searches on. Where neither ends within the steps, returns the best set found, not proven.
 */
export const solve = (problem: Problem, steps = usualSteps): Solution => solveReduced(problem, steps, false)

/** Finds any set that meets the problem, whatever its value. */
export const findAny = (problem: Problem, steps = usualSteps): Solution => solveReduced(problem, steps, true)

function solveReduced(whole: Problem, steps: number, any: boolean): Solution {
  const { problem, kept } = reduced(whole)
  const { items, covers } = problem
  // A visit goes through the items and through the members of the covers.
  const perVisit = 1 + covers.reduce((total, { members }) => total + members.length, 2 * items.length) / 25
  let left = steps
  const solution = (found: readonly number[] | null, proven: boolean): Solution => ({
    items: found?.map((item) => kept[item]!) ?? null,
    proven,
    steps: steps - left,
  })
  const searchFrom = (known: readonly number[] | null, mostVisits: number) => {
    const search = new Search(problem, known, Math.min(mostVisits, Math.max(0, left) / perVisit), any)
    const found = search.run()
    left -= Math.ceil(search.visits * perVisit)
    return { found, ended: !search.stopped || (any && found !== null) }
  }
  const short = searchFrom(null, shortSearch)
  if (short.ended) return solution(short.found, true)
  const dynamic = bestInSteps(problem, short.found, left / 2, any)
  left -= dynamic.steps
  if (dynamic.proven) return solution(dynamic.items, true)
  const long = searchFrom(dynamic.items, Number.POSITIVE_INFINITY)
  return solution(long.found, long.ended)
}
