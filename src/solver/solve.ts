import { bestInSteps } from './dynamic.js'
import { Search } from './search.js'
import { type Problem, withoutDominated } from './state.js'

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

/** The search ends nearly always before so many visits; where it does not, the dynamic program is faster. */
const mostVisits = 1_000

/**
 * Finds the set of `size` items with the largest total value that meets every cover and takes at most `maxPerGroup` of a group; of
 * several such sets the one whose items come first, compared one by one. Searches first; where that takes too many visits, goes on with
 * a dynamic program. Where neither ends within the steps, returns the best set found, not proven.
 */
export const solve = (problem: Problem, steps = usualSteps): Solution => solveReduced(problem, steps, false)

/** Finds any set that meets the problem, whatever its value. */
export const findAny = (problem: Problem, steps = usualSteps): Solution => solveReduced(problem, steps, true)

function solveReduced(whole: Problem, steps: number, any: boolean): Solution {
  const { problem, kept } = withoutDominated(whole)
  const { items, covers } = problem
  // A visit goes through the items and through the members of the covers.
  const perVisit = 1 + covers.reduce((total, { members }) => total + members.length, 2 * items.length) / 25
  const search = new Search(problem, Math.min(mostVisits, steps / perVisit), any)
  const found = search.run()
  const searched = Math.ceil(search.visits * perVisit)
  const { proven, ...rest } =
    search.stopped && !(any && found) ? bestInSteps(problem, found, steps - searched, any) : { items: found, proven: true, steps: 0 }
  return { items: rest.items?.map((item) => kept[item]!) ?? null, proven, steps: searched + rest.steps }
}
