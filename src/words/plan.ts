import type { Decision, Note, Plan, PlanNote, PlanWarning, RankedOption, Requirement, Selection } from '../decide/decision.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { type Sentences, say } from './language.js'
import { type Names, namesOf } from './names.js'
import { confirmationsOf, reasonsOf, sourcesOf, warningsOf } from './reason.js'
import { plain, type Rich } from './rich.js'

/** What can be said of one option: all of it made from the decision. */
export interface OptionWords {
  /** How its score was made, one sentence a step. */
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  readonly confirmFirst: readonly string[]
  /** Ids of references in the menus. */
  readonly sources: readonly string[]
}

type Spoken<T> = T & { readonly text: string }
/** A requirement in words: `label` says what is asked for, `text` how the plan meets it or why it cannot. */
export type SpokenRequirement<I extends Ids = BuiltInIds> = Spoken<Requirement<I>> & { readonly label: string }
export type SpokenWarning<I extends Ids = BuiltInIds> = Spoken<PlanWarning<I>>

/** What `recommend` returns: the decision, with the words of its plan and notes. */
export type Recommendation<I extends Ids = BuiltInIds> = Omit<Decision<I>, 'plan' | 'notes'> & {
  readonly plan: Omit<Plan<I>, 'selections' | 'requirements' | 'warnings' | 'notes'> & {
    readonly selections: readonly (Selection & { readonly words: OptionWords })[]
    readonly requirements: readonly SpokenRequirement<I>[]
    readonly warnings: readonly SpokenWarning<I>[]
    readonly notes: readonly Spoken<PlanNote>[]
  }
  readonly notes: readonly Spoken<Note>[]
}

/** Puts one option of a decision into words. */
export function wordsOf(option: RankedOption<Ids>, decision: Decision<Ids>, names: Names, language: Sentences): OptionWords {
  const { menus } = names
  const texts = (parts: readonly Rich[]): string[] => parts.map((part) => plain(part, names))
  return {
    reasons: texts(reasonsOf(option, decision, menus).map((reason) => say(language.reason, reason, names))),
    warnings: texts(warningsOf(option, decision, menus).map((warning) => say(language.warning, warning, names))),
    confirmFirst: texts(confirmationsOf(option, decision, menus).map((each) => language.confirmation(each, names))),
    sources: sourcesOf(option, decision, menus),
  }
}

/** Adds the words of the plan to a decision. */
export function planInWords(decision: Decision<Ids>, menus: Menus, language: Sentences): Recommendation<Ids> {
  const names = namesOf(menus)
  const { plan, ranking, notes } = decision
  return {
    ...decision,
    plan: {
      ...plan,
      selections: plan.selections.map((selection) => ({
        ...selection,
        words: wordsOf(ranking[selection.rank - 1]!, decision, names, language),
      })),
      requirements: spokenRequirements(plan.requirements, names, language),
      warnings: spokenWarnings(plan.warnings, names, language),
      notes: plan.notes.map((note) => ({ ...note, text: plain(say(language.planNote, note, names), names) })),
    },
    notes: notes.map((note) => ({ ...note, text: plain(say(language.note, note, names), names) })),
  }
}

export const spokenRequirements = (rows: readonly Requirement<Ids>[], names: Names, language: Sentences): SpokenRequirement<Ids>[] =>
  rows.map((row) => ({
    ...row,
    label: plain(language.requirement(row, names), names),
    text: plain(language.howMet(row, names), names),
  }))

export const spokenWarnings = (warnings: readonly PlanWarning<Ids>[], names: Names, language: Sentences): SpokenWarning<Ids>[] =>
  warnings.map((warning) => ({ ...warning, text: plain(language.planWarning(warning, names), names) }))
