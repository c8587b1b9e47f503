import type { CompiledGate, Menus, Option, Selectable } from '../menus/compile.js'
import type { Requirement } from './decision.js'
import { counted, type PlanRequirement, selectionId } from './requirements.js'

/** What the ledger needs to say why a requirement is not met. */
export interface Circumstances {
  readonly excluded: readonly { readonly option: Option; readonly by: readonly CompiledGate[] }[]
  /** Ids that the coalition ruled out. */
  readonly vetoed: readonly string[]
  /** Whether the plan was made by hand: it may simply lack an option that it could hold. */
  readonly byHand: boolean
}

/** The requirements ledger: for each requirement whether the selections meet it, by which, and why or why not. */
export function ledger(
  requirements: readonly PlanRequirement[],
  selections: readonly Selectable[],
  circumstances: Circumstances,
  menus: Menus,
): Requirement[] {
  return requirements.map((requirement) => {
    const { number, by } = counted(requirement, selections)
    const met = number >= requirement.atLeast
    const [one, many] = requirement.count === 'strategies' ? ['strategy', 'strategies'] : ['option', 'options']
    const tally = `${number} ${number === 1 ? one : many}, at least ${requirement.atLeast} asked for`
    const reason = met ? `Met: ${tally}.` : `Not met: ${tally}. ${whyNot(requirement, circumstances, menus)}`
    return {
      id: requirement.id,
      label: requirement.label,
      basis: requirement.basis,
      met,
      metBy: by.map(selectionId),
      reason: [reason, populationsNote(requirement, by, menus)].filter(Boolean).join(' '),
    }
  })
}

/** Names the gates and vetoes that took away the options which would have counted. */
function whyNot(requirement: PlanRequirement, { excluded, vetoed, byHand }: Circumstances, menus: Menus): string {
  const listed = menus.options.filter(({ index }) => requirement.listed[index] === 1)
  if (listed.length === 0) return 'The menus list no option that would count.'
  const gates = new Map<string, { because: string; options: number }>()
  for (const { option, by } of excluded) {
    if (!listed.includes(option)) continue
    for (const { gate } of by) gates.set(gate.id, { because: gate.because, options: (gates.get(gate.id)?.options ?? 0) + 1 })
  }
  const vetoes = listed.filter((option) => vetoed.includes(option.id) || vetoed.includes(option.strategy.id)).length
  const parts = [...gates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { because, options }]) => `the gate '${id}' excludes ${options} (${because})`)
  if (vetoes > 0) parts.push(`the coalition ruled out ${vetoes}`)
  const left = listed.length - new Set(excluded.map(({ option }) => option).filter((option) => listed.includes(option))).size - vetoes
  if (parts.length === 0) {
    return `${listed.length} options would count; ${byHand ? 'the plan holds too few of them' : 'none fits into this plan beside the other requirements'}.`
  }
  return `Of ${listed.length} options that would count, ${parts.join('; ')}${left > 0 ? `; ${left} are left` : ''}.`
}

/** A requirement on populations says which ones are not named, so that nobody takes 'met' for 'all served'. */
function populationsNote({ populations }: PlanRequirement, by: readonly Selectable[], menus: Menus): string {
  if (!populations || populations.length < 2) return ''
  const named = new Set(by.flatMap((selection) => selection.populations))
  const missing = menus.data.settings.populations.filter(({ id }) => populations.includes(id) && !named.has(id))
  return missing.length === 0
    ? 'All high-risk populations are named.'
    : `Not named by any of them: ${missing.map(({ short }) => short).join(', ')}.`
}
