import type { Decision, GateState, KnownFact, RankedOption, ServiceGap } from '../decide/decision.js'
import { type Corner, pointOf, scoreAt } from '../decide/score.js'
import type { Menus } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import { type Estimate, round4 } from '../numbers.js'
import type { Ids, Stage } from '../profile/schema.js'

type AnyDecision = Decision<Ids>
type AnyOption = RankedOption<Ids>
type Factors = AnyOption['factors']

/** What holds a priority open, and how wide the priority would be without it. */
export interface Narrower {
  readonly by: 'effect' | 'need' | 'rules' | 'judged'
  readonly width: number
  /** The facts that would settle it. */
  readonly missing: readonly string[]
}

/** One reason for a score: a code and its values, no words. A projection of the decision, made when asked. */
export type Reason =
  | ({ readonly code: 'gap' } & ServiceGap<Ids>)
  | { readonly code: 'need'; readonly weight: number; readonly stage: Stage; readonly room: number; readonly need: Estimate }
  | { readonly code: 'effect'; readonly strategy: string }
  | {
      readonly code: 'reach'
      readonly option: string
      readonly listed: number
      readonly atRiskShare: Estimate
      readonly rules: Estimate
      readonly reach: Estimate
    }
  | {
      readonly code: 'impact'
      readonly need: Estimate
      readonly effect: Estimate
      readonly reach: Estimate
      readonly rules: Estimate
      readonly impact: Estimate
    }
  | {
      readonly code: 'feasibility'
      readonly option: string
      readonly feasibility: Estimate
      readonly byDefault: Factors['defaultFeasibility']
      readonly ratings: Factors['ratings']
      readonly rules: Estimate
      readonly delay: Estimate
    }
  | {
      readonly code: 'availability'
      readonly priority: number
      readonly chance: number
      readonly expected: number
      readonly waitsFor: readonly string[]
    }
  | { readonly code: 'not-yet'; readonly gates: readonly string[] }
  | {
      readonly code: 'priority'
      readonly impact: Estimate
      readonly feasibility: Estimate
      readonly weights: AnyDecision['weights']
      readonly priority: Estimate
    }
  | {
      readonly code: 'rule'
      readonly rule: string
      readonly facts: readonly NamedFact[]
      readonly moves: readonly { readonly on: AnyOption['rules'][number]['on']; readonly by: number }[]
    }
  | { readonly code: 'range'; readonly low: number; readonly high: number; readonly narrower: readonly Narrower[] }
  | { readonly code: 'synergies'; readonly strategies: readonly string[] }

/** A fact with its value, or null while it is not known. */
export interface NamedFact {
  readonly fact: string
  readonly known: KnownFact<Ids> | null
}

/**
 * Lists the reasons for the score of an option, in the order in which the score is made: gap, need, effect, reach, impact, feasibility,
 * priority; then the rules that move it, what is not known, and what it works well with.
 */
export function reasonsOf(option: AnyOption, decision: AnyDecision, given: MenuHandle): Reason[] {
  const menus = compiledOf(given)
  const { factors, impact, feasibility, priority } = option
  const { need, effect, reach, adjustments, ratings } = factors
  const gap = decision.gaps.find((each) => each.gap === factors.gap)!
  const synergies = menus.strategies.get(option.strategy)?.synergies ?? []
  return [
    { code: 'gap', ...gap },
    { code: 'need', weight: factors.gapWeight, stage: factors.stage, room: factors.room, need },
    { code: 'effect', strategy: option.strategy },
    {
      code: 'reach',
      option: option.id,
      listed: factors.listedReach,
      atRiskShare: factors.atRiskShare,
      rules: adjustments.reach,
      reach,
    },
    { code: 'impact', need, effect, reach, rules: adjustments.impact, impact },
    {
      code: 'feasibility',
      option: option.id,
      feasibility,
      byDefault: factors.defaultFeasibility,
      ratings,
      rules: adjustments.feasibility,
      delay: factors.delay,
    },
    { code: 'priority', impact, feasibility, weights: decision.weights, priority },
    ...availabilityOf(option, decision, menus),
    ...firedRules(option, decision, menus),
    ...rangeOf(option, decision, menus),
    ...(synergies.length > 0 ? [{ code: 'synergies', strategies: synergies } as const] : []),
  ]
}

