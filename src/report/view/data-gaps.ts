import type { Recommendation } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import { listed } from '../../words/numbers.js'
import type { Sources } from './option.js'

export interface DataGapView {
  readonly question: string
  readonly withheld: boolean
  /** How many options of the plan it touches. */
  readonly planned: number
  /** How far it alone can move a priority, 0..100. */
  readonly swing: number
  /** Numbers of the chosen options whose strategy it decides. */
  readonly chosen: readonly number[]
  /** The other strategies that it decides. */
  readonly others: readonly string[]
}

export function viewDataGaps({ dataGaps, plan }: Recommendation<Ids>, { names }: Sources): DataGapView[] {
  return dataGaps.map(({ fact, why, planned, swing, strategies }) => ({
    question: names.question(fact),
    withheld: why === 'suppressed',
    planned,
    swing,
    chosen: plan.selections.flatMap(({ strategy }, index) => (strategies.includes(strategy) ? [index + 1] : [])),
    others: strategies.filter((id) => plan.selections.every(({ strategy }) => strategy !== id)).map(names.strategy),
  }))
}

const mostStrategies = 3

/** `options 1 and 3 of the plan; Linkage Programs; 4 other strategies` */
export function decides({ chosen, others }: Pick<DataGapView, 'chosen' | 'others'>): string {
  const named = others.length > mostStrategies ? others.slice(0, mostStrategies - 1) : others
  const more = others.length - named.length
  return [
    chosen.length === 0 ? '' : `${chosen.length === 1 ? 'option' : 'options'} ${listed(chosen.map(String))} of the plan`,
    ...named,
    more === 0 ? '' : `${more} other strategies`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
