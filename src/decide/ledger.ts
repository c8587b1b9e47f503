import type { CompiledGate, Menus, Option } from '../menus/compile.js'
import type { Selectable } from '../menus/selector.js'
import type { Ids } from '../profile/schema.js'
import type { Missing, Requirement } from './decision-plan.js'
import { counted, type PlanRequirement, selectionId } from './requirements.js'

/** What the ledger needs to know to say why a requirement is not met. */
export interface Circumstances {
  readonly excluded: readonly { readonly option: Option; readonly by: readonly CompiledGate[] }[]
  /** Ids that the coalition ruled out. */
  readonly vetoed: readonly string[]
  readonly byHand: boolean
}

/** Makes the requirements ledger: for each requirement whether the selections meet it, by which, and why not. */
export const ledger = (
  requirements: readonly PlanRequirement[],
  selections: readonly Selectable[],
  circumstances: Circumstances,
  menus: Menus,
): Requirement<Ids>[] =>
  requirements.map((requirement) => {
    const { number, by } = counted(requirement, selections)
    const met = number >= requirement.atLeast
    const row = {
      id: requirement.id,
      basis: requirement.basis,
      met,
      metBy: by.map(selectionId),
      count: requirement.count,
      counted: number,
      atLeast: requirement.atLeast,
      unnamed: unnamedPopulations(requirement.populations, by),
      missing: met ? null : whatIsMissing(requirement, circumstances, menus),
    }
    switch (requirement.kind) {
      case 'menu':
        return { ...row, kind: 'menu' }
      case 'goal': {
        const { kind, gap, statements, targets, sector, venue, population } = requirement
        return { ...row, kind, gap, statements, targets, sector, venue, population }
      }
      case 'population':
        return { ...row, kind: 'population', population: requirement.population }
      case 'pin':
        return { ...row, kind: 'pin', of: requirement.of }
      default:
        return requirement satisfies never
    }
  })

function unnamedPopulations(populations: readonly string[] | undefined, by: readonly Selectable[]): string[] | null {
  if (!populations || populations.length < 2) return null
  const named = new Set(by.flatMap((selection) => selection.populations))
  return populations.filter((id) => !named.has(id))
}

/** Counts what the gates and vetoes took away of the options that would have counted. */
function whatIsMissing(requirement: PlanRequirement, { excluded, vetoed, byHand }: Circumstances, menus: Menus): Missing {
  const isListed = ({ index }: Option): boolean => requirement.listed[index] === 1
  const listed = menus.options.filter(isListed)
  const gone = excluded.filter(({ option }) => isListed(option))
  const gates = new Map<string, number>()
  for (const { by } of gone) for (const { id } of by) gates.set(id, (gates.get(id) ?? 0) + 1)
  const ruledOut = listed.filter((option) => vetoed.includes(option.id) || vetoed.includes(option.strategy.id))
  const away = new Set([...gone.map(({ option }) => option), ...ruledOut])
  return {
    listed: listed.length,
    gates: [...gates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([gate, options]) => ({ gate, options })),
    vetoed: ruledOut.length,
    left: listed.length - away.size,
    byHand,
  }
}