/** Lists what an option waits for and what it counts until then, and that its venue is not open yet: a part of its reasons. */
export function availabilityOf({ availability, priority, expected, gates }: AnyOption, decision: AnyDecision, given: MenuHandle): Reason[] {
  const menus = compiledOf(given)
  const { chance, waitsFor } = availability
  const closed = menus.gates.filter(
    ({ id, event }) => event.type === 'not-yet' && gates.includes(id) && stateOf(decision.gates, id)?.verdict === 'met',
  )
  return [
    ...(waitsFor.length > 0 ? [{ code: 'availability', priority: priority.best, chance, expected, waitsFor } as const] : []),
    ...(closed.length > 0 ? [{ code: 'not-yet', gates: closed.map(({ id }) => id) } as const] : []),
  ]
}

const stateOf = (states: readonly GateState<Ids>[], id: string): GateState<Ids> | undefined => states.find((state) => state.id === id)

const namedFact = (fact: string, { facts }: AnyDecision): NamedFact => ({ fact, known: facts.find(({ id }) => id === fact) ?? null })

/** Lists the rules that move an option, each once with all its moves. */
function firedRules(option: AnyOption, decision: AnyDecision, menus: Menus): Reason[] {
  const fired = option.rules.filter(({ id }) => stateOf(decision.rules, id)?.verdict === 'met')
  return [...new Set(fired.map(({ id }) => id))].map((rule): Reason => {
    const { facts } = menus.rules.find(({ id }) => id === rule)!
    return {
      code: 'rule',
      rule,
      facts: facts.map((fact) => namedFact(fact, decision)),
      moves: fired.filter(({ id }) => id === rule).map(({ on, by }) => ({ on, by })),
    }
  })
}

/** Says how wide the priority is, and how wide it would be with one doubt at its best value; nothing where all is known. */
function rangeOf(option: AnyOption, decision: AnyDecision, menus: Menus): Reason[] {
  const { priority, factors } = option
  const { effect, need, adjustments, atRiskShare, defaultFeasibility } = factors
  if (priority.low === priority.high) return []
  const isOpen = ({ low, high }: Estimate): boolean => low !== high
  const narrower: Narrower[] = []
  const add = (by: Narrower['by'], missing: readonly string[]): void => {
    const at = (corner: Corner): number => scoreAt(without(by, factors, corner), decision.weights).priority
    narrower.push({ by, width: round4(at('high') - at('low')), missing })
  }
  if (isOpen(effect)) add('effect', [])
  if (isOpen(need)) add('need', openIndicators(option, decision, menus))
  if (Object.values(adjustments).some(isOpen)) add('rules', openFacts(option, decision))
  if (isOpen(atRiskShare) || isOpen(defaultFeasibility)) add('judged', [])
  return [{ code: 'range', low: priority.low, high: priority.high, narrower }]
}

/** Gives the point of a corner with one doubt at its best value. */
function without(doubt: Narrower['by'], factors: Factors, corner: Corner) {
  const point = pointOf(factors, corner)
  const best = pointOf(factors, 'best')
  if (doubt === 'effect') return { ...point, effect: best.effect }
  if (doubt === 'judged') return { ...point, atRiskShare: best.atRiskShare, defaultFeasibility: best.defaultFeasibility }
  return doubt === 'need' ? { ...point, severity: best.severity } : { ...point, rules: best.rules }
}

/** Lists what is not known of the gaps that can decide a need: the one that drives it, and those that could be worse. */
function openIndicators({ strategy, factors }: AnyOption, { gaps }: AnyDecision, menus: Menus): string[] {
  const driving = gaps.find(({ gap }) => gap === factors.gap)!
  return (menus.strategies.get(strategy)?.addresses ?? [])
    .map(({ gap, weight }) => ({ gap: gaps.find((each) => each.gap === gap)!, weight }))
    .filter(({ gap, weight }) => gap === driving || gap.severity.high * weight > driving.severity.best * factors.gapWeight)
    .flatMap(({ gap }) => gap.indicators.filter(({ severity }) => severity.low !== severity.high).map(({ id }) => id))
}

/** Lists the facts that the undecided rules of an option wait for. */
const openFacts = ({ rules }: AnyOption, decision: AnyDecision): string[] => [
  ...new Set(
    rules.flatMap(({ id }) => {
      const state = stateOf(decision.rules, id)
      return state?.verdict === 'unknown' ? state.missing : []
    }),
  ),
]

/** One warning on an option: a code and its values. */
export type Warning =
  /** A caution of the strategy: its place among them. */
  | { readonly code: 'caution'; readonly strategy: string; readonly caution: number }
  /** A warning of a rule: its place among the rule's effects. `missing` is not empty while the rule is undecided. */
  | { readonly code: 'rule-warning'; readonly rule: string; readonly effect: number; readonly missing: readonly string[] }
  /** A law behind a gate that must be checked again. */
  | { readonly code: 'recheck'; readonly gate: string; readonly recheckBy: string; readonly asOf: string | null; readonly isOut: boolean }
  /** Medications that a gate takes off the option. */
  | { readonly code: 'dropped'; readonly gate: string; readonly medications: readonly string[] }
  /** Raters left out because they declared an interest. */
  | { readonly code: 'left-out'; readonly raters: number }

