import { describeValue } from '../issues/from-zod.js'
import { type Issue, type Path, type Problem, ProfileError } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import type { Menus } from '../menus/compile.js'
import type { Selectable } from '../menus/selector.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { selectableOf, selectionId } from './requirements.js'

/** A selection made by hand: the id of an option; or its strategy, sector and venue, and what the menus do not list; or one of a result. */
export type HandMadeSelection<I extends Ids = BuiltInIds> =
  | string
  | { readonly id: string; readonly strategy?: undefined }
  | {
      readonly strategy: I['strategy']
      readonly sector: I['sector']
      readonly venue: I['venue']
      /** High-risk populations that it names; those of the menus if left out. */
      readonly populations?: readonly I['population'][]
      readonly medications?: readonly I['medication'][]
    }

/** A remark on one selection made by hand. */
export type SelectionNote =
  /** Gates exclude it here: it meets nothing. */
  | { readonly code: 'excluded'; readonly gates: readonly string[] }
  /** The menus do not list it: it counts for requirements and has no score. */
  | { readonly code: 'unlisted' }
  /** The study's coding rules put its venue in another sector. */
  | { readonly code: 'other-sector'; readonly sector: string }
  | { readonly code: 'confirm'; readonly gate: string; readonly facts: readonly string[] }

/**
 * Lists the ids of selections made by hand.
 * @throws ProfileError with every problem, when a selection names what the menus do not hold
 */
export function selectionIds(selections: readonly HandMadeSelection<Ids>[], menus: Menus): string[] {
  const { selectables, issues } = readSelections(selections, menus)
  if (issues.length > 0) throw new ProfileError(issues)
  return selectables.map(selectionId)
}

/** Reads selections made by hand: what they name, and every problem. */
export function readSelections(
  selections: readonly HandMadeSelection<Ids>[],
  menus: Menus,
): { selectables: Selectable[]; issues: Issue[] } {
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
        fix: 'Remove one of the two.',
      })
      return
    }
    selectables.push(made)
  })
  return { selectables, issues }
}

const selectionKeys = ['strategy', 'sector', 'venue', 'populations', 'medications']
/** The other keys of a result's selections: these may be passed as they are. */
const resultKeys = ['id', 'rank', 'priority', 'expected', 'otherwise', 'words']

/** Gives the strategy, sector and venue of a selection; a selection of a result has them in its id. */
const fieldsOf = (selection: object): (string | undefined)[] => {
  const { id, strategy, sector, venue } = selection as Record<string, string | undefined>
  return typeof id === 'string' && strategy === undefined ? id.split('@') : [strategy, sector, venue]
}
