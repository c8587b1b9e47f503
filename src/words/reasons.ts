import type { Confirmation, ServiceGap } from '../decide/decision.js'
import type { Weights } from '../decide/formulas.js'
import type { ScoredOption } from '../decide/score.js'
import type { Menus } from '../menus/compile.js'
import { decimal } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import { describeGap, missingNarrator, needNarrator } from './need-and-gap.js'
import { exponent, show, signed } from './numbers-in-words.js'
import { textsOf } from './option-texts.js'
import { type Circumstances, confirmationNarrator, ruleNarrator, warningNarrator } from './rules-and-warnings.js'
import { sourceNarrator } from './sources.js'
import { describeWidth } from './widths.js'

/** What the result says of one option in words, all of it made from the data. */
export interface Words {
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  readonly confirmFirst: readonly Confirmation<Ids>[]
  readonly sources: readonly string[]
}

interface Assessed extends Circumstances {
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly weights: Weights
}

/**
 * Makes the reasons, warnings and sources of options. What is the same for several options (a gap, a rule, the evidence for a strategy) is
 * put into words once.
 */
export function narrator(assessed: Assessed, menus: Menus): (scored: ScoredOption) => Words {
  const { gaps, weights } = assessed
  const texts = textsOf(menus)
  const gapTexts = new Map(gaps.map((gap) => [gap.gap, describeGap(gap, menus)]))
  const rulesOf = ruleNarrator(assessed, menus)
  const sourcesOf = sourceNarrator(gaps, menus)
  const confirmationsOf = confirmationNarrator(assessed, menus)
  const warningsOf = warningNarrator(assessed, menus)
  const needText = needNarrator()
  const missingOf = missingNarrator(gaps, menus)
  const exponents = { impact: exponent(weights.impact), feasibility: exponent(weights.feasibility) }

  return (scored) => {
    const { option, need, effect, reach, impact, feasibility, priority } = scored
    const text = texts[option.index]!
    const rules = rulesOf(option)
    const gapText = gapTexts.get(scored.gap.gap)!
    const impactRules = scored.adjustments.impact.best
    const reasons = [
      gapText,
      needText(scored),
      text.evidence,
      text.reach(scored),
      `Impact = √(need × √(effect × reach))${impactRules === 0 ? '' : ' and rules'} = √(${decimal(need.best)} × √(${decimal(effect.best)} × ${decimal(reach.best)}))${signed(impactRules)} = ${show(impact)}.`,
      text.feasibility(scored),
      `Priority = 100 × impact${exponents.impact} × feasibility${exponents.feasibility} = 100 × ${decimal(impact.best)}${exponents.impact} × ${decimal(feasibility.best)}${exponents.feasibility} = ${show(priority)}.`,
    ]
    for (const fired of rules.texts) reasons.push(fired)
    const unknown = describeWidth(scored, missingOf(scored), rules.open, weights)
    if (unknown) reasons.push(unknown)
    if (text.synergies) reasons.push(text.synergies)

    return {
      reasons,
      warnings: warningsOf(scored, text.cautions),
      confirmFirst: confirmationsOf(scored),
      sources: sourcesOf(scored, text.sources, rules.fired),
    }
  }
}
