import type { RankedOption, ServiceGap } from '../../decide/decision.js'
import type { Guide } from '../../guide/guide.js'
import type { Menus } from '../../menus/compile.js'
import type { Estimate } from '../../numbers.js'
import type { Ids } from '../../profile/schema.js'
import { basisNames, certaintyNames, quadrantNames, stageSentences } from '../../words/fixed.js'
import type { Names } from '../../words/names.js'
import { listed, two, withRange } from '../../words/numbers.js'
import { plainText } from '../../words/plain-text.js'
import type { Citations, Cited } from '../citations.js'

/** One of the three questions, its number, and the answer in words. */
export interface Answer {
  readonly question: string
  readonly value: Estimate
  readonly sentences: Cited
}

/** A step of how the numbers were made; what another option has told already is not told again. */
export type Step = { readonly text: Cited } | { readonly asAtRank: number; readonly step: number }

/** An option as the report shows it in full. */
export interface OptionView {
  readonly id: string
  readonly rank: number
  /** Its number in the plan; null where it is not chosen. */
  readonly planned: number | null
  readonly strategy: string
  readonly section: string
  readonly place: string
  readonly inShort: string | null
  readonly populations: string
  readonly medications: string
  readonly priority: Estimate
  readonly quadrant: string
  readonly unsettled: boolean
  readonly answers: readonly Answer[]
  /** The questions to settle before it is started. */
  readonly confirm: readonly string[]
  readonly warnings: readonly Cited[]
  readonly steps: readonly Step[]
  readonly references: readonly number[]
}

/** What the views are made from. */
export interface Sources {
  readonly menus: Menus
  readonly guide: Guide | null
  readonly names: Names
  readonly citations: Citations
  readonly gaps: ReadonlyMap<string, ServiceGap<Ids>>
  /** Steps that were told before, and where. */
  readonly told: Map<string, { readonly asAtRank: number; readonly step: number }>
}

/** `jails, Criminal Justice` */
export const placeOf = ({ venue, sector }: { readonly venue: string; readonly sector: string }, names: Names): string =>
  `${names.venue(venue)}, ${names.sector(sector)}`

export function viewOption(option: RankedOption<Ids>, planned: number | null, sources: Sources): OptionView {
  const { guide, names, citations, told } = sources
  return {
    id: option.id,
    rank: option.rank,
    planned,
    strategy: names.strategy(option.strategy),
    section: names.section(option.section),
    place: placeOf(option, names),
    inShort: guide?.byStrategy.get(option.strategy)?.inShort ?? null,
    populations: listed(option.populations.map(names.population)),
    medications: listed(option.medications.map(names.medication)),
    priority: option.priority,
    quadrant: quadrantNames[option.quadrant],
    unsettled: option.unsettled,
    answers: [isItNeeded(option, sources), doesItWork(option, sources), canWeDoIt(option)],
    confirm: [...new Set(option.confirmFirst.flatMap(({ facts }) => facts))].map(names.question),
    warnings: option.warnings.map(citations.cited),
    steps: [...option.reasons, ...option.confirmFirst.map(({ text }) => `To confirm: ${text}`)].map((text, index) => {
      const before = told.get(text)
      if (before) return before
      told.set(text, { asAtRank: option.rank, step: index + 1 })
      return { text: citations.cited(text) }
    }),
    references: citations.numbersOf(option.sources),
  }
}

function isItNeeded({ factors }: RankedOption<Ids>, { names, gaps }: Sources): Answer {
  const gap = gaps.get(factors.gap)
  const severity = gap ? `: severity ${withRange(gap.severity)}, ${basisText(gap)}` : ''
  return {
    question: 'Is it needed here?',
    value: factors.need,
    sentences: [`The gap “${names.gap(factors.gap)}”${severity}. ${stageSentences[factors.stage]}`],
  }
}

const basisText = ({ basis, measuredShare }: ServiceGap<Ids>): string =>
  basis === 'measured' && measuredShare < 1 ? `${Math.round(measuredShare * 100)} % of it measured` : basisNames[basis]

function doesItWork(option: RankedOption<Ids>, { menus, citations }: Sources): Answer {
  const { effect, reach, potential } = option.factors
  const strategy = menus.strategies.get(option.strategy)
  const listedOption = menus.optionById.get(option.id)
  const evidence: Cited = strategy
    ? [
        ' ',
        ...citations.cited(strategy.effect.why),
        ' ',
        ...citations.numbersOf(strategy.effect.sources).map((reference) => ({ reference })),
        strategy.effect.basis === 'judgement' ? '(judgement)' : '',
      ]
    : []
  const why = listedOption ? `: ${plainText(listedOption.whyReach)} (judgement)` : ''
  return {
    question: 'Does it work?',
    value: potential,
    sentences: [
      `Effect among people reached ${withRange(effect)}, certainty ${certaintyNames[option.certainty]}.`,
      ...evidence,
      ` Reach ${withRange(reach)}${why}.`,
    ],
  }
}

function canWeDoIt({ feasibility, factors: { feasibilityBasis, ratings, defaultFeasibility } }: RankedOption<Ids>): Answer {
  const rated = (['feasibility', 'readiness', 'desirability'] as const).flatMap((part) =>
    ratings[part] === null ? [] : [`${part} ${ratings[part]} of 5`],
  )
  const fallback = `the menu’s default, ${two(defaultFeasibility.value)} (judgement)`
  const by = ratings.raters === 1 ? 'one rater' : `${ratings.raters} raters`
  const sentence =
    feasibilityBasis === 'default'
      ? `Not rated by the coalition: ${fallback}${feasibility.best === defaultFeasibility.value ? '' : ', moved by what is known of the community'}.`
      : `The coalition rated it (${by}): ${rated.join(', ')}.${feasibilityBasis === 'partly-rated' ? ` The rest is ${fallback}.` : ''}`
  return { question: 'Can we do it?', value: feasibility, sentences: [sentence] }
}
