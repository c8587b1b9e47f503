import { asSelectable, type Menus, type Option } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Selector } from '../menus/schema/index.js'
import { matches, type Selectable } from '../menus/selector.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { GoalPlace, RequirementKind, Target } from './decision-plan.js'

/** A rule on the whole plan: at least so many strategies, or options, of a kind. */
export type PlanRequirement = RequirementKind & {
  readonly id: string
  readonly basis: 'trial' | 'guidance' | 'coalition'
  readonly atLeast: number
  readonly count: 'strategies' | 'options'
  readonly counts: (selectable: Selectable) => boolean
  /** For each option of the menus, by its index, 1 if it counts. */
  readonly listed: Uint8Array
  /** Populations that it asks for: the ledger lists those not named. */
  readonly populations?: readonly string[]
}

/**
 * Lists the requirements on a plan: those of the menus, one for each stated goal and each priority population of the profile, and one for
 * each option or strategy that is pinned.
 */
export function planRequirements(profile: CommunityProfile<Ids>, include: readonly string[], given: MenuHandle): PlanRequirement[] {
  const menus = compiledOf(given)
  const { goalWeight, populationMenus } = menus.plan
  const one = { basis: 'coalition', atLeast: 1, count: 'options' } as const
  return [
    ...menuRequirements(menus),
    ...goalsByPlace(profile).map((goal): PlanRequirement => {
      const { gap, sector, venue, population } = goal
      const { weightOf } = menus.gaps.find((each) => each.gap.id === gap)!
      const serves = (selectable: Selectable): boolean =>
        (weightOf.get(selectable.strategy) ?? 0) >= goalWeight &&
        (sector === null || selectable.sector === sector) &&
        (venue === null || selectable.venue === venue) &&
        (population === null || selectable.populations.includes(population))
      const place = [sector, venue, population].filter((part) => part !== null)
      return {
        ...one,
        ...goal,
        id: ['goal', gap, ...place].join('-'),
        kind: 'goal',
        counts: serves,
        listed: maskOf(menus, (option) => serves(asSelectable(option))),
      }
    }),
    ...[...new Set(profile.priorityPopulations)].map(
      (population): PlanRequirement => ({
        ...one,
        id: `population-${population}`,
        kind: 'population',
        population,
        ...bySelector({ menus: populationMenus, populations: [population] }, menus),
      }),
    ),
    ...include.map((of): PlanRequirement => {
      const pinned = ({ strategy, sector, venue }: Selectable): boolean => of === strategy || of === `${strategy}@${sector}@${venue}`
      return {
        ...one,
        id: `include-${of}`,
        kind: 'pin',
        of,
        counts: pinned,
        listed: maskOf(menus, (option) => pinned(asSelectable(option))),
      }
    }),
  ]
}

const bySelector = (of: Selector, menus: Menus): Pick<PlanRequirement, 'counts' | 'listed' | 'populations'> => ({
  counts: (selectable) => matches(of, selectable),
  listed: maskOf(menus, (option) => matches(of, asSelectable(option))),
  ...(of.populations ? { populations: of.populations } : {}),
})

const maskOf = (menus: Menus, holds: (option: Option) => boolean): Uint8Array =>
  Uint8Array.from(menus.options, (option) => (holds(option) ? 1 : 0))

const cache = new WeakMap<Menus, readonly PlanRequirement[]>()

/** Gives the requirements of the menus themselves, worked out once for a menu set. */
function menuRequirements(menus: Menus): readonly PlanRequirement[] {
  let known = cache.get(menus)
  if (!known) {
    known = menus.plan.requirements.map(({ id, basis, atLeast, count, of }) => ({
      id,
      kind: 'menu',
      basis,
      atLeast,
      count,
      ...bySelector(of, menus),
    }))
    cache.set(menus, known)
  }
  return known
}

interface Goal extends GoalPlace {
  readonly gap: string
  readonly statements: string[]
  readonly targets: Target[]
}

/** Gathers the goals by gap and place: several statements on one make one requirement. */
function goalsByPlace({ goals = [] }: CommunityProfile<Ids>): Goal[] {
  const byPlace = new Map<string, Goal>()
  for (const {
    gap,
    statement,
    sector = null,
    venue = null,
    population = null,
    measure = null,
    from = null,
    to = null,
    by = null,
  } of goals) {
    const key = JSON.stringify([gap, sector, venue, population])
    const goal = byPlace.get(key) ?? { gap, sector, venue, population, statements: [], targets: [] }
    if (statement !== undefined) goal.statements.push(statement)
    if (measure !== null || from !== null || to !== null || by !== null) goal.targets.push({ measure, from, to, by })
    byPlace.set(key, goal)
  }
  return [...byPlace.values()]
}

/** Counts the selections, or their strategies, that count for a requirement; and lists them. */
export function counted(
  requirement: PlanRequirement,
  selections: readonly Selectable[],
): { readonly number: number; readonly by: readonly Selectable[] } {
  const by = selections.filter(requirement.counts)
  return { number: requirement.count === 'options' ? by.length : new Set(by.map(({ strategy }) => strategy)).size, by }
}

export const selectionId = ({ strategy, sector, venue }: Selectable): string => `${strategy}@${sector}@${venue}`

export const selectableOf = (option: Option, medications: readonly string[]): Selectable => ({ ...asSelectable(option), medications })
