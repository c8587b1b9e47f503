import type { FactValues } from '../conditions/compile.js'
import { type Menus, matches, type Selectable } from '../menus/compile.js'
import type { PlanRules } from '../menus/schema.js'
import { covers } from '../profile/check.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'

/** A chosen option, with the facts that it waits for. */
export interface Chosen {
  readonly selectable: Selectable
  readonly confirmFacts: readonly string[]
}

/** Stages at which something runs well enough for others to lean on it. */
const runningStages: readonly string[] = ['partial', 'at-scale', 'saturated']

/** What runs already at stage `partial` or above: the listed options, and entries that the menus do not list. */
export function running(profile: CommunityProfile<Ids>, menus: Menus): Selectable[] {
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
 * The menus' warnings on a finished plan, chosen or made by hand. A warning is shown when everything in its `when` holds; a condition on
 * facts that are not known does not hold.
 */
export function planWarnings(chosen: readonly Chosen[], profile: CommunityProfile<Ids>, values: FactValues, menus: Menus): string[] {
  const active = running(profile, menus)
  return menus.plan.warnings.flatMap((warning) => {
    const details = holds(warning, chosen, active, values, menus)
    return details === null ? [] : [[warning.text, details, `Why: ${warning.because}`].filter(Boolean).join(' ')]
  })
}

type Warning = PlanRules['warnings'][number]

/** Null when it does not hold, else what exactly was found ('' when there is nothing to add). */
function holds(
  { id, when }: Warning,
  chosen: readonly Chosen[],
  active: readonly Selectable[],
  values: FactValues,
  menus: Menus,
): string | null {
  const selected = chosen.map(({ selectable }) => selectable)
  const { planHas, noneChosenOrRunning } = when
  const test = menus.planTests.get(id)
  if (planHas && !selected.some((each) => planHas.some((selector) => matches(selector, each)))) return null
  if (noneChosenOrRunning && [...selected, ...active].some((each) => matches(noneChosenOrRunning, each))) return null
  if (test && test(values) !== 'met') return null
  const details: string[] = []
  if (when.needsNotMet) {
    const there = new Set([...selected, ...active].map(({ strategy }) => strategy))
    const alone = [...new Set(selected.map(({ strategy }) => strategy))].filter((id) => {
      const needs = menus.strategies.get(id)?.needs ?? []
      return needs.length > 0 && !needs.some((needed) => there.has(needed))
    })
    if (alone.length === 0) return null
    details.push(...alone.map((id) => `'${id}' leans on one of: ${menus.strategies.get(id)!.needs.join(', ')}.`))
  }
  if (when.oneVenueOrFactShare !== undefined) {
    const found = crowded(chosen, when.oneVenueOrFactShare, menus)
    if (found.length === 0) return null
    details.push(`${found.join('; ')}.`)
  }
  return details.join(' ')
}

/** Venues and unconfirmed facts on which a large share of the plan hangs. */
function crowded(chosen: readonly Chosen[], share: number, menus: Menus): string[] {
  const count = (idsOf: (one: Chosen) => readonly string[], name: (id: string) => string): string[] => {
    const counts = new Map<string, number>()
    for (const one of chosen) for (const id of new Set(idsOf(one))) counts.set(id, (counts.get(id) ?? 0) + 1)
    return [...counts]
      .filter(([, number]) => number > 1 && number / chosen.length >= share)
      .map(([id, number]) => `${number} of ${chosen.length} ${name(id)}`)
  }
  return [
    ...count(
      ({ selectable }) => [selectable.venue],
      (id) => `sit at: ${menus.venues.get(id)?.name ?? id}`,
    ),
    ...count(
      ({ confirmFacts }) => confirmFacts,
      (id) => `wait for: ${menus.facts.get(id)?.ask ?? menus.indicators.get(id)?.label ?? id}`,
    ),
  ]
}
