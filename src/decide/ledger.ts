import type { CompiledGate, Menus, Option, Selectable } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { counted, type PlanRequirement, type RequirementKind, selectionId } from './requirements.js'

/** A requirement on the plan, and whether it is met. */
export type Requirement<I extends Ids = BuiltInIds> = RequirementKind & {
  readonly id: string
  readonly basis: 'trial' | 'guidance' | 'coalition'
  readonly met: boolean
  /** The chosen options that count for it. */
  readonly metBy: readonly string[]
  /** What is counted, how much of it the plan has, and how much it needs. */
  readonly count: 'strategies' | 'options'
  readonly counted: number
  readonly atLeast: number
  /** Where it asks for one of several populations: those that no option counting for it names. Null where it does not ask for any. */
  readonly unnamed: readonly I['population'][] | null
  /** Why it is not met; null when it is. */
  readonly missing: Missing | null
}

/** What became of the options that would count for a requirement. */
export interface Missing {
  /** How many the menus list. */
  readonly listed: number
  /** How many each gate excludes. */
  readonly gates: readonly { readonly gate: string; readonly options: number }[]
  /** How many the coalition ruled out. */
  readonly vetoed: number
  /** How many are left. */
  readonly left: number
  /** Whether the plan was made by hand: then it may simply lack what it could have. */
  readonly byHand: boolean
}

/** What the ledger needs to know to say why a requirement is not met. */
export interface Circumstances {
  readonly excluded: readonly { readonly option: Option; readonly by: readonly CompiledGate[] }[]
  /** Ids that the coalition ruled out. */
  readonly vetoed: readonly string[]
  readonly byHand: boolean
}

/** Makes the requirements ledger: for each requirement whether the selections meet it, by which, and why not. */
export const ledger = (
  requirements: readonly PlanRequirement[],
  selections: readonly Selectable[],
  circumstances: Circumstances,
  menus: Menus,
): Requirement<Ids>[] =>
  requirements.map((requirement) => {
    const { counts: _, listed: __, populations, ...kept } = requirement
    const { number, by } = counted(requirement, selections)
    const met = number >= requirement.atLeast
    return {
      ...kept,
      met,
      metBy: by.map(selectionId),
      counted: number,
      unnamed: unnamedPopulations(populations, by),
      missing: met ? null : whatIsMissing(requirement, circumstances, menus),
    }
  })

function unnamedPopulations(populations: readonly string[] | undefined, by: readonly Selectable[]): string[] | null {
  if (!populations || populations.length < 2) return null
  const named = new Set(by.flatMap((selection) => selection.populations))
  return populations.filter((id) => !named.has(id))
}

/** Counts what the gates and vetoes took away of the options that would have counted. */
function whatIsMissing(requirement: PlanRequirement, { excluded, vetoed, byHand }: Circumstances, menus: Menus): Missing {
  const isListed = ({ index }: Option): boolean => requirement.listed[index] === 1
  const listed = menus.options.filter(isListed)
  const gone = excluded.filter(({ option }) => isListed(option))
  const gates = new Map<string, number>()
  for (const { by } of gone) for (const { id } of by) gates.set(id, (gates.get(id) ?? 0) + 1)
  const ruledOut = listed.filter((option) => vetoed.includes(option.id) || vetoed.includes(option.strategy.id))
  const away = new Set([...gone.map(({ option }) => option), ...ruledOut])
  return {
    listed: listed.length,
    gates: [...gates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([gate, options]) => ({ gate, options })),
    vetoed: ruledOut.length,
    left: listed.length - away.size,
    byHand,
  }
}

/** A remark on the choice of the plan. */
export type PlanNote =
  /** No plan can meet every requirement: this is the best one for those that can be met together. */
  | { readonly code: 'not-complete' }
  /** The size asked for is too small for all requirements: the plan has the fewest options that meet them. */
  | { readonly code: 'grown'; readonly asked: number; readonly size: number }
  /** Fewer options can be chosen than asked for. */
  | { readonly code: 'smaller'; readonly asked: number; readonly size: number; readonly maxPerStrategy: number }
  /** What the coalition's own pins and vetoes cost: see `withoutWishes`. */
  | { readonly code: 'wishes'; readonly pinned: readonly string[]; readonly ruledOut: readonly string[]; readonly cost: number | null }
  /** The search was cut short: a better plan may exist. */
  | { readonly code: 'not-proven' }

/** A warning of the menus on the finished plan, with what was found. */
export interface PlanWarning<I extends Ids = BuiltInIds> {
  readonly code: 'warning'
  /** The warning's id in the menus. */
  readonly id: string
  /** Chosen strategies that lean on another one that is neither chosen nor running. */
  readonly leaning: readonly { readonly strategy: I['strategy']; readonly on: readonly I['strategy'][] }[]
  /** Venues and unknown facts on which a large share of the plan depends. */
  readonly crowded: readonly { readonly by: 'venue' | 'fact'; readonly id: string; readonly options: number; readonly of: number }[]
}
