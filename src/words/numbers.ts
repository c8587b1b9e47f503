import type { Indicator } from '../menus/schema/index.js'
import type { Estimate } from '../numbers.js'

/**
 * Writes a number for people, rounded halves up from the four decimals that the model keeps. The one place where numbers are rounded to be
 * shown.
 */
export function rounded(value: number, decimals: number): string {
  const step = 10 ** (4 - decimals)
  const steps = Math.floor(Math.round(Math.abs(value) * 10_000) / step + 0.5)
  return `${value < 0 && steps > 0 ? '-' : ''}${(steps / 10 ** decimals).toFixed(decimals)}`
}

/** A share or severity with two decimals. */
export const two = (value: number): string => rounded(value, 2)

/** A priority, which runs from 0 to 100, without decimals. */
export const points = (value: number): string => rounded(value, 0)

/** A priority with one decimal. */
export const oneDecimal = (value: number): string => rounded(value, 1)

const spread = (write: (value: number) => string, { low, high }: Estimate): string =>
  write(low) === write(high) ? '' : `${write(low)} to ${write(high)}`

/** `0.43 (0.05 to 0.85)`, or `0.43` where nothing is open. */
export function withRange(estimate: Estimate, write: (value: number) => string = two): string {
  const range = spread(write, estimate)
  return range === '' ? write(estimate.best) : `${write(estimate.best)} (${range})`
}

const thousands = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

/** A value of an indicator, with commas between the thousands. */
export const grouped = (value: number): string => thousands.format(value)

/** A value of an indicator with its unit, in the form that the menus give it: `7 days`, `25 %`, `1 (0 = none, 1 = yes)`. */
export function valueWithUnit(value: number, indicator: Pick<Indicator, 'unit' | 'form'> | undefined): string {
  const number = grouped(value)
  if (indicator === undefined) return number
  const { unit, form } = indicator
  return form === 'percent' ? `${number} %` : form === 'scale' ? `${number} (${unit})` : `${number} ${unit}`
}

/** `1 option`, `3 options`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${grouped(number)} ${number === 1 ? one : many}`

/** `a, b and c` */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
