import type { ScoredOption } from './score.js'

const certaintyOrder = { high: 0, moderate: 1, low: 2, 'very-low': 3 } as const

/** Order of two options: by priority, then impact, need, certainty of the evidence (the surer first), then id. */
export function compareOptions(a: ScoredOption, b: ScoredOption): number {
  return (
    b.priority.best - a.priority.best ||
    b.impact.best - a.impact.best ||
    b.need.best - a.need.best ||
    certaintyOrder[a.option.strategy.effect.certainty] - certaintyOrder[b.option.strategy.effect.certainty] ||
    (a.option.id < b.option.id ? -1 : a.option.id > b.option.id ? 1 : 0)
  )
}

/** Ranks options, the first first. Does not change its input. */
export const rankOptions = (options: readonly ScoredOption[]): ScoredOption[] => [...options].sort(compareOptions)
