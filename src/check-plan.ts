import { assess } from './decide/assess.js'
import type { Requirement } from './decide/decision.js'
import { ledger } from './decide/ledger.js'
import { menusOf, type RecommendOptions } from './decide/options.js'
import { choosePlan } from './decide/plan.js'
import { planWarnings } from './decide/plan-warnings.js'
import { planRequirements, selectableOf, selectionId } from './decide/requirements.js'
import { describeValue } from './issues/from-zod.js'
import { type Issue, type Path, type Problem, ProfileError } from './issues/issue.js'
import { suggest } from './issues/suggest.js'
import type { Menus, Selectable } from './menus/compile.js'
import type { Estimate } from './numbers.js'
import { round4 } from './numbers.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import type { BuiltInIds } from './vocabulary.js'

/** A selection made by hand: the id of an option, or its strategy, sector and venue, and what the menus do not list for it. */
export type HandMadeSelection<I extends Ids = BuiltInIds> =
  | string
  | {
      readonly strategy: I['strategy']
      readonly sector: I['sector']
      readonly venue: I['venue']
      /** High-risk populations that it names; those of the menus if left out. */
      readonly populations?: readonly I['population'][]
      readonly medications?: readonly I['medication'][]
    }

export interface CheckedSelection<I extends Ids = BuiltInIds> {
  readonly id: string
  readonly strategy: I['strategy']
  readonly sector: I['sector']
  readonly venue: I['venue']
  /** Null: not listed in the menus, or excluded by a gate; it counts for requirements and is not scored. */
  readonly priority: Estimate | null
  readonly rank: number | null
  readonly notes: readonly string[]
}

export interface CheckedPlan<I extends Ids = BuiltInIds> {
  readonly selections: readonly CheckedSelection<I>[]
  readonly requirements: readonly Requirement[]
  readonly complete: boolean
  /** Sum of the priorities of the selections that have one. */
  readonly total: number
  /** The best plan of the same size, or of the smallest size that meets every requirement. */
  readonly best: { readonly total: number; readonly selections: readonly string[] }
  readonly warnings: readonly string[]
}

/**
 * Checks a plan made by hand against the requirements, and compares it with the best one.
 * @throws ProfileError with every problem, when the profile, an option or a selection cannot be used
 */
export function checkPlan(
  selections: readonly HandMadeSelection[],
  profile: CommunityProfile,
  options?: RecommendOptions & { readonly menus?: undefined },
): CheckedPlan
export function checkPlan(
  selections: readonly HandMadeSelection<Ids>[],
  profile: CommunityProfile<Ids>,
  options: RecommendOptions<Ids> & { readonly menus: Menus },
): CheckedPlan<Ids>
export function checkPlan(
  selections: readonly HandMadeSelection<Ids>[],
  input: unknown,
  options: RecommendOptions<Ids> = {},
): CheckedPlan<Ids> {
  const { selectables, issues } = readSelections(selections, menusOf(options))
  const { profile, settled, facts, ranking, excluded } = assess(input, options, issues)
  const { menus, include, exclude, maxPerStrategy } = settled

  const rankOf = new Map(ranking.map((scored, index) => [scored.option.id, { scored, rank: index + 1 }]))
  const gateOf = new Map(excluded.map(({ option, passage }) => [option.id, passage.excludedBy]))
  const checked = selectables.map((selectable): CheckedSelection<Ids> => {
    const id = selectionId(selectable)
    const found = rankOf.get(id)
    const gates = gateOf.get(id)
    const { strategy, sector, venue } = selectable
    const { sector: coded, otherSectors } = menus.venues.get(venue)!
    const notes = [
      ...(gates ? gates.map(({ gate }) => `Excluded by '${gate.id}': ${gate.because}`) : []),
      ...(!found && !gates ? ['The menus do not list this combination: it counts for requirements and is not scored.'] : []),
      ...(coded !== sector && !otherSectors.includes(sector) ? [`The study's coding rules put this venue in the sector '${coded}'.`] : []),
      ...(found
        ? found.scored.passage.confirm.map(({ gate, facts: waiting }) => `Confirm first: ${waiting.join(', ')} ('${gate.gate.id}').`)
        : []),
    ]
    return { id, strategy, sector, venue, priority: found?.scored.priority ?? null, rank: found?.rank ?? null, notes }
  })
  const requirements = planRequirements(profile, include, menus)
  // What a gate excludes cannot be done: it meets nothing.
  const standing = selectables.filter((selectable) => !gateOf.has(selectionId(selectable)))
  const rows = ledger(
    requirements,
    standing,
    { excluded: excluded.map(({ option, passage }) => ({ option, by: passage.excludedBy })), vetoed: exclude, byHand: true },
    menus,
  )
  const best = choosePlan({ ranking, requirements, size: Math.max(1, selections.length), maxPerStrategy, exclude })
  const waitsFor = (selectable: Selectable): string[] => {
    const found = rankOf.get(selectionId(selectable))
    return found ? found.scored.passage.confirm.flatMap(({ facts: waiting }) => waiting.filter((fact) => !facts.values.has(fact))) : []
  }
  return {
    selections: checked,
    requirements: rows,
    complete: rows.every(({ met }) => met),
    total: round4(checked.reduce((total, { priority }) => total + (priority?.best ?? 0), 0)),
    best: { total: best.total, selections: best.chosen.map(({ option }) => option.id) },
    warnings: planWarnings(
      selectables.map((selectable) => ({ selectable, confirmFacts: waitsFor(selectable) })),
      profile,
      facts.values,
      menus,
    ),
  }
}

