import type { DataGap, GapNote, Note, PlanNote, PlanWarning, Requirement, Upgrade } from '../decide/decision.js'
import type { SelectionNote } from '../decide/hand-made.js'
import type { Ids } from '../profile/schema.js'
import type { Names } from './names.js'
import type { PageWords } from './pages.js'
import type { Confirmation, Reason, Warning } from './reason.js'
import type { Rich } from './rich.js'
import type { TerminalWords } from './terminal.js'
import type { Why } from './why.js'

/** One function for each code of a union. */
export type Sayings<T extends { readonly code: string }> = {
  readonly [C in T['code']]: (said: Extract<T, { readonly code: C }>, names: Names) => Rich
}

/** How a language says what a decision holds: one function a code. */
export interface Sentences {
  readonly reason: Sayings<Reason>
  readonly warning: Sayings<Warning>
  readonly why: Sayings<Why>
  readonly note: Sayings<Note>
  readonly planNote: Sayings<PlanNote>
  readonly gapNote: Sayings<{ [C in GapNote['code']]: Omit<GapNote<Ids>, 'code'> & { readonly code: C } }[GapNote['code']]>
  readonly planWarning: (warning: PlanWarning<Ids>, names: Names) => Rich
  readonly selectionNote: Sayings<SelectionNote>
  readonly confirmation: (confirmation: Confirmation, names: Names) => Rich
  /** What a requirement asks for, in a few words. */
  readonly requirement: (requirement: Requirement<Ids>, names: Names) => Rich
  /** How the plan meets a requirement, or why it cannot. */
  readonly howMet: (requirement: Requirement<Ids>, names: Names) => Rich
  /** What would change the plan: a question, what enters and leaves, what it is worth and how likely it is. */
  readonly upgrade: (upgrade: Upgrade<Ids>, names: Names) => Rich
  /** The question that settles a fact. */
  readonly question: (fact: string, names: Names) => Rich
  /** What the answer to a data gap would settle. */
  readonly settles: (gap: DataGap<Ids>, names: Names) => Rich
  /** Why an option is excluded. */
  readonly exclusion: (gates: readonly string[], names: Names) => Rich
}

/** A language: its sentences, and the fixed texts of pages and of the terminal. Another language is another record of the same shape. */
export interface Language extends Sentences {
  readonly page: PageWords
  readonly terminal: TerminalWords
}

/** Says something in a language: the function of its code. */
export const say = <T extends { readonly code: string }>(sayings: Sayings<T>, said: T, names: Names): Rich =>
  (sayings[said.code as T['code']] as (said: T, names: Names) => Rich)(said, names)
