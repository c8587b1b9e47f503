import type { RankedOption, Requirement } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import { say } from '../../words/language.js'
import { type Block, type Card, type Fact, facts, heading, joined, list, paragraph, section, table } from '../blocks.js'
import { placeOf, questionsOf, type Speaking, scoreOf } from '../speaking.js'

/** The plan at one glance: what is chosen, what to confirm first, what takes its place otherwise, and the requirements ledger. */
export function planSections(speaking: Speaking): Block[] {
  const { decision, language, names, rich, words } = speaking
  const { plan, ranking } = decision
  const met = plan.requirements.filter((requirement) => requirement.met).length
  const notes = plan.notes.map((note) => paragraph([{ own: rich(say(language.planNote, note, names)) }], 'note'))
  const warnings = plan.warnings.map((warning) => rich(language.planWarning(warning, names)))
  return [
    section('plan', words.plan.title, [
      paragraph(words.plan.summary(plan.selections.length, ranking.length, met, plan.requirements.length), 'lead'),
      ...notes,
      { block: 'cards', cards: plan.selections.map((selection, index) => chosen(selection, index + 1, speaking)) },
      ...(warnings.length > 0 ? [heading(3, words.plan.watchOut), list(warnings)] : []),
      heading(3, words.plan.requirements),
      table(
        [
          { title: words.plan.requirement, head: true },
          { title: words.plan.isMet },
          { title: words.plan.by },
          { title: words.plan.askedBy, spare: true },
        ],
        plan.requirements.map((requirement) => requirementRow(requirement, speaking)),
        { look: 'ledger' },
      ),
    ]),
    section('words', words.glossary.title, [facts(glossary(speaking), 'terms')], 'aside'),
  ]
}

const glossary = ({ words }: Speaking): Fact[] => words.glossary.terms.map(([label, text]) => ({ label, text }))

function chosen({ rank, otherwise }: Speaking['decision']['plan']['selections'][number], number: number, speaking: Speaking): Card {
  const { decision, language, names, rich, words, guide } = speaking
  const option = decision.ranking[rank - 1]!
  const inShort = guide?.byStrategy.get(option.strategy)?.inShort
  const instead = rich(say(language.why, { code: 'otherwise', otherwise }, names))
  return {
    number,
    chosen: true,
    title: names.strategy(option.strategy),
    about: [
      { strong: `${words.plan.where}:` },
      ` ${placeOf(option, speaking)} `,
      { small: `· ${names.section(option.section)} · ${words.rank(rank)}` },
    ],
    score: scoreOf(option, speaking),
    blocks: [
      ...(inShort === undefined ? [] : [paragraph(inShort, 'small')]),
      facts([...meets(option, speaking), ...confirm(option, speaking)]),
      paragraph(instead, 'small'),
    ],
  }
}

/** The populations that an option names. */
export const meets = ({ populations }: RankedOption<Ids>, { names, words }: Speaking): Fact[] =>
  populations.length === 0 ? [] : [{ label: words.plan.meets, text: words.listed(populations.map(names.population)) }]

/** What to settle before an option is started. */
export function confirm(option: RankedOption<Ids>, speaking: Speaking): Fact[] {
  const questions = questionsOf(option, speaking)
  return questions.length === 0 ? [] : [{ label: speaking.words.confirmFirst, text: joined(questions, ' '), tone: 'confirm' }]
}

function requirementRow(requirement: Requirement<Ids>, { language, names, rich, words, planned }: Speaking) {
  const { met, metBy, basis } = requirement
  const more = requirement.met && (requirement.unnamed ?? []).length === 0 ? [] : rich(language.howMet(requirement, names))
  return [
    [{ own: rich(language.requirement(requirement, names)) }, ...(more.length > 0 ? [' ', { small: [{ own: more }] }] : [])],
    [met ? { good: words.plan.met } : { bad: words.plan.notMet }],
    metBy.flatMap((id) => planned.get(id) ?? []).join(', ') || words.notSet,
    words.plan.bases[basis],
  ]
}
