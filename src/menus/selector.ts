import type { Selector } from './schema/selector.js'

/** What a selector can look at: an option, or a selection that the menus do not list. */
export interface Selectable {
  readonly menu: string
  readonly section: string
  readonly strategy: string
  readonly sector: string
  readonly venue: string
  readonly medications: readonly string[]
  readonly populations: readonly string[]
}

/** Whether a selector matches: kinds are joined by AND, the ids of one kind by OR; nothing named matches all. */
export const matches = (selector: Selector, selectable: Selectable): boolean =>
  (selector.strategies === undefined || selector.strategies.includes(selectable.strategy)) &&
  (selector.venues === undefined || selector.venues.includes(selectable.venue)) &&
  (selector.sectors === undefined || selector.sectors.includes(selectable.sector)) &&
  (selector.sections === undefined || selector.sections.includes(selectable.section)) &&
  (selector.menus === undefined || selector.menus.includes(selectable.menu)) &&
  (selector.medications === undefined || selector.medications.some((id) => selectable.medications.includes(id))) &&
  (selector.populations === undefined || selector.populations.some((id) => selectable.populations.includes(id)))
