import { frozen } from '../frozen.js'
import { exclusion, howMet, notes, planNotes, planWarning, requirement, selectionNotes, settles, whys } from './english-plan.js'
import { confirmation, gapNotes, question, reasons, warnings } from './english-reasons.js'
import type { Language } from './language.js'
import { pageWords } from './pages.js'
import { terminalWords } from './terminal.js'

/** English: the only place where what a decision says is put into words. */
export const english: Language = frozen({
  reason: reasons,
  warning: warnings,
  why: whys,
  note: notes,
  planNote: planNotes,
  gapNote: gapNotes,
  planWarning,
  selectionNote: selectionNotes,
  confirmation,
  requirement,
  howMet,
  question,
  settles,
  exclusion,
  page: pageWords,
  terminal: terminalWords,
})
