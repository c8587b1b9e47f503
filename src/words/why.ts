import type { DataGap, Decision, Otherwise, Quadrant, RankedOption, Requirement } from '../decide/decision.js'
import { type Issue, ProfileError } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { type Estimate, round4 } from '../numbers.js'
import type { Ids, Stage } from '../profile/schema.js'

/** Why an option is where it is: one step of the answer, a code and its values. */
export type Why =
  | {
      readonly code: 'place'
      readonly option: string
      readonly rank: number
      readonly of: number
      readonly priority: Estimate
      readonly quadrant: Quadrant
      readonly unsettled: boolean
    }
  /** In the plan, and the requirements that it counts for. */
  | { readonly code: 'planned'; readonly requirements: readonly Requirement<Ids>[] }
  | { readonly code: 'otherwise'; readonly otherwise: Otherwise | null }
  | { readonly code: 'not-planned' }
  /** A planned option of the same section has more points. */
  | { readonly code: 'lost-to'; readonly option: string; readonly points: number }
  /** A planned option with fewer points is the only one that meets some requirements. */
  | { readonly code: 'needed'; readonly option: string; readonly expected: number; readonly requirements: readonly Requirement<Ids>[] }
  /** Every place is taken; the last planned option. */
  | { readonly code: 'no-place'; readonly size: number; readonly last: string; readonly expected: number }
  | { readonly code: 'runs'; readonly stage: Stage; readonly room: number }
  | { readonly code: 'excluded'; readonly option: string; readonly gates: readonly string[] }

/** Everything about one option or strategy that a decision holds, without words. */
export interface Explained<I extends Ids = Ids> {
  readonly id: string
  readonly state: 'planned' | 'ranked' | 'excluded'
  /** The option that is explained: of a strategy the planned one, else the best. Null when all are excluded. */
  readonly option: RankedOption<I> | null
  /** Where it is and, if it is not in the plan, what it lost to and what excludes it. */
  readonly why: readonly Why[]
  /** All ranked options of the strategy. */
  readonly options: readonly RankedOption<I>[]
  /** The facts not known that would change its place, the most telling first. */
  readonly missing: readonly DataGap<I>[]
}

/**
 * Explains a strategy, or one option of it, in codes and values.
 * @param id a strategy, or an option (`strategy@sector@venue`)
 * @throws ProfileError when the decision has no such id
 */
export function explainedBy<I extends Ids>(decision: Decision<I>, id: string): Explained<I> {
  const isMeant = (option: { readonly id: string }): boolean => option.id === id || option.id.startsWith(`${id}@`)
  const options = decision.ranking.filter(isMeant)
  const excluded = decision.excluded.filter(isMeant)
  if (options.length === 0 && excluded.length === 0) throw new ProfileError([unknownOption(decision, id)])
  const exclusions = excluded.map(({ id: option, by }): Why => ({ code: 'excluded', option, gates: by }))
  const planned = options.find((option) => decision.plan.selections.some((selection) => selection.id === option.id))
  const option = planned ?? options[0] ?? null
  if (option === null) return { id, state: 'excluded', option, why: exclusions, options, missing: [] }
  const { rank, priority, quadrant, unsettled, strategy } = option
  return {
    id,
    state: planned ? 'planned' : 'ranked',
    option,
    why: [
      { code: 'place', option: option.id, rank, of: decision.ranking.length, priority, quadrant, unsettled },
      ...(planned ? whyPlanned(option, decision) : whyNot(option, decision)),
      ...exclusions,
    ],
    options: decision.ranking.filter((other) => other.strategy === strategy),
    missing: decision.dataGaps.filter(({ strategies }) => strategies.includes(strategy)),
  }
}

function unknownOption({ ranking, excluded }: Decision<Ids>, id: string): Issue {
  const ids = [...ranking, ...excluded].map((option) => option.id)
  const known = [...new Set(ids.map((option) => option.split('@')[0]!)), ...ids]
  return {
    code: 'unknown-id',
    severity: 'error',
    path: [],
    kind: 'strategy or option of this result',
    id,
    suggestion: suggest(id, known),
    allowed: [],
  }
}

function whyPlanned({ id }: RankedOption<Ids>, { plan }: Decision<Ids>): Why[] {
  const served = plan.requirements.filter(({ metBy }) => metBy.includes(id))
  const { otherwise } = plan.selections.find((selection) => selection.id === id)!
  return [
    { code: 'planned', requirements: served },
    { code: 'otherwise', otherwise },
  ]
}

function whyNot({ section, expected, factors }: RankedOption<Ids>, { plan, ranking }: Decision<Ids>): Why[] {
  const chosen = plan.selections.map(({ rank }) => ranking[rank - 1]!)
  const stronger = chosen.filter((other) => other.section === section && other.expected >= expected)
  const needed = chosen
    .filter((other) => other.expected < expected)
    .map(({ id, expected: own }) => ({
      option: id,
      expected: own,
      requirements: plan.requirements.filter(({ metBy }) => metBy.length === 1 && metBy[0] === id),
    }))
    .filter(({ requirements }) => requirements.length > 0)
  const last = chosen.at(-1)
  return [
    { code: 'not-planned' },
    ...stronger.map(({ id, expected: own }): Why => ({ code: 'lost-to', option: id, points: round4(own - expected) })),
    ...needed.map((other): Why => ({ code: 'needed', ...other })),
    ...(stronger.length === 0 && needed.length === 0 && last
      ? [{ code: 'no-place', size: plan.size, last: last.id, expected: last.expected } as const]
      : []),
    ...(factors.stage === 'not-begun' ? [] : [{ code: 'runs', stage: factors.stage, room: factors.room } as const]),
  ]
}
