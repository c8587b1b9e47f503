import type { Decision } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import type { CheckedPlan, CheckedSelection } from '../words/checked.js'
import { say } from '../words/language.js'
import { oneDecimal } from '../words/numbers.js'
import { type Block, type Doc, type Item, list, paragraph, section } from './blocks.js'
import { ledgerOf } from './result.js'
import { communityOf, type ReportOptions, type Speaking, speakOf } from './speaking.js'

/**
 * Makes a document of the check of a plan made by hand: its options, the requirements, warnings, and the best plan to compare it with.
 * @param decision the decision for the same community
 */
export function checkedDoc(checked: CheckedPlan<Ids>, decision: Decision<Ids>, options: ReportOptions): Doc {
  const speaking = speakOf(decision, options)
  const { language } = speaking
  const words = language.terminal.checked
  const { name } = communityOf(speaking)
  const met = checked.requirements.filter((requirement) => requirement.met).length
  return {
    language: language.page.code,
    title: words.title(name),
    heading: checked.complete ? words.complete(met) : words.incomplete(met, checked.requirements.length),
    about: [[{ own: name }]],
    blocks: [
      section('selections', words.selections, [list(checked.selections.map((selection) => selected(selection, speaking)))]),
      ledgerOf(checked.requirements, speaking),
      ...warnings(checked, speaking),
      best(checked, speaking),
    ],
  }
}

function selected({ id, priority, rank, notes }: CheckedSelection<Ids>, { language, names, rich, withRange }: Speaking): Item {
  const { checked: words } = language.terminal
  const score = priority === null || rank === null ? words.unscored : words.scored(withRange(priority, oneDecimal), rank)
  return {
    text: [`${names.option(id)}: ${score} [${id}]`],
    lines: notes.map((note) => rich(say(language.selectionNote, note, names))),
  }
}

function warnings(checked: CheckedPlan<Ids>, { language, names, rich }: Speaking): Block[] {
  const items = checked.warnings.map((warning): Item => ({ mark: '!', text: rich(language.planWarning(warning, names)) }))
  return items.length === 0 ? [] : [section('warnings', language.terminal.warnings, [list(items)])]
}

function best({ total, best: { total: most, proven, selections } }: CheckedPlan<Ids>, { language, names }: Speaking): Block {
  const words = language.terminal.checked
  return section('best', words.best, [
    paragraph(words.total(oneDecimal(total), selections.length, oneDecimal(most))),
    list(selections.map((id) => `${names.option(id)} [${id}]`)),
    ...(proven ? [] : [paragraph(words.notProven, 'note')]),
  ])
}
