import { round4 } from '../numbers.js'
import { covers, specificity } from '../profile/check.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'

type Rating = NonNullable<CommunityProfile<Ids>['ratings']>[number]

/** The coalition's medians for one option, 1..5; null where nobody without an interest rated. */
export interface RatedParts {
  readonly feasibility: number | null
  readonly readiness: number | null
  readonly desirability: number | null
  /** Raters whose ratings count, and those left out for an interest. */
  readonly raters: number
  readonly leftOut: number
}

export const unrated: RatedParts = Object.freeze({ feasibility: null, readiness: null, desirability: null, raters: 0, leftOut: 0 })

/**
 * The median of the raters, part by part, over each rater's most specific entry for the option (even count: mean of the two middle).
 * An interest in any entry leaves the rater out for the whole strategy.
 * @param ratings the entries of one strategy
 */
export function medianRatings(ratings: readonly Rating[], strategy: string, sector: string, venue: string): RatedParts {
  const interested = new Set(ratings.filter(({ interest }) => interest === true).map(({ rater }) => rater))
  const chosen = new Map<string | undefined, Rating>()
  for (const rating of ratings) {
    if (interested.has(rating.rater) || !covers(rating, strategy, sector, venue)) continue
    const known = chosen.get(rating.rater)
    if (!known || specificity(rating) > specificity(known)) chosen.set(rating.rater, rating)
  }
  if (chosen.size === 0) return { ...unrated, leftOut: interested.size }
  const entries = [...chosen.values()]
  const part = (key: 'feasibility' | 'readiness' | 'desirability'): number | null =>
    median(entries.flatMap((entry) => (entry[key] === undefined ? [] : [entry[key]])))
  return {
    feasibility: part('feasibility'),
    readiness: part('readiness'),
    desirability: part('desirability'),
    raters: chosen.size,
    leftOut: interested.size,
  }
}

/** The middle value; of an even count the mean of the two middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : round4((sorted[middle - 1]! + sorted[middle]!) / 2)
}
