import type { Estimate } from '../../numbers.js'
import { quadrantOf, type Speaking } from '../speaking.js'

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
}

/** Chooses what the chart shows: the planned options, and of each strategy the best other one. */
export function chartPoints({ decision: { plan, ranking }, byId, names, words }: Speaking): ChartPoint[] {
  const planned = plan.selections.flatMap(({ id }) => byId.get(id) ?? [])
  const seen = new Set<string>()
  const others = ranking.filter((option) => {
    if (planned.includes(option) || seen.has(option.strategy)) return false
    seen.add(option.strategy)
    return true
  })
  return [...planned, ...others].map((option, index) => ({
    number: index + 1,
    planned: index < planned.length,
    strategy: names.strategy(option.strategy),
    place: names.venue(option.venue),
    feasibility: option.feasibility,
    impact: option.impact,
    quadrant: quadrantOf(option, words),
  }))
}
