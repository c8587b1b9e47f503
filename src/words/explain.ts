import type { DataGap, RankedOption, Recommendation } from '../decide/decision.js'
import { ProfileError } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { decimal, round4 } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { show } from './numbers-in-words.js'

/** Why a strategy or an option stands where it stands. */
export interface Explanation<I extends Ids = BuiltInIds> {
  readonly id: string
  readonly standing: 'planned' | 'ranked' | 'excluded'
  /** The option that is explained: of a strategy the planned one, else the best. Null when all are excluded. */
  readonly option: RankedOption<I> | null
  /** Where it stands and, if it is not in the plan, what it lost to and what excluded it. */
  readonly why: readonly string[]
  /** The facts not known that would change its standing, the most telling first. */
  readonly missing: readonly DataGap<I>[]
}

/**
 * Explains a strategy, or one option of it, from a result: its reasons, and when it is not in the plan why not.
 * @param id a strategy, or an option (`strategy@sector@venue`)
 * @throws ProfileError when the result holds no such id
 */
export function explainStrategy<I extends Ids = BuiltInIds>(result: Recommendation<I>, id: string): Explanation<I> {
  const ranked = result.ranking.filter((option) => option.id === id || option.strategy === id)
  const excluded = result.excluded.filter((option) => option.id === id || option.strategy === id)
  if (ranked.length === 0 && excluded.length === 0) {
    const known = [...new Set([...result.ranking, ...result.excluded].flatMap((option): string[] => [option.strategy, option.id]))]
    throw new ProfileError([
      {
        code: 'unknown-id',
        severity: 'error',
        path: [],
        kind: 'strategy or option of this result',
        id,
        suggestion: suggest(id, known),
        allowed: [],
      },
    ])
  }
  const exclusions = excluded.map((option) => `${option.id} is excluded by '${option.rule}': ${option.reason}`)
  const planned = ranked.find((option) => result.plan.selections.some((selection) => selection.id === option.id))
  const option = planned ?? ranked[0] ?? null
  if (option === null) return { id, standing: 'excluded', option, why: exclusions, missing: [] }
  return {
    id,
    standing: planned ? 'planned' : 'ranked',
    option,
    why: [
      `${option.id} has rank ${option.rank} of ${result.ranking.length}, priority ${show(option.priority)}, quadrant ${option.quadrant}${option.unsettled ? ' (unsettled)' : ''}.`,
      ...(planned ? whyPlanned(option, result) : whyNot(option, result)),
      ...exclusions,
    ],
    missing: result.dataGaps.filter(({ strategies }) => strategies.includes(option.strategy)),
  }
}

function whyPlanned<I extends Ids>(option: RankedOption<I>, { plan }: Recommendation<I>): string[] {
  const served = plan.requirements.filter(({ metBy }) => metBy.includes(option.id)).map(({ label }) => label)
  const selection = plan.selections.find(({ id }) => id === option.id)!
  return [
    `It is in the plan. It counts for: ${served.length > 0 ? served.join('; ') : 'no requirement; it is there for its priority'}.`,
    selection.otherwise
      ? `If it falls away, ${selection.otherwise.id} takes its place, at a cost of ${decimal(selection.otherwise.cost)} points.`
      : 'If it falls away, nothing can take its place.',
  ]
}

function whyNot<I extends Ids>(option: RankedOption<I>, { plan }: Recommendation<I>): string[] {
  const sentences = ['It is not in the plan.']
  const sameSection = plan.selections.filter(({ section }) => section === option.section)
  for (const { id, priority } of sameSection.filter((selection) => selection.priority.best >= option.priority.best)) {
    sentences.push(`In its section it lost to ${id}, which has ${decimal(round4(priority.best - option.priority.best))} points more.`)
  }
  const lower = plan.selections.filter(({ priority }) => priority.best < option.priority.best)
  for (const { id, priority } of lower) {
    const alone = plan.requirements.filter(({ metBy }) => metBy.length === 1 && metBy[0] === id).map(({ label }) => label)
    if (alone.length > 0)
      sentences.push(
        `${id} (priority ${decimal(priority.best)}) ranks lower and is in the plan because it alone meets: ${alone.join('; ')}.`,
      )
  }
  const cut = plan.selections.at(-1)
  if (sentences.length === 1 && cut)
    sentences.push(
      `The plan has ${plan.size} places; a larger one (size) or a pin (include) can bring it in. The lowest in the plan, ${cut.id}, has priority ${decimal(cut.priority.best)}.`,
    )
  if (option.factors.stage !== 'not-begun')
    sentences.push(`It runs already at stage ${option.factors.stage}: room left ${option.factors.room}.`)
  return sentences
}
