import type { DefaultFeasibility, Quantity } from '../menus/compile.js'
import type { Estimate } from '../numbers.js'
import type { Ids, Stage } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import type { Plan } from './decision-plan.js'

export type { Missing, Otherwise, Plan, PlanNote, PlanWarning, Requirement, Selection, Upgrade } from './decision-plan.js'

/**
 * What `decide` returns: numbers, ids and states, and not one sentence. All numbers are 0..1 unless said otherwise; an `Estimate` has
 * `low`, `best` and `high`. Names are stable; keys may be added.
 */
export interface Decision<I extends Ids = BuiltInIds> {
  readonly schemaVersion: 2
  readonly menus: { readonly id: string; readonly version: string }
  readonly community: Community<I>
  /** How much impact and feasibility count in the priority; together 1. */
  readonly weights: { readonly impact: number; readonly feasibility: number }
  /** Every value that gates, rules and gaps read, in the order of the menus. What is not known is not listed. */
  readonly facts: readonly KnownFact<I>[]
  /** The gates that apply or are undecided; the others change nothing. */
  readonly gates: readonly GateState<I>[]
  /** The rules that apply or are undecided. */
  readonly rules: readonly GateState<I>[]
  readonly gaps: readonly ServiceGap<I>[]
  readonly dataGaps: readonly DataGap<I>[]
  readonly ranking: readonly RankedOption<I>[]
  readonly excluded: readonly ExcludedOption[]
  readonly plan: Plan<I>
  readonly notes: readonly Note[]
}

export interface Community<I extends Ids = BuiltInIds> {
  readonly name: string
  readonly state: string | null
  readonly population: number | null
  /** The day for which the profile is written, year-month-day. */
  readonly asOf: string | null
  readonly priorityPopulations: readonly I['population'][]
  readonly specialPopulations: readonly I['specialPopulation'][]
}

/** A value of the community, and where it comes from. */
export interface KnownFact<I extends Ids = BuiltInIds> {
  readonly id: I['indicator'] | I['fact']
  readonly value: number | boolean | string
  readonly year: number | null
  readonly source: string | null
  /** `profile`: stated in the profile. `computed`: follows from a fact of the profile. */
  readonly given: 'profile' | 'computed'
}

/** The verdict on a gate or rule: `met`, or `unknown` while a fact it needs is not known. */
export interface GateState<I extends Ids = BuiltInIds> {
  readonly id: string
  readonly verdict: 'met' | 'unknown'
  /** Its facts that are not known. */
  readonly missing: readonly (I['indicator'] | I['fact'])[]
}

/** How bad a service gap is, and what that rests on. */
export interface ServiceGap<I extends Ids = BuiltInIds> {
  readonly gap: I['gap']
  readonly menu: I['menu']
  /** 0 (met) to 1 (worst). */
  readonly severity: Estimate
  /** `measured` if any share is, else `stated` by the coalition, else `assumed`. */
  readonly basis: 'measured' | 'stated' | 'assumed'
  /** The share of the gap, by weight, that is measured. */
  readonly measuredShare: number
  readonly indicators: readonly IndicatorSeverity<I>[]
  readonly notes: readonly GapNote<I>[]
}

/** What to know of a measured value: it is one for the whole state, or it is used in place of what is not measured. */
export interface GapNote<I extends Ids = BuiltInIds> {
  readonly code: 'state-value' | 'stand-in'
  readonly indicator: I['indicator']
  readonly year: number | null
}

export interface IndicatorSeverity<I extends Ids = BuiltInIds> {
  readonly id: I['indicator']
  /** In the indicator's own unit; null: not known. */
  readonly value: number | null
  readonly year: number | null
  readonly source: string | null
  /** Without width when measured or stated, else 0, 0.5, 1. */
  readonly severity: Estimate
  readonly weight: number
}

/** A fact that is not known, and the strategies whose score or place it would settle. */
export interface DataGap<I extends Ids = BuiltInIds> {
  readonly fact: I['indicator'] | I['fact']
  readonly why: 'missing' | 'suppressed'
  readonly strategies: readonly I['strategy'][]
  /** The gaps, gates and rules that it would settle. */
  readonly settles: { readonly gaps: readonly I['gap'][]; readonly gates: readonly string[]; readonly rules: readonly string[] }
  /** How many options of the plan it touches. */
  readonly planned: number
  /** Chance × gain of the answer that would change the plan (`plan.upgrades`), in points of expected priority; 0 where none would. */
  readonly gain: number
  /** The furthest it alone can move the priority (0..100) of one option, from one end to the other, all else at its best value. */
  readonly swing: number
}

/**
 * The place of an option in the strategy grid, split at 0.5 on both axes: `do-now` has impact and feasibility, `build-toward` impact
 * without feasibility, `easy-but-small` feasibility without impact, `not-now` neither.
 */
export type Quadrant = 'do-now' | 'build-toward' | 'easy-but-small' | 'not-now'
/** How sure the evidence for an effect is. */
export type Certainty = 'high' | 'moderate' | 'low' | 'very-low'

