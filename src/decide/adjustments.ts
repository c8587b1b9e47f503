import { met, notMet } from '../conditions/compile.js'
import type { Option, Quantity } from '../menus/compile.js'
import { clamp, type Estimate, exactly } from '../numbers.js'
import type { Verdicts } from './gates.js'

/** The rules' sums for one option, by quantity: each limited to ±0.25. */
export type Adjustments = Readonly<Record<Quantity, Estimate>>

const none: Estimate = Object.freeze(exactly(0))
const mostHundredths = 25

/**
 * Adds up what rules do to an option, in whole hundredths, so that order does not matter. A rule that applies moves all three values;
 * an undecided one never moves `best`: it moves `low` by its lowers and `high` by its raises.
 */
export function sumAdjustments({ adjustments }: Option, { rules }: Verdicts): Adjustments {
  const sums: Record<Quantity, [low: number, best: number, high: number] | null> = { reach: null, impact: null, feasibility: null }
  for (const { rule, on, by } of adjustments) {
    const truth = rules[rule.index]
    if (truth === notMet) continue
    sums[on] ??= [0, 0, 0]
    const sum = sums[on]
    if (truth === met || by < 0) sum[0] += by
    if (truth === met) sum[1] += by
    if (truth === met || by > 0) sum[2] += by
  }
  return { reach: held(sums.reach), impact: held(sums.impact), feasibility: held(sums.feasibility) }
}

const held = (sum: [low: number, best: number, high: number] | null): Estimate =>
  sum === null ? none : { low: holdSum(sum[0]), best: holdSum(sum[1]), high: holdSum(sum[2]) }

/** Holds a sum of whole hundredths to ±0.25. */
export const holdSum = (hundredths: number): number => clamp(hundredths, -mostHundredths, mostHundredths) / 100
