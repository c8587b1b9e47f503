import { met, notMet } from '../conditions/compile.js'
import type { Option, Quantity } from '../menus/compile.js'
import { clamp, type Estimate, exactly } from '../numbers.js'
import type { Verdicts } from './gates.js'

/** The rules' sums for one option, by quantity: each limited to ±0.25. */
export type Adjustments = Readonly<Record<Quantity, Estimate>>

const none: Estimate = Object.freeze(exactly(0))
const mostHundredths = 25

type Sum = [low: number, best: number, high: number]

const still: Sum = [0, 0, 0]

/** The largest raise and the largest lower of one group of rules on one quantity, at each corner. */
interface Largest {
  readonly on: Quantity
  readonly raise: Sum
  readonly lower: Sum
}

/**
 * Adds up what rules do to an option, in whole hundredths, so that order does not matter. A rule that applies moves all three values;
 * an undecided one never moves `best`: it moves `low` by its lowers and `high` by its raises. Rules of one `group` say the same thing
 * twice: of those only the largest raise and the largest lower count.
 */
export function sumAdjustments({ adjustments }: Option, { rules }: Verdicts): Adjustments {
  const sums: Record<Quantity, Sum | null> = { reach: null, impact: null, feasibility: null }
  const groups = new Map<string, Largest>()
  for (const { rule, on, by } of adjustments) {
    const truth = rules[rule.index]
    if (truth === notMet) continue
    sums[on] ??= [0, 0, 0]
    const move: Sum = [truth === met || by < 0 ? by : 0, truth === met ? by : 0, truth === met || by > 0 ? by : 0]
    if (rule.group === undefined) addTo(sums[on], move)
    else {
      const key = `${on} ${rule.group}`
      const { raise, lower } = groups.get(key) ?? { raise: still, lower: still }
      groups.set(key, { on, raise: larger(raise, move, Math.max), lower: larger(lower, move, Math.min) })
    }
  }
  for (const { on, raise, lower } of groups.values()) {
    addTo(sums[on]!, raise)
    addTo(sums[on]!, lower)
  }
  return { reach: held(sums.reach), impact: held(sums.impact), feasibility: held(sums.feasibility) }
}

function addTo(sum: Sum, move: Sum): void {
  for (const corner of [0, 1, 2] as const) sum[corner] += move[corner]
}

const larger = (a: Sum, b: Sum, of: (a: number, b: number) => number): Sum => [of(a[0], b[0]), of(a[1], b[1]), of(a[2], b[2])]

const held = (sum: Sum | null): Estimate => (sum === null ? none : { low: holdSum(sum[0]), best: holdSum(sum[1]), high: holdSum(sum[2]) })

/** Holds a sum of whole hundredths to ±0.25. */
export const holdSum = (hundredths: number): number => clamp(hundredths, -mostHundredths, mostHundredths) / 100
