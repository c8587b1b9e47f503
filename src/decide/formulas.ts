import { clamp, round4 } from '../numbers.js'
import type { Stage } from '../profile/schema.js'
import type { Quadrant } from './decision.js'

/** Room left for an option by the stage of its current implementation. Judgement. */
export const roomLeft: Readonly<Record<Stage, number>> = Object.freeze({
  'not-begun': 1,
  planned: 0.9,
  pilot: 0.75,
  partial: 0.5,
  'at-scale': 0.2,
  saturated: 0.05,
})

/** The least that a need counts, so that a met gap puts a strategy last without hiding the order among such. Judgement. */
const leastNeed = 0.05

/**
 * Is it needed here: max(0.05, min(worst weighted severity among the gaps it addresses, room left)). The minimum and not a product,
 * because stage and gap are often the same fact.
 * @param weightedSeverity largest severity × weight, 0..1
 * @param room room left by the stage, 0..1
 */
export const need = (weightedSeverity: number, room: number): number => round4(Math.max(leastNeed, Math.min(weightedSeverity, room)))

/**
 * Reach among all people at high risk: clamp(listed reach + rules, 0.05, 1) × the share of them in the strategy's own group.
 * @param listed 0..1; @param adjustment the rules' sum, -0.25..0.25; @param atRiskShare 0..1
 */
export const reach = (listed: number, adjustment: number, atRiskShare: number): number =>
  round4(clamp(round4(Math.max(0, listed + adjustment)), 0.05, 1) * atRiskShare)

/** Does it work: √(effect × reach), both 0..1. Not rounded. */
export const potential = (effect: number, reached: number): number => Math.sqrt(effect * reached)

/** Impact: √(need × potential) × (1 + the rules' sum), limited to 0..1. An adjustment scales what is needed and never replaces it. */
export const impact = (needed: number, works: number, adjustment = 0): number =>
  round4(clamp(Math.sqrt(needed * works) * (1 + adjustment), 0, 1))

/** The parts of feasibility that a coalition rates, and what each counts. Judgement. */
export const feasibilityParts = Object.freeze({ feasibility: 0.5, readiness: 0.3, desirability: 0.2 })

/** What a venue that is planned but not open takes off the feasibility. Judgement. */
export const notOpenYet = 0.25

/** Medians of the coalition's ratings, 1..5; null where nobody rated. */
export type Ratings = Readonly<Record<keyof typeof feasibilityParts, number | null>>

/** A rating from 1 to 5 on the scale from 0 to 1. */
export const fromRating = (rating: number): number => (rating - 1) / 4

/**
 * Can we do it: 0.5 × feasibility + 0.3 × readiness + 0.2 × desirability, limited to 0.05..1. A part that nobody rated falls back to the
 * menu's default as moved by rules.
 * @param fallback the default, 0.05..1
 * @param ratings medians 1..5; null where nobody rated
 * @param delay what is taken off because the venue is not open yet, 0 or 0.25
 */
export const feasibility = (fallback: number, ratings: Ratings, delay = 0): number => {
  const part = (rating: number | null): number => (rating === null ? fallback : fromRating(rating))
  const sum =
    feasibilityParts.feasibility * part(ratings.feasibility) +
    feasibilityParts.readiness * part(ratings.readiness) +
    feasibilityParts.desirability * part(ratings.desirability)
  return round4(clamp(sum - delay, 0.05, 1))
}

/** The menu's default for a venue, moved by rules and limited to 0.05..1. */
export const movedDefault = (value: number, adjustment: number): number => clamp(round4(Math.max(0, value + adjustment)), 0.05, 1)

/** What an option counts in ranking and plan: its priority times the chance that it can be done here at all. 0..100 */
export const expected = (best: number, chance: number): number => round4(best * chance)

export interface Weights {
  readonly impact: number
  readonly feasibility: number
}

/** Two thirds impact, one third feasibility: priority is then the geometric mean of need, potential and feasibility. */
export const defaultWeights: Weights = Object.freeze({ impact: 2 / 3, feasibility: 1 / 3 })

/**
 * Priority, 0..100: 100 × impact^a × feasibility^b with a + b = 1, a weighted geometric mean. A product, because both are wanted: neither
 * buys back the other. Nothing is scaled over the options present, so that an added option never reorders the rest.
 */
export const priority = (impacted: number, feasible: number, weights: Weights = defaultWeights): number =>
  // With the default weights it is a cube root, which is five times as fast as two powers.
  round4(
    100 *
      (weights.impact === defaultWeights.impact
        ? Math.cbrt(impacted * impacted * feasible)
        : impacted ** weights.impact * feasible ** weights.feasibility),
  )

/** The line between the quadrants, on both axes. Judgement. */
export const quadrantLine = 0.5

/** Quadrant of the strategy grid (NACCHO): at 0.5 on both axes, inclusive. */
export const quadrant = (impacted: number, feasible: number): Quadrant =>
  impacted >= quadrantLine
    ? feasible >= quadrantLine
      ? 'do-now'
      : 'build-toward'
    : feasible >= quadrantLine
      ? 'easy-but-small'
      : 'not-now'
