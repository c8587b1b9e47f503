import type { Decision, RankedOption } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { say } from '../words/language.js'
import { oneDecimal, points } from '../words/numbers.js'
import { availabilityOf } from '../words/reason.js'
import { type Block, type Doc, type Item, list, paragraph, section, type Text, table } from './blocks.js'
import { communityOf, placeOf, quadrantOf, questionsOf, type ReportOptions, type Speaking, speakOf } from './speaking.js'

/** How many options of the ranking, and how many questions, are shown. */
const mostRanked = 15
const mostQuestions = 12

/** What `orcca recommend` prints: the plan first, then the gaps, the top of the ranking, what is not known, and what was left out. */
export function resultDoc(decision: Decision<Ids>, options: ReportOptions): Doc {
  const speaking = speakOf(decision, options)
  const { language } = speaking
  const { name, about } = communityOf(speaking)
  return {
    language: language.page.code,
    title: name,
    heading: [{ own: name }],
    about: [about, language.terminal.intro],
    blocks: [
      planSection(speaking),
      ...upgradesSection(speaking),
      requirementsSection(speaking),
      ...warningsSection(speaking),
      gapsSection(speaking),
      rankingSection(speaking),
      ...questionsSection(speaking),
      ...leftOutSection(speaking),
      notesSection(speaking),
    ],
  }
}

function planSection(speaking: Speaking): Block {
  const { decision, language, names, rich } = speaking
  const { plan, ranking } = decision
  const strategies = new Set(plan.selections.map(({ rank }) => ranking[rank - 1]!.strategy)).size
  const met = plan.requirements.filter((requirement) => requirement.met).length
  return section('plan', language.terminal.plan(plan.size, strategies, met, plan.requirements.length), [
    list(
      plan.selections.map((selection) => chosen(selection, speaking)),
      'numbers',
    ),
    ...plan.notes.map((note) => paragraph(rich(say(language.planNote, note, names)), 'note')),
  ])
}

function chosen({ rank, otherwise }: Speaking['decision']['plan']['selections'][number], speaking: Speaking): Item {
  const { decision, language, names, rich, withRange } = speaking
  const { terminal, page } = language
  const option = decision.ranking[rank - 1]!
  const { need, gap } = option.factors
  const questions = questionsOf(option, speaking)
  const score = terminal.at(
    placeOf(option, speaking),
    withRange(option.priority, points),
    quadrantOf(option, page),
    page.certainties[option.certainty],
  )
  return {
    text: [{ strong: names.strategy(option.strategy) }],
    lines: [
      score,
      terminal.forGap(names.gap(gap), withRange(need)),
      ...waitsFor(option, speaking),
      ...questions.map((question, index): Text => (index === 0 ? [{ note: terminal.confirmFirst }, ' ', ...question] : question)),
      rich(say(language.why, { code: 'otherwise', otherwise }, names)),
    ],
  }
}

/** What an option waits for, what it counts until then, and that it is not open yet. */
const waitsFor = (option: RankedOption<Ids>, { decision, language, menus, names, rich }: Speaking): Text[] =>
  availabilityOf(option, decision, menus).map((reason) => rich(say(language.reason, reason, names)))

function upgradesSection({ decision, language, names, rich }: Speaking): Block[] {
  const items = decision.plan.upgrades.map((upgrade): Text => rich(language.upgrade(upgrade, names)))
  return items.length === 0 ? [] : [section('upgrades', language.terminal.upgrades, [list(items)])]
}

/** The requirements ledger: what is met in one line, what is not with the reason. */
export function ledgerOf(requirements: Decision<Ids>['plan']['requirements'], { language, names, rich }: Speaking): Block {
  const items = requirements.map((requirement): Item => {
    const label = rich(language.requirement(requirement, names))
    const isPlain = requirement.met && requirement.kind !== 'goal' && (requirement.unnamed ?? []).length === 0
    return { mark: requirement.met ? '✓' : '✗', text: isPlain ? label : [...label, '. ', ...rich(language.howMet(requirement, names))] }
  })
  return section('requirements', language.terminal.requirements, [list(items)])
}

const requirementsSection = (speaking: Speaking): Block => ledgerOf(speaking.decision.plan.requirements, speaking)

function warningsSection({ decision, language, names, rich }: Speaking): Block[] {
  const items = decision.plan.warnings.map((warning): Item => ({ mark: '!', text: rich(language.planWarning(warning, names)) }))
  return items.length === 0 ? [] : [section('warnings', language.terminal.warnings, [list(items)])]
}

function gapsSection({ decision, language: { terminal }, names, withRange }: Speaking): Block {
  const rows = decision.gaps.map(({ gap, severity, basis, measuredShare }) => [
    [{ meter: severity }],
    withRange(severity),
    basis === 'measured' ? terminal.measured(Math.round(measuredShare * 100)) : terminal.bases[basis],
    names.gap(gap),
  ])
  const columns = ['', '', '', ''].map((title) => ({ title }))
  return section('gaps', terminal.gaps, [table(columns, rows, { oneLine: true })])
}

function rankingSection(speaking: Speaking): Block {
  const { decision, language, planned, withRange } = speaking
  const { ranking } = decision
  const shown = ranking.slice(0, mostRanked)
  const marks = (option: RankedOption<Ids>): string =>
    `${planned.has(option.id) ? '*' : ' '}${questionsOf(option, speaking).length > 0 ? '?' : ' '}`
  const rows = shown.map((option) => [
    String(option.rank),
    marks(option),
    `${withRange(option.priority, points)}${option.availability.chance < 1 ? ` → ${points(option.expected)}` : ''}`,
    `${language.page.quadrants[option.quadrant]}${option.unsettled ? '~' : ''}`,
    option.id,
  ])
  const columns = [{ title: '', number: true }, ...['', '', '', ''].map((title) => ({ title }))]
  return section('ranking', language.terminal.ranking(shown.length, ranking.length), [
    table(columns, rows, { oneLine: true }),
    paragraph(language.terminal.unsettled),
  ])
}

function questionsSection({ decision: { dataGaps }, language, names, rich }: Speaking): Block[] {
  const { terminal } = language
  const shown = dataGaps.slice(0, mostQuestions)
  if (shown.length === 0) return []
  const items = shown.map(({ fact, why, swing }): Text => {
    const more = [
      ...(why === 'suppressed' ? [terminal.withheld] : []),
      fact,
      ...(Number(oneDecimal(swing)) > 0 ? [terminal.moves(oneDecimal(swing))] : []),
    ]
    return [...rich(language.question(fact, names)), ` [${more.join(', ')}]`]
  })
  return [section('not-known', terminal.unknown(shown.length, dataGaps.length), [list(items)])]
}

function leftOutSection({ decision: { excluded }, language, names, rich }: Speaking): Block[] {
  if (excluded.length === 0) return []
  const byGates = new Map<string, { readonly gates: readonly string[]; options: number }>()
  for (const { by } of excluded) {
    const entry = byGates.get(by.join()) ?? { gates: by, options: 0 }
    entry.options += 1
    byGates.set(by.join(), entry)
  }
  const items = [...byGates.values()].map(
    ({ gates, options }): Text => [
      ...rich(language.exclusion(gates, names)),
      ` [${gates.join(', ')}: ${language.terminal.excludedBy(options)}]`,
    ],
  )
  return [section('left-out', language.terminal.leftOut(excluded.length), [list(items)])]
}

function notesSection({ decision, language, names, rich }: Speaking): Block {
  return section('notes', language.terminal.notes, [
    list(decision.notes.map((note) => rich(say(language.note, note, names)))),
    paragraph(language.terminal.more),
  ])
}
