import type { FactValues, Verdict } from '../conditions/compile.js'
import type { CompiledGate, CompiledRule, Menus, Option } from '../menus/compile.js'
import { clamp, type Estimate } from '../numbers.js'
import type { ExcludedOption } from './decision.js'

/** The verdict on every gate and rule of the menus, by their index. */
export interface Verdicts {
  readonly gates: readonly Verdict[]
  readonly rules: readonly Verdict[]
  readonly values: FactValues
}

/** Evaluates every gate and rule once. Three-valued: what hangs on a fact that is not known is `unknown`, never true or false. */
export const evaluateRules = (values: FactValues, menus: Menus): Verdicts => ({
  gates: menus.gates.map(({ test }) => test(values)),
  rules: menus.rules.map(({ test }) => test(values)),
  values,
})

/** Every fact and indicator that the gates and rules of a menu set read, in the order of their ids. */
export const factsUsed = (menus: Menus): readonly string[] =>
  [...new Set([...menus.gates, ...menus.rules].flatMap(({ facts }) => facts))].sort()

/** The facts of a gate or rule that are not known. */
export const missingFacts = ({ facts }: CompiledGate | CompiledRule, values: FactValues): string[] =>
  facts.filter((fact) => !values.has(fact))

/** What the gates say of one option. */
export interface Passage {
  readonly medications: readonly string[]
  readonly excludedBy: readonly CompiledGate[]
  readonly confirm: readonly { readonly gate: CompiledGate; readonly facts: readonly string[] }[]
  /** Gates that took a medication off it. */
  readonly dropped: readonly CompiledGate[]
}

/**
 * Applies the gates to an option: a met one excludes it, takes a medication off it (an option left without one is excluded), or asks to
 * confirm it first. An undecided one never excludes; it asks for confirmation when a fact named in `confirmWhenUnknown` is missing.
 */
export function applyGates(option: Option, { gates, values }: Verdicts): Passage {
  const excludedBy: CompiledGate[] = []
  const dropped: CompiledGate[] = []
  const confirm: { gate: CompiledGate; facts: readonly string[] }[] = []
  let { medications } = option
  for (const compiled of option.gates) {
    const verdict = gates[compiled.index]
    const { event, confirmWhenUnknown } = compiled.gate
    if (verdict === 'met') {
      if (event.type === 'exclude') excludedBy.push(compiled)
      else if (event.type === 'confirm-first') confirm.push({ gate: compiled, facts: compiled.facts })
      else {
        medications = medications.filter((medication) => !event.params.medications?.includes(medication))
        dropped.push(compiled)
      }
    } else if (verdict === 'unknown') {
      const missing = confirmWhenUnknown.filter((fact) => !values.has(fact))
      if (missing.length > 0) confirm.push({ gate: compiled, facts: missing })
    }
  }
  if (option.medications.length > 0 && medications.length === 0) excludedBy.push(...dropped)
  return { medications, excludedBy, confirm, dropped }
}

/** An excluded option as the result shows it. */
export const describeExclusion = (option: Option, gates: readonly CompiledGate[]): ExcludedOption<never> =>
  ({
    id: option.id,
    strategy: option.strategy.id,
    sector: option.sector,
    venue: option.venue.id,
    rule: gates[0]!.gate.id,
    reason: gates.map(({ gate }) => gate.because).join(' '),
  }) as ExcludedOption<never>

/** The rules' sums for one option, by quantity: each held to ±0.25. */
export interface Adjustments {
  readonly reach: Estimate
  readonly impact: Estimate
  readonly feasibility: Estimate
}

const none: Estimate = { low: 0, best: 0, high: 0 }
const noAdjustments: Adjustments = { reach: none, impact: none, feasibility: none }
const mostHundredths = 25

/**
 * Adds up what the rules do to an option, in whole hundredths, so that order does not matter. A met rule moves all three values; an
 * undecided one never moves `best`: it moves `low` by its lowers and `high` by its raises.
 */
export function sumAdjustments(option: Option, { rules }: Verdicts): Adjustments {
  if (option.adjustments.every(({ rule }) => rules[rule.index] === 'notMet')) return noAdjustments
  const sums = { reach: [0, 0, 0], impact: [0, 0, 0], feasibility: [0, 0, 0] }
  for (const { rule, on, by } of option.adjustments) {
    const verdict = rules[rule.index]
    const sum = sums[on]
    if (verdict === 'met') {
      for (const corner of [0, 1, 2]) sum[corner]! += by
    } else if (verdict === 'unknown') sum[by < 0 ? 0 : 2]! += by
  }
  const held = ([low, best, high]: number[]): Estimate => ({ low: holdSum(low!), best: holdSum(best!), high: holdSum(high!) })
  return { reach: held(sums.reach), impact: held(sums.impact), feasibility: held(sums.feasibility) }
}

const holdSum = (hundredths: number): number => clamp(hundredths, -mostHundredths, mostHundredths) / 100
