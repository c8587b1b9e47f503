import { compileCondition, type Test } from '../conditions/compile.js'
import { factsOf } from '../conditions/condition.js'
import { frozen } from '../frozen.js'
import { clamp, type Estimate } from '../numbers.js'
import type { Fact, Feasibility, Gap, Gate, Indicator, MenuCore, PlanRules, Rule, Selector, Settings, Strategy } from './schema/index.js'
import { matches, type Selectable } from './selector.js'

/** The unit that is scored and ranked: a strategy in one sector at one venue. */
export interface Option {
  /** `strategy@sector@venue` */
  readonly id: string
  readonly index: number
  readonly strategy: Strategy
  readonly menu: string
  readonly section: string
  readonly sector: string
  readonly venue: Settings['venues'][number]
  readonly medications: readonly string[]
  readonly populations: readonly string[]
  /** Share of the strategy's own group that the venue can touch, 0..1, and why. */
  readonly reach: number
  readonly whyReach: string
  /** The menu's default feasibility here: the strategy's own, the venue's modifier, and their sum, clipped. */
  readonly feasibility: DefaultFeasibility
  readonly whyModifier: string | null
  /** The strategy's effect among people reached. */
  readonly effect: Estimate
  /** The share of all people at high risk who are in the strategy's own group. */
  readonly atRiskShare: Estimate
  /**
   * The gates and rules that touch it, compiled once. `by` is signed, in whole hundredths. Options with the same gates and medications, or
   * with the same rules, have the same list, so that what follows from it can be worked out once.
   */
  readonly gates: readonly CompiledGate[]
  readonly adjustments: readonly { readonly rule: CompiledRule; readonly on: Quantity; readonly by: number }[]
  readonly warnings: readonly RuleWarning[]
}

/** The menu's default feasibility: the strategy's own, the venue's modifier, and their sum, clipped. The modifier may be off a little. */
export interface DefaultFeasibility extends Estimate {
  readonly strategy: number
  readonly modifier: number
}

/** A warning of a rule: its place among the rule's effects. */
export interface RuleWarning {
  readonly rule: CompiledRule
  readonly effect: number
}

export type Quantity = 'feasibility' | 'reach' | 'impact'

export interface CompiledGate extends Gate {
  readonly index: number
  readonly test: Test
  readonly facts: readonly string[]
  /** The options that it touches, by their index. */
  readonly options: readonly number[]
}

export interface CompiledRule extends Rule {
  readonly index: number
  readonly test: Test
  readonly facts: readonly string[]
  /** The options that it touches, by their index. */
  readonly options: readonly number[]
}

/** A share of a gap: its weight, and the indicators that can fill it, first choice first. */
export interface GapShare {
  readonly weight: number
  readonly indicators: readonly Indicator[]
}

export interface CompiledGap {
  readonly gap: Gap
  readonly shares: readonly GapShare[]
  /** The strategies that address it, with their weight. */
  readonly weightOf: ReadonlyMap<string, number>
}

