import type { Recommendation } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import { certaintyNames, outcomeNames } from '../../words/fixed.js'
import { count, withRange } from '../../words/numbers.js'
import type { Sources } from './option.js'

/** What the effect of a strategy rests on. */
export interface EvidenceView {
  readonly strategy: string
  readonly planned: boolean
  readonly effect: string
  readonly certainty: string
  readonly basis: 'evidence' | 'judgement'
  readonly outcome: string
  readonly references: readonly number[]
}

export interface BasisView {
  readonly sentences: readonly string[]
  readonly evidence: readonly EvidenceView[]
  /** References of the benchmarks that measured gaps are held against. */
  readonly benchmarks: readonly number[]
}

export function viewBasis({ gaps, ranking, plan }: Recommendation<Ids>, { menus, names, citations }: Sources): BasisView {
  const chosen = new Set(plan.selections.map(({ strategy }) => strategy))
  const present = [...new Set(ranking.map(({ strategy }) => strategy))].sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)))
  const tally = (basis: string): number => gaps.filter((gap) => gap.basis === basis).length
  const whole = gaps.filter(({ measuredShare }) => measuredShare === 1).length
  const rated = ranking.filter(({ factors }) => factors.feasibilityBasis !== 'default').length
  return {
    sentences: [
      `Service gaps: of ${gaps.length}, ${tally('measured')} are measured at least in part (${whole} in full), ${tally('stated')} are stated by the coalition, ${tally('assumed')} are not known and count as anything from 0 to 1.`,
      `Feasibility: ${rated === 0 ? 'nobody has rated it, so every number is the menu’s default, which is judgement' : `the coalition rated ${count(rated, 'option')} of ${ranking.length}; the rest is the menu’s default, which is judgement`}.`,
      'Reach, the size of each rule, and the weight of a strategy for a gap are judgement. The effects below come from studies, or are marked as judgement.',
    ],
    evidence: present.flatMap((id): EvidenceView[] => {
      const effect = menus.strategies.get(id)?.effect
      if (!effect) return []
      return [
        {
          strategy: names.strategy(id),
          planned: chosen.has(id),
          effect: withRange(effect),
          certainty: certaintyNames[effect.certainty],
          basis: effect.basis,
          outcome: outcomeNames[effect.outcome],
          references: citations.numbersOf(effect.sources),
        },
      ]
    }),
    benchmarks: citations.numbersOf(
      gaps.flatMap(({ indicators }) =>
        indicators.filter(({ value }) => value !== null).flatMap(({ id }) => menus.indicators.get(id)?.sources ?? []),
      ),
    ),
  }
}
