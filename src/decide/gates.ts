import { type FactValues, met, notMet, type Truth, unknown } from '../conditions/compile.js'
import type { CompiledGate, CompiledRule, Option } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import { round4 } from '../numbers.js'
import type { GateState } from './decision.js'

/** The verdict on every gate and rule of the menus, by their index. */
export interface Verdicts {
  readonly gates: readonly Truth[]
  readonly rules: readonly Truth[]
  readonly values: FactValues
}

/** Evaluates every gate and rule once. Three-valued: what hangs on a fact that is not known is `unknown`, never true or false. */
export function evaluateRules(values: FactValues, menus: MenuHandle): Verdicts {
  const { gates, rules } = compiledOf(menus)
  return { gates: gates.map(({ test }) => test(values)), rules: rules.map(({ test }) => test(values)), values }
}

/** Lists every fact and indicator that the gates and rules of a menu set read, in the order of their ids. */
export function factsUsed(menus: MenuHandle): readonly string[] {
  const { gates, rules } = compiledOf(menus)
  return [...new Set([...gates, ...rules].flatMap(({ facts }) => facts))].sort()
}

/** Lists the facts of a gate or rule that are not known. */
export const missingFacts = ({ facts }: CompiledGate | CompiledRule, values: FactValues): string[] =>
  facts.filter((fact) => !values.has(fact))

/** Lists the gates or rules that apply or are undecided, each once. */
export const statesOf = (compiled: readonly (CompiledGate | CompiledRule)[], truths: readonly Truth[], values: FactValues): GateState[] =>
  compiled.flatMap((each): GateState[] => {
    const truth = truths[each.index]
    if (truth === notMet) return []
    return [{ id: each.id, verdict: truth === met ? 'met' : 'unknown', missing: missingFacts(each, values) as never[] }]
  })

/** What the gates say of one option. */
export interface Passage {
  readonly medications: readonly string[]
  readonly excludedBy: readonly CompiledGate[]
  /** The gates to confirm first, each with the facts to confirm. */
  readonly confirm: readonly { readonly gate: CompiledGate; readonly facts: readonly string[] }[]
  /** The undecided gates that could still exclude it. */
  readonly waitsFor: readonly CompiledGate[]
  /** The chance that none of these excludes it: 1 when all are settled. */
  readonly chance: number
  /** Whether its venue is planned but not open. */
  readonly notYet: Truth
}

/** The chance that none of some undecided gates excludes: Π (1 - ifUnknown). */
export const chanceOf = (gates: readonly CompiledGate[]): number =>
  round4(gates.reduce((chance, { ifUnknown }) => chance * (1 - (ifUnknown?.chance ?? 0)), 1))

/**
 * Applies the gates to an option: a met one excludes it, takes a medication off it (an option left without one is excluded), or asks to
 * confirm it first. An undecided one never excludes; it asks for confirmation when a fact named in `confirmWhenUnknown` is missing.
 */
export function applyGates(option: Option, { gates, values }: Verdicts): Passage {
  let { medications } = option
  const excludedBy: CompiledGate[] = []
  const dropped: CompiledGate[] = []
  const confirm: { gate: CompiledGate; facts: readonly string[] }[] = []
  const waitsFor: CompiledGate[] = []
  let notYet: Truth = notMet
  for (const gate of option.gates) {
    const truth = gates[gate.index]
    if (truth === notMet) continue
    const { type, params } = gate.event
    if (type === 'not-yet' && notYet !== met) notYet = truth ?? unknown
    if (truth !== met) {
      if (type === 'exclude') waitsFor.push(gate)
      const missing = gate.confirmWhenUnknown.filter((fact) => !values.has(fact))
      if (missing.length > 0) confirm.push({ gate, facts: missing })
    } else if (type === 'exclude') excludedBy.push(gate)
    else if (type === 'confirm-first') confirm.push({ gate, facts: gate.facts })
    else if (type === 'drop-medication') {
      medications = medications.filter((medication) => !params.medications?.includes(medication))
      dropped.push(gate)
    }
  }
  if (option.medications.length > 0 && medications.length === 0) excludedBy.push(...dropped)
  return { medications, excludedBy, confirm, waitsFor, chance: chanceOf(waitsFor), notYet }
}
