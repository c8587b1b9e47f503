import * as formulas from '../decide/formulas.js'
import type { ScoredOption } from '../decide/score.js'
import { decimal, round4 } from '../numbers.js'

type Doubt = 'effect' | 'need' | 'rules'

/** The priority at one corner of what is not known, with one source of doubt held at its best value. */
function cornerWithout(doubt: Doubt, corner: 'low' | 'high', scored: ScoredOption, weights: formulas.Weights): number {
  const { need, effect, reach, adjustments, feasibility } = scored
  const ruled = doubt === 'rules' ? 'best' : corner
  const works = formulas.potential(doubt === 'effect' ? effect.best : effect[corner], reach[ruled])
  const impact = formulas.impact(doubt === 'need' ? need.best : need[corner], works, adjustments.impact[ruled])
  return formulas.priority(impact, feasibility[ruled], weights)
}

const widthWithout = (doubt: Doubt, scored: ScoredOption, weights: formulas.Weights): number =>
  round4(cornerWithout(doubt, 'high', scored, weights) - cornerWithout(doubt, 'low', scored, weights))

/** How wide the priority is, and how wide it would be if the effect, the need, or the undecided rules were known; empty without a width. */
export function describeWidth(scored: ScoredOption, missing: string, open: string, weights: formulas.Weights): string {
  const { priority, effect, need, reach, adjustments, feasibility } = scored
  const width = round4(priority.high - priority.low)
  if (width === 0) return ''
  const parts: string[] = []
  if (effect.low !== effect.high) parts.push(`${decimal(widthWithout('effect', scored, weights))} if the effect were known exactly`)
  if (need.low !== need.high) {
    parts.push(`${decimal(widthWithout('need', scored, weights))} if the need were known${missing && ` (not known: ${missing})`}`)
  }
  if (reach.low !== reach.high || adjustments.impact.low !== adjustments.impact.high || feasibility.low !== feasibility.high) {
    parts.push(`${decimal(widthWithout('rules', scored, weights))} if the undecided rules were settled${open && ` (not known: ${open})`}`)
  }
  return `Not known: the priority lies between ${decimal(priority.low)} and ${decimal(priority.high)}, a width of ${decimal(width)}; it would be ${parts.join(', ')}.`
}