/** Lists the warnings on an option: the strategy's cautions, rules' warnings, laws to recheck, medications taken off, raters left out. */
export function warningsOf(option: AnyOption, decision: AnyDecision, given: MenuHandle): Warning[] {
  const menus = compiledOf(given)
  const listed = menus.optionById.get(option.id)!
  const { asOf } = decision.community
  const { leftOut } = option.factors.ratings
  return [
    ...listed.strategy.cautions.map((_, caution) => ({ code: 'caution', strategy: option.strategy, caution }) as const),
    ...listed.warnings.flatMap(({ rule, effect }): Warning[] => {
      const state = stateOf(decision.rules, rule.id)
      if (!state || (state.verdict === 'unknown' && !rule.warnWhenUnknown)) return []
      return [{ code: 'rule-warning', rule: rule.id, effect, missing: state.verdict === 'met' ? [] : state.missing }]
    }),
    ...listed.gates.flatMap(({ id, recheckBy }): Warning[] =>
      recheckBy === undefined ? [] : [{ code: 'recheck', gate: id, recheckBy, asOf, isOut: asOf !== null && asOf > recheckBy }],
    ),
    ...listed.gates.flatMap(({ id, event: { type, params } }): Warning[] =>
      type === 'drop-medication' && stateOf(decision.gates, id)?.verdict === 'met'
        ? [{ code: 'dropped', gate: id, medications: params.medications ?? [] }]
        : [],
    ),
    ...(leftOut > 0 ? [{ code: 'left-out', raters: leftOut } as const] : []),
  ]
}

/** Something that someone must confirm before an option is started, and what follows if it comes out wrong. */
export interface Confirmation {
  readonly gate: string
  readonly facts: readonly NamedFact[]
  /** `excluded`: the option is not possible. `without`: it loses medications. `settle`: it must be settled first. */
  readonly otherwise: 'excluded' | 'without' | 'settle'
}

/** Lists what to confirm before an option is started: gates that ask for it, and undecided gates with a fact that someone can find out. */
export const confirmationsOf = (option: AnyOption, decision: AnyDecision, menus: MenuHandle): Confirmation[] =>
  compiledOf(menus)
    .optionById.get(option.id)!
    .gates.flatMap((gate): Confirmation[] => {
      const state = stateOf(decision.gates, gate.id)
      const { type } = gate.event
      // That a venue is not open is a reason of its own, not a question.
      if (type === 'not-yet' || !state || (state.verdict === 'met' && type !== 'confirm-first')) return []
      const known = (fact: string): boolean => decision.facts.some(({ id }) => id === fact)
      const facts = state.verdict === 'met' ? gate.facts : gate.confirmWhenUnknown.filter((fact) => !known(fact))
      if (facts.length === 0) return []
      const otherwise = type === 'exclude' ? 'excluded' : type === 'drop-medication' ? 'without' : 'settle'
      return [{ gate: gate.id, facts: facts.map((fact) => namedFact(fact, decision)), otherwise }]
    })

/** Lists the facts to confirm before an option is started, each once. */
export const factsToConfirm = (option: AnyOption, decision: AnyDecision, menus: MenuHandle): string[] => [
  ...new Set(confirmationsOf(option, decision, menus).flatMap(({ facts }) => facts.map(({ fact }) => fact))),
]

/** Lists the references behind an option: its evidence, the benchmarks of the gap that drives it, the rules that apply. */
export function sourcesOf(option: AnyOption, decision: AnyDecision, given: MenuHandle): string[] {
  const menus = compiledOf(given)
  const { effect, cautions, feasibility, reach } = menus.strategies.get(option.strategy)!
  const { regulatory, workforce, cost, timeToStart, partners } = feasibility.parts
  const gap = menus.gaps.find((each) => each.gap.id === option.factors.gap)
  const fired = option.rules.filter(({ id }) => stateOf(decision.rules, id)?.verdict === 'met').map(({ id }) => id)
  return [
    ...new Set([
      ...effect.sources,
      ...cautions.flatMap(({ sources }) => sources),
      ...[regulatory, workforce, cost, timeToStart, partners].flatMap(({ sources }) => sources),
      ...reach.sources,
      ...(gap?.shares ?? []).flatMap(({ indicators }) => indicators.flatMap(({ sources }) => sources)),
      ...fired.flatMap((rule) => menus.rules.find(({ id }) => id === rule)!.sources),
    ]),
  ]
}
