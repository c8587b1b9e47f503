import { frozen } from '../frozen.js'
import { exclusion, howMet, notes, planNotes, planWarning, requirement, selectionNotes, settles, upgrade, whys } from './english-plan.js'
import { confirmation, gapNotes, question, reasons, warnings } from './english-reasons.js'
import type { Sentences } from './language.js'

/** English for what a decision says. */
export const englishSentences: Sentences = frozen({
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
  upgrade,
  question,
  settles,
  exclusion,
})
