import type { Estimate } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'

export interface Plan<I extends Ids = BuiltInIds> {
  readonly size: number
  /** In the order of the ranking. */
  readonly selections: readonly Selection[]
  readonly requirements: readonly Requirement<I>[]
  /** Whether every requirement is met. */
  readonly complete: boolean
  /** Sum of the expected priorities. */
  readonly total: number
  /** Whether the search showed that no plan has a larger total; false: it is the best one found within the limits of the search. */
  readonly proven: boolean
  /** The plan without the coalition's pins and vetoes; null where there are none. */
  readonly withoutWishes: { readonly size: number; readonly total: number } | null
  /** What would change the plan: an open question, answered so that options become possible. The most telling first. */
  readonly upgrades: readonly Upgrade<I>[]
  readonly warnings: readonly PlanWarning<I>[]
  readonly notes: readonly PlanNote[]
}

/** Options that would enter the plan if an open question is answered in their favour. */
export interface Upgrade<I extends Ids = BuiltInIds> {
  /** The facts that one such answer settles. */
  readonly facts: readonly (I['indicator'] | I['fact'])[]
  readonly in: readonly string[]
  readonly out: readonly string[]
  /** Points of expected priority that the new plan has more than the old one, both counted with the answer known. */
  readonly gain: number
  /** The chance of that answer. */
  readonly chance: number
}

export interface Selection {
  /** `strategy@sector@venue` */
  readonly id: string
  readonly rank: number
  /** 0..100 */
  readonly priority: Estimate
  /** What it counts in the plan: priority × the chance that it can be done here, 0..100. */
  readonly expected: number
  /** What takes its place if it turns out impossible, and what that costs in priority; null: nothing can. */
  readonly otherwise: Otherwise | null
}

export interface Otherwise {
  readonly id: string
  /** Points of priority that the plan loses; below 0 where a pin kept a better option out. */
  readonly cost: number
  /** Where one option alone cannot take its place: every option that leaves and enters the plan. */
  readonly changes?: { readonly out: readonly string[]; readonly in: readonly string[] }
}

/** The place that a goal is about: only options that match all it names address it. */
export interface GoalPlace {
  readonly sector: string | null
  readonly venue: string | null
  readonly population: string | null
}

/** How a goal is measured, in the coalition's own unit; null where it does not say. */
export interface Target {
  readonly measure: string | null
  readonly from: number | null
  readonly to: number | null
  readonly by: string | null
}

/** What a requirement is about: a rule of the menus, a goal or a priority population of the coalition, or a pin. */
export type RequirementKind =
  | { readonly kind: 'menu' }
  | ({
      readonly kind: 'goal'
      readonly gap: string
      readonly statements: readonly string[]
      readonly targets: readonly Target[]
    } & GoalPlace)
  | { readonly kind: 'population'; readonly population: string }
  | { readonly kind: 'pin'; readonly of: string }

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

/** A remark on the choice of the plan. */
export type PlanNote =
  /** No plan meets every requirement: this is the best one for those that can be met together. Not `proven`: none was found. */
  | { readonly code: 'not-complete'; readonly proven: boolean }
  /** The size asked for is too small for all requirements: it has the fewest options that meet them (not `proven`: the fewest found). */
  | { readonly code: 'grown'; readonly asked: number; readonly size: number; readonly proven: boolean }
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
