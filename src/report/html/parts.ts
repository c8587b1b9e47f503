import type { Estimate } from '../../numbers.js'
import type { Cited } from '../citations.js'
import { html, type Markup, type Part } from '../write/markup.js'

/** A text with its references as links into the list at the end. */
export const rich = (text: Cited): Part => text.map((part) => (typeof part === 'string' ? part : reference(part.reference)))

const reference = (number: number): Markup => html`<a href="#ref-${number}">[${number}]</a>`

export const references = (numbers: readonly number[]): Part => numbers.map((number, index) => [index > 0 && ' ', reference(number)])

/** Names from a profile keep their own direction. */
export const own = (text: string): Markup => html`<bdi>${text}</bdi>`

const at = (value: number): string => (value * 100).toFixed(1).replace(/\.0$/, '')

/** A number from 0 to 1 as a filled bar, its range as a thin line. The words beside it say the same. */
export const meter = ({ low, best, high }: Estimate, scale = 1): Markup =>
  html`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 5h100"/><path class="fill" d="M0 5h${at(best / scale)}"/>${
    low < high && html`<path class="span" d="M${at(low / scale)} 5H${at(high / scale)}"/>`
  }<path class="best" d="M${at(best / scale)} 0v10"/></svg>`

interface BarParts {
  readonly measured: number
  readonly stated: number
  readonly open: number
}

/** The severity of a gap: what is measured is filled, what is stated is striped, what is open is a dashed box; the mark is the best guess. */
export function severityBar({ measured, stated, open }: BarParts, best: number): Markup {
  const known = measured + stated
  // The stripes are the dashes of one thick line.
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 5h100"/><path class="fill" d="M0 5h${at(measured)}"/>${
    stated > 0 && html`<path class="stated" d="M${at(measured)} 5H${at(known)}"/>`
  }${open > 0 && html`<path class="open" d="M${at(known)} 1h${at(open)}v8H${at(known)}z"/>`}<path class="best" d="M${at(best)} 0v10"/></svg>`
}
