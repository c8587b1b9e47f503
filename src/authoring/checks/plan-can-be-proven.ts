import { findAny, type Problem, solve } from '../../solver/solve.js'
import { type Check, type FileKey, placeIn } from './check.js'
import { problemsOf } from './requirements-can-be-met.js'

export const planCanBeProven: Check = {
  name: 'plan-can-be-proven',
  description: 'The requirements leave the search for the best plan short enough to be certain of its result.',
  wholeSet: true,
  *run(data) {
    const { coverOf, problemOf } = problemsOf(data)
    const largest = problemOf(data.plan.requirements.map(coverOf))
    const met = findAny(largest, stepsToMeet)
    // Requirements that cannot be met are reported by 'requirements-can-be-met'.
    if (met.items === null && met.proven) return
    if (met.items !== null && isSolved(withSpreadValues(largest), data.plan.size)) return
    yield placeIn<FileKey>('plan.yaml')('requirements').warning(
      'the best plan may be too hard to find with these requirements together',
      'The search gives up after a fixed amount of work; a plan would then be the best one found, not proven to be the best.',
      'Ask for less, or drop requirements that others nearly imply.',
    )
  },
}

/** A tenth of a second or so. */
const stepsToMeet = 2_000_000
/** About what a plan has for finding its options, once their number is known. */
const stepsToSolve = 7_000_000

/** Whether the best plan is found, and proven, at the smallest size that meets every requirement. */
function isSolved(largest: Problem, from: number): boolean {
  for (let size = Math.min(from, largest.size); size <= largest.size; size += 1) {
    const found = findAny({ ...largest, size }, stepsToMeet)
    if (!found.proven) return false
    if (found.items !== null) return solve({ ...largest, size }, stepsToSolve).proven
  }
  return false
}

/** Gives options values in no order, as in a community of which the check knows nothing. */
function withSpreadValues(problem: Problem): Problem {
  const values = problem.items.map((_, item) => ((item + 1) * 7_919) % 10_007)
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b)
  const placeOf = new Map(order.map((item, place) => [item, place]))
  return {
    ...problem,
    items: order.map((item) => ({ value: values[item]!, group: problem.items[item]!.group })),
    covers: problem.covers.map((cover) => ({ ...cover, members: cover.members.map((item) => placeOf.get(item)!).sort((a, b) => a - b) })),
  }
}
