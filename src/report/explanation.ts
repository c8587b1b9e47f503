import type { Decision, RankedOption } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { say } from '../words/language.js'
import { oneDecimal } from '../words/numbers.js'
import { confirmationsOf, reasonsOf, sourcesOf, warningsOf } from '../words/reason.js'
import { explainedBy } from '../words/why.js'
import { type Block, type Doc, list, section, type Text } from './blocks.js'
import { communityOf, type ReportOptions, type Speaking, speakOf } from './speaking.js'

/** How many questions are shown. */
const mostQuestions = 10

/**
 * Makes a document of everything behind one strategy or option, 'why not' included.
 * @throws ProfileError when the decision has no such id
 */
export function explanationDoc(decision: Decision<Ids>, id: string, options: ReportOptions): Doc {
  const { option, state, why, missing, options: ranked } = explainedBy(decision, id)
  const speaking = speakOf(decision, options)
  const { language, names, rich, withRange } = speaking
  const words = language.terminal.explained
  const { name } = communityOf(speaking)
  const strategy = names.strategy(id.split('@')[0]!)
  const sentences = why.map((each) => rich(say(language.why, each, names)))
  return {
    language: language.page.code,
    title: `${strategy}: ${name}`,
    heading: strategy,
    about: [[{ own: name }, ` · ${words.states[state]}`]],
    blocks: [
      section('why', state === 'planned' ? words.where : words.whyNot, [list(sentences)]),
      ...(option ? behind(option, speaking) : []),
      ...listed(
        'options',
        words.options,
        ranked.map((each) => [words.option(each.rank, withRange(each.priority, oneDecimal)), `: ${each.id}`]),
      ),
      ...listed(
        'missing',
        words.missing,
        missing
          .slice(0, mostQuestions)
          .map((gap) => [...rich(language.question(gap.fact, names)), ' ', ...rich(language.settles(gap, names))]),
      ),
      ...references(option, speaking),
    ],
  }
}

const listed = (id: string, title: string, items: readonly Text[]): Block[] =>
  items.length === 0 ? [] : [section(id, title, [list(items)])]

/** The reasons for the score of an option, what to confirm first, and its warnings. */
function behind(option: RankedOption<Ids>, { decision, menus, language, names, rich }: Speaking): Block[] {
  const words = language.terminal.explained
  return [
    ...listed(
      'reasons',
      words.reasons(option.id),
      reasonsOf(option, decision, menus).map((reason) => rich(say(language.reason, reason, names))),
    ),
    ...listed(
      'confirm',
      words.confirmFirst,
      confirmationsOf(option, decision, menus).map((each) => rich(language.confirmation(each, names))),
    ),
    ...listed(
      'warnings',
      words.warnings,
      warningsOf(option, decision, menus).map((warning) => rich(say(language.warning, warning, names))),
    ),
  ]
}

/** The references behind an option, with the numbers by which the sentences cite them. */
function references(option: RankedOption<Ids> | null, { decision, menus, language, references: numbering }: Speaking): Block[] {
  if (option) numbering.cite(sourcesOf(option, decision, menus))
  const cited = numbering.list()
  return cited.length === 0 ? [] : [section('sources', language.terminal.explained.sources, [list(cited, 'references')])]
}
