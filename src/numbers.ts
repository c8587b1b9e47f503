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

/** Applies a function that grows with its argument to all three values. */
export const mapEstimate = (estimate: Estimate, grow: (value: number) => number): Estimate => ({
  low: grow(estimate.low),
  best: grow(estimate.best),
  high: grow(estimate.high),
})

let decimals: { readonly upToOne: readonly string[]; readonly fractions: readonly string[] } | undefined

/** A number of at most 4 decimals as text: what `String` gives, at a fraction of its cost (a result holds thousands of them). */
export function decimal(value: number): string {
  const scaled = Math.round(value * 10_000)
  if (!(scaled >= 0 && scaled < 100_000_000) || scaled / 10_000 !== value) return String(value)
  if (!decimals) {
    const upToOne = Array.from({ length: 10_001 }, (_, n) => String(n / 10_000))
    decimals = { upToOne, fractions: upToOne.map((text) => text.slice(1)) }
  }
  if (scaled <= 10_000) return decimals.upToOne[scaled]!
  const whole = Math.floor(scaled / 10_000)
  return whole + decimals.fractions[scaled - whole * 10_000]!
}