/**
 * The ids of selections made by hand.
 * @throws ProfileError with every problem, when a selection names what the menus do not hold
 */
export function selectionIds(selections: readonly HandMadeSelection<Ids>[], menus: Menus): string[] {
  const { selectables, issues } = readSelections(selections, menus)
  if (issues.length > 0) throw new ProfileError(issues)
  return selectables.map(selectionId)
}

function readSelections(selections: readonly HandMadeSelection<Ids>[], menus: Menus): { selectables: Selectable[]; issues: Issue[] } {
  const issues: Issue[] = []
  const selectables: Selectable[] = []
  const report = (path: Path, problem: Problem): void => {
    issues.push({ ...problem, severity: 'error', path: ['selections', ...path] })
  }
  if (!Array.isArray(selections)) {
    report([], { code: 'wrong-type', expected: 'a list of selections', received: describeValue(selections) })
    return { selectables, issues }
  }
  const known = {
    strategy: [...menus.strategies.keys()],
    sector: menus.data.settings.sectors.map(({ id }) => id),
    venue: [...menus.venues.keys()],
    population: menus.data.settings.populations.map(({ id }) => id),
    medication: menus.data.settings.medications.map(({ id }) => id),
  }
  const form = "'strategy@sector@venue', or strategy, sector and venue"
  selections.forEach((selection: unknown, index) => {
    const parts =
      typeof selection === 'string' ? selection.split('@') : typeof selection === 'object' && selection !== null ? fieldsOf(selection) : []
    const [strategy, sector, venue] = parts
    if (parts.length !== 3 || [strategy, sector, venue].some((part) => typeof part !== 'string')) {
      report([index], { code: 'bad-form', received: typeof selection === 'string' ? `'${selection}'` : 'the selection', expected: form })
      return
    }
    const before = issues.length
    const check = (kind: keyof typeof known, id: unknown, path: Path): void => {
      if (typeof id === 'string' && known[kind].includes(id)) return
      report(path, { code: 'unknown-id', kind, id: String(id), suggestion: suggest(String(id), known[kind]), allowed: known[kind] })
    }
    check('strategy', strategy, [index, 'strategy'])
    check('sector', sector, [index, 'sector'])
    check('venue', venue, [index, 'venue'])
    const extra = typeof selection === 'string' ? {} : (selection as { populations?: readonly string[]; medications?: readonly string[] })
    for (const [kind, key] of [
      ['population', 'populations'],
      ['medication', 'medications'],
    ] as const) {
      const named: unknown = extra[key]
      if (Array.isArray(named)) for (const [at, id] of named.entries()) check(kind, id, [index, key, at])
      else if (named !== undefined) report([index, key], { code: 'wrong-type', expected: 'a list', received: describeValue(named) })
    }
    for (const key of typeof selection === 'string' ? [] : Object.keys(selection as object)) {
      if (!selectionKeys.includes(key) && !resultKeys.includes(key))
        report([index, key], { code: 'unknown-key', key, suggestion: suggest(key, selectionKeys) })
    }
    if (issues.length > before) return
    const option = menus.optionById.get(`${strategy}@${sector}@${venue}`)
    const listed = option ? selectableOf(option, option.medications) : undefined
    const made: Selectable = {
      menu: menus.menuOf.get(strategy!)!,
      section: menus.strategies.get(strategy!)!.section,
      strategy: strategy!,
      sector: sector!,
      venue: venue!,
      populations: extra.populations ?? listed?.populations ?? [],
      medications: extra.medications ?? listed?.medications ?? [],
    }
    if (selectables.some((other) => selectionId(other) === selectionId(made))) {
      report([index], {
        code: 'conflict',
        what: `'${selectionId(made)}' is selected twice`,
        why: 'A selection counts once.',
        mend: 'Remove one of the two.',
      })
      return
    }
    selectables.push(made)
  })
  return { selectables, issues }
}

const selectionKeys = ['strategy', 'sector', 'venue', 'populations', 'medications']
/** What the selections of a result hold beside: they may be handed in as they are. */
const resultKeys = ['id', 'menu', 'section', 'priority', 'reasons', 'otherwise']

const fieldsOf = (selection: object): (string | undefined)[] => {
  const { strategy, sector, venue } = selection as Record<string, string | undefined>
  return [strategy, sector, venue]
}
