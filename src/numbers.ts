/**
 * A number that is not known exactly: the least and the most that it can be, and the best single guess.
 * All three are equal when it is known.
 */
export interface Estimate {
  readonly low: number
  readonly best: number
  readonly high: number
}

/**
 * Rounds a number of at least 0 to 4 decimals, halves up. A hair (1e-11) is added, so that a value which is a half in decimals but a
 * hair less in binary goes up too, as it does by hand.
 */
export const round4 = (value: number): number => Math.floor(value * 10_000 + 0.500_000_1) / 10_000

export const clamp = (value: number, min: number, max: number): number => (value < min ? min : value > max ? max : value)

/** An estimate without width. */
export const exactly = (value: number): Estimate => ({ low: value, best: value, high: value })
