import { notMet } from '../conditions/compile.js'
import type { Option } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import type { RankedOption, RuleMove } from './decision.js'
import type { Passage, Verdicts } from './gates.js'
import { once, type ScoredOption } from './score.js'

const certaintyOrder = { high: 0, moderate: 1, low: 2, 'very-low': 3 } as const

/** Order of two options: by expected priority, then priority, impact, need, certainty of the evidence (the surer first), then id. */
export function compareOptions(a: ScoredOption, b: ScoredOption): number {
  return (
    b.expected - a.expected ||
    b.priority.best - a.priority.best ||
    b.impact.best - a.impact.best ||
    b.factors.need.best - a.factors.need.best ||
    certaintyOrder[a.option.strategy.effect.certainty] - certaintyOrder[b.option.strategy.effect.certainty] ||
    (a.option.id < b.option.id ? -1 : a.option.id > b.option.id ? 1 : 0)
  )
}

/** Ranks options, the first first. Does not change its input. */
export const rankOptions = (options: readonly ScoredOption[]): ScoredOption[] => [...options].sort(compareOptions)

/** Gives ranked options the form of the decision. */
export function rankedOptions(ranking: readonly ScoredOption[], { gates, rules }: Verdicts): RankedOption<Ids>[] {
  const gatesOf = once(
    ({ gates: own }: Option) => own,
    ({ gates: own }) => own.filter(({ index }) => gates[index] !== notMet).map(({ id }) => id),
  )
  const movesOf = once(
    ({ adjustments }: Option) => adjustments,
    ({ adjustments }): RuleMove[] =>
      adjustments.filter(({ rule }) => rules[rule.index] !== notMet).map(({ rule, on, by }) => ({ id: rule.id, on, by: by / 100 })),
  )
  const availabilityOf = once(
    (passage: Passage) => passage,
    ({ chance, waitsFor }) => ({ chance, waitsFor: waitsFor.map(({ id }) => id) }),
  )
  return ranking.map(({ option, passage, priority, impact, feasibility, expected, quadrant, unsettled, factors }, index) => ({
    id: option.id,
    strategy: option.strategy.id,
    menu: option.menu,
    section: option.section,
    sector: option.sector,
    venue: option.venue.id,
    medications: passage.medications,
    populations: option.populations,
    priority,
    impact,
    feasibility,
    expected,
    availability: availabilityOf(passage),
    quadrant,
    unsettled,
    rank: index + 1,
    certainty: option.strategy.effect.certainty,
    factors,
    rules: movesOf(option),
    gates: gatesOf(option),
  }))
}
