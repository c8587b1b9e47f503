import type { Kind } from '../../issues/build.js'
import type { IdKind, MenuData } from '../../menus/schema/index.js'

/** What a kind of id is called in a message, and the ids that there are. */
export interface KnownIds extends Kind {
  readonly ids: readonly string[]
}

/** Lists every id of a menu set that something else can name. */
export function knownIds(data: MenuData): Readonly<Record<IdKind, KnownIds>> {
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)
  return {
    menus: { kind: 'menu', ids: ids(data.menus) },
    sections: { kind: 'section', ids: ids(data.menus.flatMap(({ sections }) => sections)) },
    strategies: { kind: 'strategy', ids: ids(data.menus.flatMap(({ strategies }) => strategies)) },
    sectors: { kind: 'sector', ids: ids(data.settings.sectors) },
    venues: { kind: 'venue', ids: ids(data.settings.venues) },
    medications: { kind: 'medication', ids: ids(data.settings.medications) },
    populations: { kind: 'high-risk population', ids: ids(data.settings.populations) },
    gaps: { kind: 'service gap', ids: ids(data.gaps) },
    indicators: { kind: 'indicator', ids: ids(data.indicators) },
    facts: { kind: 'fact', ids: ids(data.facts) },
    readable: { kind: 'fact or indicator', ids: [...ids(data.facts), ...ids(data.indicators)] },
    references: { kind: 'reference', where: 'in references.json', ids: ids(data.references) },
    kinds: { kind: 'kind of activity', where: 'in feasibility.yaml', ids: ids(data.feasibility.kinds) },
  }
}
