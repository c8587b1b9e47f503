import { asSelectable, type Menus, type Option } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Selector } from '../menus/schema/index.js'
import { matches, type Selectable } from '../menus/selector.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { RequirementKind } from './decision-plan.js'

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
    ...goalsByGap(profile).map(({ gap, statements }): PlanRequirement => {
      const { weightOf } = menus.gaps.find((each) => each.gap.id === gap)!
      const serves = (strategy: string): boolean => (weightOf.get(strategy) ?? 0) >= goalWeight
      return {
        ...one,
        id: `goal-${gap}`,
        kind: 'goal',
        gap,
        statements,
        counts: ({ strategy }) => serves(strategy),
        listed: maskOf(menus, ({ strategy }) => serves(strategy.id)),
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

/** Gathers the goals by gap: several statements on one gap make one requirement. */
function goalsByGap({ goals = [] }: CommunityProfile<Ids>): { gap: string; statements: string[] }[] {
  const byGap = new Map<string, string[]>()
  for (const { gap, statement } of goals) byGap.set(gap, [...(byGap.get(gap) ?? []), ...(statement === undefined ? [] : [statement])])
  return [...byGap].map(([gap, statements]) => ({ gap, statements }))
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
