import type { Estimate } from '../numbers.js'
import type { Ids, Stage } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'

/**
 * What `recommend` returns and `orcca recommend --format json` prints. All numbers are 0..1 unless said otherwise; an `Estimate` has
 * `low`, `best` and `high`. Names are stable; keys may be added.
 */
export interface Recommendation<I extends Ids = BuiltInIds> {
  readonly schemaVersion: 1
  readonly menus: { readonly id: string; readonly version: string }
  readonly community: Community<I>
  readonly gaps: readonly ServiceGap<I>[]
  readonly dataGaps: readonly DataGap<I>[]
  readonly ranking: readonly RankedOption<I>[]
  readonly excluded: readonly ExcludedOption<I>[]
  readonly plan: Plan<I>
  readonly notes: readonly string[]
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

/** How bad a service gap is, and what that rests on. */
export interface ServiceGap<I extends Ids = BuiltInIds> {
  readonly gap: I['gap']
  readonly name: string
  readonly menu: I['menu']
  /** 0 (met) to 1 (worst). */
  readonly severity: Estimate
  /** `measured` if any share is, else `stated` by the coalition, else `assumed`. */
  readonly basis: 'measured' | 'stated' | 'assumed'
  /** The share of the gap, by weight, that is measured. */
  readonly measuredShare: number
  readonly indicators: readonly IndicatorSeverity<I>[]
  /** What to know of the values: stand-ins, state values, laws and their year. */
  readonly notes: readonly string[]
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

/** A fact that is not known, and the strategies whose score or standing it would settle. */
export interface DataGap<I extends Ids = BuiltInIds> {
  readonly fact: I['indicator'] | I['fact']
  readonly why: 'missing' | 'suppressed'
  readonly strategies: readonly I['strategy'][]
  readonly text: string
  /** How many options of the plan it touches. */
  readonly planned: number
  /** How far it alone moves the priority (0..100) of one option at most: from one end to the other, all else at its best value. */
  readonly swing: number
}

export type Quadrant = 'do-now' | 'build-toward' | 'easy-but-small' | 'not-now'
export type Certainty = 'high' | 'moderate' | 'low' | 'very-low'

export interface RankedOption<I extends Ids = BuiltInIds> {
  /** `strategy@sector@venue` */
  readonly id: string
  readonly strategy: I['strategy']
  readonly menu: I['menu']
  readonly section: I['section']
  readonly sector: I['sector']
  readonly venue: I['venue']
  readonly medications: readonly I['medication'][]
  readonly populations: readonly I['population'][]
  /** 0..100 */
  readonly priority: Estimate
  readonly impact: Estimate
  readonly feasibility: Estimate
  readonly quadrant: Quadrant
  /** Whether `low..high` of impact or feasibility crosses the line between two quadrants. */
  readonly unsettled: boolean
  /** 1 is first. */
  readonly rank: number
  readonly certainty: Certainty
  readonly factors: Factors<I>
  readonly confirmFirst: readonly Confirmation<I>[]
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  /** Ids of references in the menus. */
  readonly sources: readonly string[]
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
  readonly atRiskShare: number
  /** Sums of the rules, held to ±0.25. */
  readonly adjustments: { readonly reach: Estimate; readonly impact: Estimate; readonly feasibility: Estimate }
  readonly feasibilityBasis: 'default' | 'rated' | 'partly-rated'
  /** The menu's default: the strategy's own, the venue's modifier, both together. */
  readonly defaultFeasibility: { readonly strategy: number; readonly modifier: number; readonly value: number }
  /** The coalition's medians, 1..5; null where nobody rated. */
  readonly ratings: {
    readonly feasibility: number | null
    readonly readiness: number | null
    readonly desirability: number | null
    readonly raters: number
  }
  readonly weights: { readonly impact: number; readonly feasibility: number }
}

/** Something that someone must confirm before the option is started. */
export interface Confirmation<I extends Ids = BuiltInIds> {
  readonly gate: string
  readonly facts: readonly (I['indicator'] | I['fact'])[]
  readonly text: string
}

export interface ExcludedOption<I extends Ids = BuiltInIds> {
  readonly id: string
  readonly strategy: I['strategy']
  readonly sector: I['sector']
  readonly venue: I['venue']
  /** The gate that excludes it. */
  readonly rule: string
  readonly reason: string
}

export interface Plan<I extends Ids = BuiltInIds> {
  readonly size: number
  /** In the order of the ranking. */
  readonly selections: readonly Selection<I>[]
  readonly requirements: readonly Requirement[]
  /** Whether every requirement is met. */
  readonly complete: boolean
  /** Sum of the priorities. */
  readonly total: number
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
}

export interface Selection<I extends Ids = BuiltInIds> {
  readonly id: string
  readonly strategy: I['strategy']
  readonly menu: I['menu']
  readonly section: I['section']
  readonly sector: I['sector']
  readonly venue: I['venue']
  readonly priority: Estimate
  readonly reasons: readonly string[]
  /** What takes its place if it falls away, and what that costs in priority; null: nothing can. */
  readonly otherwise: Otherwise | null
}

export interface Otherwise {
  readonly id: string
  readonly cost: number
  /** Where one option alone cannot take its place: every option that leaves and enters the plan. */
  readonly changes?: { readonly out: readonly string[]; readonly in: readonly string[] }
}

export interface Requirement {
  readonly id: string
  readonly label: string
  readonly basis: 'trial' | 'guidance' | 'coalition'
  readonly met: boolean
  /** The chosen options that meet it. */
  readonly metBy: readonly string[]
  readonly reason: string
}
