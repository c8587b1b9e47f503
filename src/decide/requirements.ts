import { asSelectable, type Menus, matches, type Option, type Selectable } from '../menus/compile.js'
import type { Selector } from '../menus/schema.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'

/** A rule on the whole plan: at least so many strategies, or options, of a kind. */
export interface PlanRequirement {
  readonly id: string
  readonly label: string
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
 * The requirements on a plan: those of the menus, one for each stated goal and each priority population of the profile, and one for each
 * option or strategy that is pinned.
 */
export function planRequirements(profile: CommunityProfile<Ids>, include: readonly string[], menus: Menus): PlanRequirement[] {
  const { goalWeight, populationMenus } = menus.plan
  return [
    ...menuRequirements(menus),
    ...goalGaps(profile).map(({ gap, statement }): PlanRequirement => {
      const compiled = menus.gaps.find((each) => each.gap.id === gap)!
      const serving = new Set([...compiled.weightOf].filter(([, weight]) => weight >= goalWeight).map(([strategy]) => strategy))
      return {
        id: `goal-${gap}`,
        label: `Goal: ${statement ?? compiled.gap.name}`,
        basis: 'coalition',
        atLeast: 1,
        count: 'options',
        counts: ({ strategy }) => serving.has(strategy),
        listed: maskOf(menus, ({ strategy }) => serving.has(strategy.id)),
      }
    }),
    ...[...new Set(profile.priorityPopulations)].map((population): PlanRequirement => {
      const name = menus.data.settings.populations.find(({ id }) => id === population)!.name
      return fromSelector(
        { id: `population-${population}`, label: `Priority population: ${name}`, basis: 'coalition', atLeast: 1, count: 'options' },
        { menus: populationMenus, populations: [population] },
        menus,
      )
    }),
    ...include.map((id): PlanRequirement => {
      const option = menus.optionById.get(id)
      return {
        id: `include-${id}`,
        label: `Pinned: ${id}`,
        basis: 'coalition',
        atLeast: 1,
        count: 'options',
        listed: maskOf(menus, (each) => each.id === id || each.strategy.id === id),
        counts: option ? ({ strategy, sector, venue }) => `${strategy}@${sector}@${venue}` === id : ({ strategy }) => strategy === id,
      }
    }),
  ]
}

const fromSelector = (head: Omit<PlanRequirement, 'counts' | 'listed' | 'populations'>, of: Selector, menus: Menus): PlanRequirement => ({
  ...head,
  counts: (selectable) => matches(of, selectable),
  listed: maskOf(menus, (option) => matches(of, asSelectable(option))),
  ...(of.populations ? { populations: of.populations } : {}),
})

const maskOf = (menus: Menus, holds: (option: Option) => boolean): Uint8Array =>
  Uint8Array.from(menus.options, (option) => (holds(option) ? 1 : 0))

const cache = new WeakMap<Menus, readonly PlanRequirement[]>()

/** The requirements of the menus themselves, worked out once for a menu set. */
function menuRequirements(menus: Menus): readonly PlanRequirement[] {
  let known = cache.get(menus)
  if (!known) {
    known = menus.plan.requirements.map(({ id, label, basis, atLeast, count, of }) =>
      fromSelector({ id, label, basis, atLeast, count }, of, menus),
    )
    cache.set(menus, known)
  }
  return known
}

/** One goal a gap: several statements of one gap are joined. */
function goalGaps({ goals = [] }: CommunityProfile<Ids>): { gap: string; statement: string | undefined }[] {
  const byGap = new Map<string, string[]>()
  for (const { gap, statement } of goals) byGap.set(gap, [...(byGap.get(gap) ?? []), ...(statement === undefined ? [] : [statement])])
  return [...byGap].map(([gap, statements]) => ({ gap, statement: statements.length > 0 ? statements.join('; ') : undefined }))
}

/** How many of the selections, or of their strategies, count for a requirement; and which. */
export function counted(
  requirement: PlanRequirement,
  selections: readonly Selectable[],
): { readonly number: number; readonly by: readonly Selectable[] } {
  const by = selections.filter(requirement.counts)
  return { number: requirement.count === 'options' ? by.length : new Set(by.map(({ strategy }) => strategy)).size, by }
}

export const selectionId = ({ strategy, sector, venue }: Selectable): string => `${strategy}@${sector}@${venue}`

export const selectableOf = (option: Option, medications: readonly string[]): Selectable => ({ ...asSelectable(option), medications })
