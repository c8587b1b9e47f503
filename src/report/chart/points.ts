import type { RankedOption, Recommendation } from '../../decide/decision.js'
import type { Menus } from '../../menus/compile.js'
import type { Estimate } from '../../numbers.js'
import type { Ids } from '../../profile/schema.js'
import { quadrantNames } from '../../words/fixed.js'
import { namesOf } from '../../words/names.js'

/** A point of the chart. */
export interface ChartPoint {
  /** The planned ones first, in the plan's order; then the others by rank. */
  readonly number: number
  readonly planned: boolean
  readonly strategy: string
  readonly place: string
  readonly feasibility: Estimate
  readonly impact: Estimate
  readonly quadrant: string
  readonly unsettled: boolean
}

/** What the chart shows: the planned options, and of each strategy the best other one. */
export function chartPoints({ plan, ranking }: Recommendation<Ids>, menus: Menus): ChartPoint[] {
  const names = namesOf(menus)
  const byId = new Map(ranking.map((option) => [option.id, option]))
  const planned = plan.selections.flatMap(({ id }) => byId.get(id) ?? [])
  const seen = new Set<string>()
  const others = ranking.filter((option) => {
    if (planned.includes(option) || seen.has(option.strategy)) return false
    seen.add(option.strategy)
    return true
  })
  return [...planned, ...others].map((option: RankedOption<Ids>, index) => ({
    number: index + 1,
    planned: index < planned.length,
    strategy: names.strategy(option.strategy),
    place: names.venue(option.venue),
    feasibility: option.feasibility,
    impact: option.impact,
    quadrant: quadrantNames[option.quadrant],
    unsettled: option.unsettled,
  }))
}
