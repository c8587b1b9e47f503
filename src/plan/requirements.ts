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
  /** Populations that it asks for: the ledger lists those not named. */
  readonly populations?: readonly string[]
}

/**
 * The requirements on a plan: those of the menus, one for each stated goal and each priority population of the profile, and one for each
 * option or strategy that is pinned.
 */
export function planRequirements(profile: CommunityProfile<Ids>, include: readonly string[], menus: Menus): PlanRequirement[] {
  const { requirements, goalWeight, populationMenus } = menus.plan
  return [
    ...requirements.map(({ id, label, basis, atLeast, count, of }): PlanRequirement => fromSelector({ id, label, basis, atLeast, count }, of)),
    ...goalGaps(profile).map(({ gap, statement }): PlanRequirement => {
      const serving = new Set([...menus.strategies.values()].filter(({ addresses }) => addresses.some((address) => address.gap === gap && address.weight >= goalWeight)).map(({ id }) => id))
      const name = menus.gaps.find((each) => each.gap.id === gap)!.gap.name
      return {
        id: `goal-${gap}`,
        label: `Goal: ${statement ?? name}`,
        basis: 'coalition',
        atLeast: 1,
        count: 'options',
        counts: ({ strategy }) => serving.has(strategy),
      }
    }),
    ...[...new Set(profile.priorityPopulations)].map((population): PlanRequirement => {
      const name = menus.data.settings.populations.find(({ id }) => id === population)!.name
      return fromSelector({ id: `population-${population}`, label: `Priority population: ${name}`, basis: 'coalition', atLeast: 1, count: 'options' }, { menus: populationMenus, populations: [population] })
    }),
    ...include.map((id): PlanRequirement => {
      const option = menus.optionById.get(id)
      return {
        id: `include-${id}`,
        label: `Pinned: ${id}`,
        basis: 'coalition',
        atLeast: 1,
        count: 'options',
        counts: option ? ({ strategy, sector, venue }) => `${strategy}@${sector}@${venue}` === id : ({ strategy }) => strategy === id,
      }
    }),
  ]
}

const fromSelector = (head: Omit<PlanRequirement, 'counts' | 'populations'>, of: Selector): PlanRequirement => ({
  ...head,
  counts: (selectable) => matches(of, selectable),
  ...(of.populations ? { populations: of.populations } : {}),
})

/** One goal a gap: several statements of one gap are joined. */
function goalGaps({ goals = [] }: CommunityProfile<Ids>): { gap: string; statement: string | undefined }[] {
  const byGap = new Map<string, string[]>()
  for (const { gap, statement } of goals) byGap.set(gap, [...(byGap.get(gap) ?? []), ...(statement === undefined ? [] : [statement])])
  return [...byGap].map(([gap, statements]) => ({ gap, statement: statements.length > 0 ? statements.join('; ') : undefined }))
}

/** How many of the selections, or of their strategies, count for a requirement; and which. */
export function counted(requirement: PlanRequirement, selections: readonly Selectable[]): { readonly number: number; readonly by: readonly Selectable[] } {
  const by = selections.filter(requirement.counts)
  return { number: requirement.count === 'options' ? by.length : new Set(by.map(({ strategy }) => strategy)).size, by }
}

export const isMet = (requirement: PlanRequirement, selections: readonly Selectable[]): boolean => counted(requirement, selections).number >= requirement.atLeast

export const selectionId = ({ strategy, sector, venue }: Selectable): string => `${strategy}@${sector}@${venue}`

export const selectableOf = (option: Option, medications: readonly string[]): Selectable => ({ ...asSelectable(option), medications })