/** A menu set, compiled: everything that does not depend on a community is worked out once. Made by `compileMenus`. */
export interface Menus {
  readonly id: string
  readonly version: string
  readonly data: MenuCore
  readonly strategies: ReadonlyMap<string, Strategy>
  readonly menuOf: ReadonlyMap<string, string>
  readonly options: readonly Option[]
  readonly optionById: ReadonlyMap<string, Option>
  readonly optionsOf: ReadonlyMap<string, readonly Option[]>
  readonly gaps: readonly CompiledGap[]
  readonly gates: readonly CompiledGate[]
  readonly rules: readonly CompiledRule[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly facts: ReadonlyMap<string, Fact>
  readonly venues: ReadonlyMap<string, Settings['venues'][number]>
  readonly plan: PlanRules
  /** Warnings of rules that are about every option: shown once, not with each. */
  readonly generalWarnings: readonly RuleWarning[]
  /** The conditions of the plan's warnings, by the warning's id. */
  readonly planTests: ReadonlyMap<string, Test>
}

export const asSelectable = (option: Option): Selectable => ({ ...option, strategy: option.strategy.id, venue: option.venue.id })

/**
 * Default feasibility of a strategy from its five parts, each 1 (hardest) to 5 (easiest): three quarters of their mean and one quarter of
 * the smallest, brought to 0..1 and rounded to 2 decimals, halves up. The weakest link counts extra. Judgement.
 */
export function strategyFeasibility(parts: Strategy['feasibility']['parts']): number {
  const scores = Object.values(parts).map((part) => part.score)
  const sum = scores.reduce((total, score) => total + score, 0)
  return Math.floor((15 * sum + 25 * Math.min(...scores) - 100) / 4 + 0.5) / 100
}

function venueModifier(
  strategy: Strategy,
  sector: string,
  venue: string,
  { kinds, exceptions }: Feasibility,
): { modifier: number; why: string | null } {
  const own = exceptions.filter((exception) => exception.strategy === strategy.id)
  const exception = own.find((entry) => entry.venue === venue) ?? own.find((entry) => entry.venue === undefined)
  if (exception) return { modifier: exception.modifier, why: exception.why }
  const kind = kinds.find(({ id }) => id === strategy.feasibility.kind)
  const entry = kind?.venues.find((row) => row.venue === venue && (row.sector === undefined || row.sector === sector))
  return entry ? { modifier: entry.modifier, why: entry.why } : { modifier: 0, why: null }
}

/** Adds a venue's modifier to a strategy's own default, within the limits of the menus. */
export function defaultFeasibility(
  strategy: number,
  modifier: number,
  { clip, spread }: Pick<Feasibility, 'clip' | 'spread'>,
): DefaultFeasibility {
  const at = (off: number): number => clamp((hundredths(strategy) + hundredths(modifier) + hundredths(off)) / 100, clip.min, clip.max)
  return frozen({ strategy, modifier, low: at(-spread), best: at(0), high: at(spread) })
}

/** Takes an estimate out of the menus, with its keys in one order: the order in a file shows nowhere in a result. */
const estimateOf = ({ low, best, high }: Estimate): Estimate => frozen({ low, best, high })

/** In the order of the ids, so that the order of the rules in a file shows nowhere in a result. */
const inOrder = <T extends { readonly id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Rounds to whole hundredths, in which the menus' modifiers and rules are written. */
const hundredths = (value: number): number => Math.round(value * 100)

/**
 * Compiles a checked menu set: options with their default feasibility, the gates and rules that touch each, and conditions as closures.
 * What it returns shares nothing with what it was given. It trusts its input: `defineMenus` checks data of unknown origin first.
 */
export function compileMenus(given: MenuCore): Menus {
  // What a decision hands out of the menus is a part of their data, or frozen below.
  const own = frozen(structuredClone(given))
  const data: MenuCore = { ...own, gates: inOrder(own.gates), rules: inOrder(own.rules) }
  const gates = data.gates.map((gate, index) => ({
    ...gate,
    index,
    test: compileCondition(gate.conditions),
    facts: frozen(factsOf(gate.conditions)),
    options: [] as number[],
  }))
  const rules = data.rules.map((rule, index) => ({
    ...rule,
    index,
    test: compileCondition(rule.conditions),
    facts: frozen(factsOf(rule.conditions)),
    options: [] as number[],
  }))
  const venues = new Map(data.settings.venues.map((venue) => [venue.id, venue]))
  const strategies = new Map<string, Strategy>()
  const menuOf = new Map<string, string>()
  const options: Option[] = []
  const gateLists = new Map<string, CompiledGate[]>()
  const moveLists = new Map<string, Option['adjustments']>()

  for (const menu of data.menus) {
    for (const strategy of menu.strategies) {
      if (strategy.status === 'retired') continue
      strategies.set(strategy.id, strategy)
      menuOf.set(strategy.id, menu.id)
      const own = strategyFeasibility(strategy.feasibility.parts)
      const effect = estimateOf(strategy.effect)
      const atRiskShare = estimateOf(strategy.reach.atRiskShare)
      for (const { sector, venue, reach, why, medications, populations } of strategy.options) {
        const { modifier, why: whyModifier } = venueModifier(strategy, sector, venue, data.feasibility)
        const selectable: Selectable = {
          menu: menu.id,
          section: strategy.section,
          strategy: strategy.id,
          sector,
          venue,
          medications,
          populations,
        }
        const effects = effectsOf(rules).filter(({ effect }) => matches(effect, selectable))
        const adjustments = effects.flatMap(({ rule, effect }) =>
          effect.effect === 'warn' ? [] : [{ rule, on: effect.on, by: hundredths(effect.by) * (effect.effect === 'raise' ? 1 : -1) }],
        )
        const warnings = effects.flatMap(({ rule, effect, at }) =>
          effect.effect === 'warn' && !isGeneral(effect) ? [{ rule, effect: at }] : [],
        )
        const ownGates = gates.filter(({ event }) => matches(event.params, selectable))
        options.push({
          id: `${strategy.id}@${sector}@${venue}`,
          index: options.length,
          strategy,
          menu: menu.id,
          section: strategy.section,
          sector,
          venue: venues.get(venue)!,
          medications,
          populations,
          reach,
          whyReach: why,
          feasibility: defaultFeasibility(own, modifier, data.feasibility),
          whyModifier,
          effect,
          atRiskShare,
          gates: share(gateLists, JSON.stringify([ownGates.map(({ index }) => index), medications]), ownGates),
          adjustments: share(moveLists, JSON.stringify(adjustments.map(({ rule, on, by }) => [rule.index, on, by])), adjustments),
          warnings,
        })
      }
    }
  }

  for (const option of options) {
    for (const gate of option.gates) gates[gate.index]!.options.push(option.index)
    for (const rule of new Set(option.adjustments.map(({ rule }) => rule.index))) rules[rule]!.options.push(option.index)
  }
  return {
    id: data.set.id,
    version: data.set.version,
    data,
    strategies,
    menuOf,
    options,
    optionById: new Map(options.map((option) => [option.id, option])),
    optionsOf: new Map([...strategies.keys()].map((id) => [id, options.filter((option) => option.strategy.id === id)])),
    gaps: data.gaps.map((gap) => ({
      gap,
      shares: sharesOf(gap.id, data.indicators),
      weightOf: new Map(
        [...strategies.values()].flatMap((strategy) =>
          strategy.addresses.filter((address) => address.gap === gap.id).map(({ weight }) => [strategy.id, weight] as const),
        ),
      ),
    })),
    gates,
    rules,
    indicators: new Map(data.indicators.map((indicator) => [indicator.id, indicator])),
    facts: new Map(data.facts.map((fact) => [fact.id, fact])),
    venues,
    plan: data.plan,
    generalWarnings: effectsOf(rules).flatMap(({ rule, effect, at }) =>
      effect.effect === 'warn' && isGeneral(effect) ? [{ rule, effect: at }] : [],
    ),
    planTests: new Map(
      data.plan.warnings.flatMap(({ id, when }) => (when.conditions ? [[id, compileCondition(when.conditions)] as const] : [])),
    ),
  }
}

/** Whether a selector names nothing, and so matches every option. */
const isGeneral = ({ strategies, sectors, venues }: Selector): boolean =>
  strategies === undefined && sectors === undefined && venues === undefined

/** Gives the first value that came with a key. */
function share<T>(known: Map<string, T>, key: string, value: T): T {
  const first = known.get(key) ?? value
  known.set(key, first)
  return first
}

/** Every effect of every rule, with its place among the effects of its rule. */
const effectsOf = <R extends Rule>(rules: readonly R[]) =>
  rules.flatMap((rule) => rule.event.params.effects.map((effect, at) => ({ rule, effect, at })))

/** The shares of a gap: each indicator's weight once, alternatives together in the order of the file. */
export function sharesOf(gap: string, indicators: readonly Indicator[]): GapShare[] {
  const shares: { weight: number; indicators: Indicator[] }[] = []
  for (const indicator of indicators) {
    if (indicator.gap !== gap) continue
    const shared = shares.find((share) =>
      share.indicators.some((other) => other.insteadOf.includes(indicator.id) || indicator.insteadOf.includes(other.id)),
    )
    if (shared) shared.indicators.push(indicator)
    else shares.push({ weight: indicator.weight ?? 0, indicators: [indicator] })
  }
  return shares
}
