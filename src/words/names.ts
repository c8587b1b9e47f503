import type { Menus } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Indicator } from '../menus/schema/index.js'

/** Looks up what ids are called, and what the menus themselves say. An id that the menus do not have is shown as it is. */
export interface Names {
  readonly menus: Menus
  readonly menu: (id: string) => string
  readonly section: (id: string) => string
  readonly strategy: (id: string) => string
  readonly sector: (id: string) => string
  /** A venue's short name for running text. */
  readonly venue: (id: string) => string
  /** An option (`strategy@sector@venue`): its strategy, and where. */
  readonly option: (id: string) => string
  readonly population: (id: string) => string
  readonly specialPopulation: (id: string) => string
  readonly medication: (id: string) => string
  readonly gap: (id: string) => string
  /** A fact or indicator as a short phrase. */
  readonly fact: (id: string) => string
  readonly indicator: (id: string) => Indicator | undefined
  /** A requirement of the menus. */
  readonly requirement: (id: string) => string
}

const lookup = <T extends { readonly id: string }>(items: Iterable<T>, name: (item: T) => string): ((id: string) => string) => {
  const names = new Map<string, string>()
  for (const item of items) names.set(item.id, name(item))
  return (id) => names.get(id) ?? id
}

/** Gathers the names of a menu set. */
export function namesOf(given: MenuHandle): Names {
  const menus = compiledOf(given)
  const { data } = menus
  const strategy = lookup(
    data.menus.flatMap(({ strategies }) => strategies),
    ({ name }) => name,
  )
  const venue = lookup(data.settings.venues, ({ short }) => short)
  return {
    menus,
    menu: lookup(data.menus, ({ name }) => name),
    section: lookup(
      data.menus.flatMap(({ sections }) => sections),
      ({ name }) => name,
    ),
    strategy,
    sector: lookup(data.settings.sectors, ({ name }) => name),
    venue,
    option: (id) => {
      const option = menus.optionById.get(id)
      return option ? `${option.strategy.name} (${option.venue.short})` : id
    },
    population: lookup(data.settings.populations, ({ short }) => short),
    specialPopulation: lookup(data.settings.specialPopulations, ({ name }) => name),
    medication: lookup(data.settings.medications, ({ name }) => name.toLowerCase()),
    gap: lookup(data.gaps, ({ name }) => name),
    fact: lookup([...data.facts, ...data.indicators], ({ label }) => label),
    indicator: (id) => menus.indicators.get(id),
    requirement: lookup(data.plan.requirements, ({ label }) => label),
  }
}
