import { type FactValues, met } from '../conditions/compile.js'
import type { Menus } from '../menus/compile.js'
import { matches, type Selectable } from '../menus/selector.js'
import { covers } from '../profile/check.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { PlanWarning } from './decision-plan.js'

/** A chosen option, with the facts that it waits for. */
export interface Chosen {
  readonly selectable: Selectable
  readonly confirmFacts: readonly string[]
}

/** Stages at which something runs well enough for others to lean on it. */
const runningStages: readonly string[] = ['partial', 'at-scale', 'saturated']

/** Lists what runs already at stage `partial` or above: the listed options, and entries that the menus do not list. */
function running(profile: CommunityProfile<Ids>, menus: Menus): Selectable[] {
  return (profile.landscape ?? [])
    .filter(({ stage }) => runningStages.includes(stage))
    .flatMap((entry): Selectable[] => {
      const strategy = menus.strategies.get(entry.strategy)!
      const options = menus.optionsOf
        .get(entry.strategy)!
        .filter((option) => covers(entry, option.strategy.id, option.sector, option.venue.id))
      const head = {
        menu: menus.menuOf.get(entry.strategy)!,
        section: strategy.section,
        strategy: entry.strategy,
        medications: [],
        populations: [],
      }
      return options.length > 0
        ? options.map(({ sector, venue }) => ({ ...head, sector, venue: venue.id }))
        : [{ ...head, sector: entry.sector ?? '', venue: entry.venue ?? '' }]
    })
}

/**
 * Lists the menus' warnings on a finished plan, chosen or made by hand. A warning is shown when everything in its `when` holds; a condition
 * on facts that are not known does not hold.
 */
export function planWarnings(
  chosen: readonly Chosen[],
  profile: CommunityProfile<Ids>,
  values: FactValues,
  menus: Menus,
): PlanWarning<Ids>[] {
  const active = running(profile, menus)
  const selected = chosen.map(({ selectable }) => selectable)
  return menus.plan.warnings.flatMap(({ id, when }): PlanWarning<Ids>[] => {
    const { planHas, noneChosenOrRunning, needsNotMet, oneVenueOrFactShare } = when
    const test = menus.planTests.get(id)
    if (planHas && !selected.some((each) => planHas.some((selector) => matches(selector, each)))) return []
    if (noneChosenOrRunning && [...selected, ...active].some((each) => matches(noneChosenOrRunning, each))) return []
    if (test && test(values) !== met) return []
    const leaning = needsNotMet ? leaningAlone(selected, active, menus) : []
    if (needsNotMet && leaning.length === 0) return []
    const crowded = oneVenueOrFactShare === undefined ? [] : crowdedIn(chosen, oneVenueOrFactShare)
    if (oneVenueOrFactShare !== undefined && crowded.length === 0) return []
    return [{ code: 'warning', id, leaning, crowded }]
  })
}

/** Finds the chosen strategies that lean on others of which none is chosen or running. */
function leaningAlone(selected: readonly Selectable[], active: readonly Selectable[], menus: Menus): PlanWarning<Ids>['leaning'] {
  const there = new Set([...selected, ...active].map(({ strategy }) => strategy))
  return [...new Set(selected.map(({ strategy }) => strategy))].flatMap((strategy) => {
    const on = menus.strategies.get(strategy)?.needs ?? []
    return on.length > 0 && !on.some((needed) => there.has(needed)) ? [{ strategy, on }] : []
  })
}

/** Finds the venues and unknown facts on which a large share of the plan depends. */
function crowdedIn(chosen: readonly Chosen[], share: number): PlanWarning<Ids>['crowded'] {
  const count = (by: 'venue' | 'fact', idsOf: (one: Chosen) => readonly string[]): PlanWarning<Ids>['crowded'] => {
    const counts = new Map<string, number>()
    for (const one of chosen) for (const id of new Set(idsOf(one))) counts.set(id, (counts.get(id) ?? 0) + 1)
    return [...counts]
      .filter(([, options]) => options > 1 && options / chosen.length >= share)
      .map(([id, options]) => ({ by, id, options, of: chosen.length }))
  }
  return [...count('venue', ({ selectable }) => [selectable.venue]), ...count('fact', ({ confirmFacts }) => confirmFacts)]
}