export interface RankedOption<I extends Ids = BuiltInIds> {
  /** `strategy@sector@venue` */
  readonly id: string
  readonly strategy: I['strategy']
  readonly menu: I['menu']
  readonly section: I['section']
  readonly sector: I['sector']
  readonly venue: I['venue']
  /** Those that no gate takes off it. */
  readonly medications: readonly I['medication'][]
  readonly populations: readonly I['population'][]
  /** 0..100 */
  readonly priority: Estimate
  readonly impact: Estimate
  readonly feasibility: Estimate
  /** What it counts in ranking and plan: priority at its best value × the chance that it can be done here, 0..100. */
  readonly expected: number
  /** The chance that no undecided gate rules it out, and the gates it waits for: 1 and none when all is settled. */
  readonly availability: { readonly chance: number; readonly waitsFor: readonly string[] }
  readonly quadrant: Quadrant
  /** Whether `low..high` of impact or feasibility crosses the line between two quadrants. */
  readonly unsettled: boolean
  /** 1 is first. */
  readonly rank: number
  readonly certainty: Certainty
  readonly factors: Factors<I>
  /** The rules that move it, or would if a missing fact came out so (`rules` of the decision says which). `by` is signed. */
  readonly rules: readonly RuleMove[]
  /** The gates that apply to it or are undecided. */
  readonly gates: readonly string[]
}

export interface RuleMove {
  readonly id: string
  readonly on: Quantity
  readonly by: number
}

/** Everything a score is made of: with these numbers it can be recomputed by hand (docs/model.md). */
export interface Factors<I extends Ids = BuiltInIds> {
  /** Effect among people reached. */
  readonly effect: Estimate
  /** clamp(listed reach + rules, 0.05, 1) × share of people at high risk in the strategy's group. */
  readonly reach: Estimate
  /** √(effect × reach), not rounded: impact follows from it or from effect and reach alike. */
  readonly potential: Estimate
  /** max(0.05, min(worst weighted severity, room left)). */
  readonly need: Estimate
  /** The gap that drives the need, and the strategy's weight for it. */
  readonly gap: I['gap']
  readonly gapWeight: number
  readonly stage: Stage
  readonly room: number
  readonly listedReach: number
  readonly atRiskShare: Estimate
  /** Sums of the rules, limited to ±0.25. */
  readonly adjustments: { readonly reach: Estimate; readonly impact: Estimate; readonly feasibility: Estimate }
  /** `rated` by the coalition in all three parts, `partly-rated`, or the menu's `default`. */
  readonly feasibilityBasis: 'default' | 'rated' | 'partly-rated'
  /** The menu's default: the strategy's own, the venue's modifier, both together. */
  readonly defaultFeasibility: DefaultFeasibility
  /** What is taken off the feasibility because the venue is planned but not open: 0 or 0.25. */
  readonly delay: Estimate
  /** The coalition's medians, 1..5; null where nobody rated. `leftOut` counts the raters with an interest. */
  readonly ratings: {
    readonly feasibility: number | null
    readonly readiness: number | null
    readonly desirability: number | null
    readonly raters: number
    readonly leftOut: number
  }
}

export interface ExcludedOption {
  /** `strategy@sector@venue` */
  readonly id: string
  /** The gates that exclude it. */
  readonly by: readonly string[]
}

/** A gate or rule whose law or payment rule was known to hold until a day. */
export interface Recheck {
  readonly id: string
  readonly recheckBy: string
}

/** A remark on the whole decision. */
export type Note =
  /** A warning of a rule about every option. `undecided`: shown although a fact is not known. */
  | { readonly code: 'general-warning'; readonly rule: string; readonly effect: number; readonly missing: readonly string[] }
  /** Options without an entry in the landscape count as not begun. */
  | { readonly code: 'not-staged'; readonly options: number; readonly of: number }
  /** An entry of the profile's landscape or ratings that is about no option of the menus: nothing can be scored there. */
  | {
      readonly code: 'unlisted'
      readonly list: 'landscape' | 'ratings'
      readonly entry: number
      readonly strategy: string
      readonly sector: string | null
      readonly venue: string | null
    }
  /** A stated severity that is not used, because the gap is measured in full. */
  | { readonly code: 'severity-not-used'; readonly gap: string }
  /** Something runs where a fact, or a gate with its facts, says that it cannot. */
  | {
      readonly code: 'contradiction'
      readonly entry: number
      readonly strategy: string
      readonly sector: string | null
      readonly venue: string
      readonly stage: Stage
      readonly facts: readonly string[]
      readonly gate: string | null
    }
  /** Raters left out of all ratings of a strategy; null: an unnamed rater. */
  | { readonly code: 'interest'; readonly strategy: string; readonly raters: readonly (string | null)[] }
  | { readonly code: 'no-date'; readonly rechecks: readonly Recheck[] }
  | { readonly code: 'out-of-date'; readonly asOf: string; readonly rechecks: readonly Recheck[] }
  | { readonly code: 'special-populations'; readonly populations: readonly string[] }
  /** A remark that the profile itself brings. */
  | { readonly code: 'own'; readonly text: string }
  /** A known weakness of the data: its place in the menus' `limits`. */
  | { readonly code: 'limit'; readonly limit: number }
