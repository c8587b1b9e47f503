import { decimal, type Estimate } from '../numbers.js'

/** `0.5` when it is known, else `0.5 (0.3 to 0.7)`. */
export const show = ({ low, best, high }: Estimate): string =>
  low === high ? decimal(best) : `${decimal(best)} (${decimal(low)} to ${decimal(high)})`

export const exponent = (weight: number): string =>
  `^${Math.abs(weight - 2 / 3) < 1e-9 ? '(2/3)' : Math.abs(weight - 1 / 3) < 1e-9 ? '(1/3)' : weight}`
export const signed = (value: number): string => (value === 0 ? '' : value > 0 ? ` + ${value}` : ` - ${-value}`)
export const moved = (by: Estimate, before: string, after: string): string =>
  by.low === 0 && by.high === 0 ? '' : `${before}${show(by)}${after}`

/** The references of a sentence, in brackets. */
export const cite = (sources: readonly string[]): string => (sources.length === 0 ? '' : ` [${sources.join(', ')}]`)
