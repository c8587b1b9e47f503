import type { Menus } from '../menus/compile.js'
import { plainText } from './plain-text.js'

/** Looks up what ids are called. An id that the menus do not hold is shown as it is. */
export interface Names {
  readonly menu: (id: string) => string
  readonly section: (id: string) => string
  readonly strategy: (id: string) => string
  readonly sector: (id: string) => string
  readonly venue: (id: string) => string
  readonly population: (id: string) => string
  readonly specialPopulation: (id: string) => string
  readonly medication: (id: string) => string
  readonly gap: (id: string) => string
  /** The question that settles a fact or an indicator. */
  readonly question: (id: string) => string
  /** A text of the result in which strategies and options stand by their names instead of their ids. */
  readonly inWords: (text: string) => string
}

type Named = { readonly id: string }
const lookup = <T extends Named>(items: Iterable<T>, name: (item: T) => string): ((id: string) => string) => {
  const names = new Map([...items].map((item) => [item.id, plainText(name(item))]))
  return (id) => names.get(id) ?? plainText(id)
}

const cache = new WeakMap<Menus, Names>()

/** The names of a menu set, looked up once for each. */
export function namesOf(menus: Menus): Names {
  const known = cache.get(menus)
  if (known) return known
  const { data } = menus
  const facts = lookup(data.facts, ({ ask }) => ask)
  const indicators = lookup(data.indicators, ({ label, unit }) => `${label}${unit.startsWith('0 =') ? '' : ` (${unit})`}?`)
  const strategy = lookup(
    data.menus.flatMap(({ strategies }) => strategies),
    ({ name }) => name,
  )
  const venue = lookup(data.settings.venues, ({ short }) => short)
  const made: Names = {
    menu: lookup(data.menus, ({ name }) => name),
    section: lookup(
      data.menus.flatMap(({ sections }) => sections),
      ({ name }) => name,
    ),
    strategy,
    sector: lookup(data.settings.sectors, ({ name }) => name),
    venue,
    population: lookup(data.settings.populations, ({ short }) => short),
    specialPopulation: lookup(data.settings.specialPopulations, ({ name }) => name),
    medication: lookup(data.settings.medications, ({ name }) => name.toLowerCase()),
    gap: lookup(data.gaps, ({ name }) => name),
    question: (id) => (menus.facts.has(id) ? facts(id) : indicators(id)),
    inWords: (text) =>
      plainText(text)
        .replace(/'?\b([a-z0-9-]+)@([a-z0-9-]+)@([a-z0-9-]+)\b'?/g, (found, id: string, _sector, at: string) =>
          menus.strategies.has(id) ? `${strategy(id)} (${venue(at)})` : found,
        )
        .replace(/'?\b[a-z]+(?:-[a-z]+)+\b'?/g, (found) => {
          const id = found.replaceAll("'", '')
          return menus.strategies.has(id) ? `“${strategy(id)}”` : found
        }),
  }
  cache.set(menus, made)
  return made
}
