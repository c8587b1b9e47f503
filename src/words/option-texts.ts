import * as formulas from '../decide/formulas.js'
import type { ScoredOption } from '../decide/score.js'
import type { Menus, Option } from '../menus/compile.js'
import { cite, moved, show } from './numbers-in-words.js'

/** What is said of an option in every community. */
export interface OptionTexts {
  readonly evidence: string
  readonly reach: (scored: ScoredOption) => string
  readonly feasibility: (scored: ScoredOption) => string
  readonly cautions: readonly string[]
  readonly synergies: string
  readonly sources: readonly string[]
}

const cache = new WeakMap<Menus, readonly OptionTexts[]>()

/** The texts of every option of a menu set, by index; made once for a set. */
export function textsOf(menus: Menus): readonly OptionTexts[] {
  const known = cache.get(menus)
  if (known) return known
  const made = menus.options.map((option) => optionTexts(option))
  cache.set(menus, made)
  return made
}

/** A text that depends on nothing but the sums of the rules is made once for each. */
function byAdjustment(on: 'reach' | 'feasibility', make: (scored: ScoredOption) => string): (scored: ScoredOption) => string {
  const known = new Map<number, string>()
  return (scored) => {
    const { low, best, high } = scored.adjustments[on]
    const key = low * 1e8 + best * 1e4 + high
    let text = known.get(key)
    if (text === undefined) {
      text = make(scored)
      known.set(key, text)
    }
    return text
  }
}

function optionTexts({ strategy, reach, whyReach, feasibility }: Option): OptionTexts {
  const { effect, reach: group, feasibility: own, cautions, synergies } = strategy
  const { regulatory, workforce, cost, timeToStart, partners } = own.parts
  const reached = `The venue can touch ${reach} of ${group.of} (${whyReach}; judgement), who are ${group.atRiskShare} of all people at high risk (judgement).`
  const venue =
    feasibility.modifier === 0
      ? ''
      : ` ${feasibility.modifier > 0 ? '+' : '-'} ${Math.abs(feasibility.modifier)} for the venue (${feasibility.whyModifier}) = ${feasibility.value}`
  const base = `menu default ${feasibility.strategy} (judgement; 1 hardest to 5 easiest: regulatory ${regulatory.score}, workforce ${workforce.score}, cost ${cost.score}, time to start ${timeToStart.score}, partners ${partners.score})${venue}`
  const unrated = byAdjustment('feasibility', (scored) => describeFeasibility(scored, base))
  return {
    evidence: `Effect among people reached ${show(effect)}, certainty ${effect.certainty}, outcome ${effect.outcome}, basis ${effect.basis}: ${effect.why}${cite(effect.sources)}`,
    reach: byAdjustment(
      'reach',
      (scored) =>
        `${reached}${moved(scored.adjustments.reach, ' Rules move it by ', ', held to 0.05..1.')} Reach among all people at high risk ${show(scored.reach)}.`,
    ),
    feasibility: (scored) => (scored.ratings.raters === 0 ? unrated(scored) : describeFeasibility(scored, base)),
    cautions: cautions.map(
      ({ text, sources, basis }) => `${text}${sources.length > 0 ? cite(sources) : basis === 'judgement' ? ' (judgement)' : ''}`,
    ),
    synergies: synergies.length === 0 ? '' : `Strengthens, and is strengthened by: ${synergies.join(', ')} (no score rests on it).`,
    sources: [
      ...new Set([
        ...effect.sources,
        ...cautions.flatMap(({ sources }) => sources),
        ...[regulatory, workforce, cost, timeToStart, partners].flatMap(({ sources }) => sources),
        ...group.sources,
      ]),
    ],
  }
}

function describeFeasibility(scored: ScoredOption, base: string): string {
  const { ratings, feasibility, adjustments } = scored
  const rules = moved(adjustments.feasibility, '; rules move it by ', '')
  if (ratings.raters === 0) return `Feasibility ${show(feasibility)}: ${base}${rules}.`
  const parts = (['feasibility', 'readiness', 'desirability'] as const).map(
    (part) =>
      `${formulas.feasibilityParts[part]} × ${part} ${ratings[part] === null ? 'not rated: default' : `(${ratings[part]} - 1) / 4`}`,
  )
  return `Feasibility ${show(feasibility)}, by ${ratings.raters} ${ratings.raters === 1 ? 'rater' : 'raters'} (medians): ${parts.join(' + ')}; ${base}${rules}${rules ? ' (the default only)' : ''}.`
}
