import { decimal, round4 } from '../numbers.js'
import * as formulas from '../scoring/formulas.js'
import type { ScoredOption } from '../scoring/score.js'

/** The width of the priority with one source of doubt held at its best value. */
export interface Widths {
  readonly all: number
  readonly withoutEffect: number
  readonly withoutGap: number
  readonly withoutRules: number
}

/** How wide the priority is, and how wide it would be if the effect, the gap, or the undecided rules were known. */
export function widths({ effect, reach, need, adjustments, feasibility, priority }: ScoredOption, weights: formulas.Weights): Widths {
  const all = round4(priority.high - priority.low)
  const at = (needed: number, works: number, reached: number, impactBy: number, feasible: number): number =>
    formulas.priority(formulas.impact(needed, formulas.potential(works, reached), impactBy), feasible, weights)
  const by = adjustments.impact
  return {
    all,
    withoutEffect:
      effect.low === effect.high
        ? all
        : round4(
            at(need.high, effect.best, reach.high, by.high, feasibility.high) -
              at(need.low, effect.best, reach.low, by.low, feasibility.low),
          ),
    withoutGap:
      need.low === need.high
        ? all
        : round4(
            at(need.best, effect.high, reach.high, by.high, feasibility.high) -
              at(need.best, effect.low, reach.low, by.low, feasibility.low),
          ),
    withoutRules:
      reach.low === reach.high && by.low === by.high && feasibility.low === feasibility.high
        ? all
        : round4(
            at(need.high, effect.high, reach.best, by.best, feasibility.best) -
              at(need.low, effect.low, reach.best, by.best, feasibility.best),
          ),
  }
}

/** How wide the priority is, and what is not known that makes it so; empty when it has no width. */
export function describeWidth(scored: ScoredOption, missing: string, open: string, weights: formulas.Weights): string {
  const { all, withoutEffect, withoutGap, withoutRules } = widths(scored, weights)
  if (all === 0) return ''
  let text = `Not known: the priority lies between ${decimal(scored.priority.low)} and ${decimal(scored.priority.high)}, a width of ${decimal(all)}; it would be `
  let comma = ''
  if (withoutEffect < all) {
    text += `${decimal(withoutEffect)} if the effect were known exactly`
    comma = ', '
  }
  if (withoutGap < all) {
    text += `${comma}${decimal(withoutGap)} if the need were known${missing ? ` (not known: ${missing})` : ''}`
    comma = ', '
  }
  if (withoutRules < all)
    text += `${comma}${decimal(withoutRules)} if the undecided rules were settled${open ? ` (not known: ${open})` : ''}`
  return `${text}.`
}
