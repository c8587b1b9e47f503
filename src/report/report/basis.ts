import { say } from '../../words/language.js'
import { type Block, heading, type Inline, joined, list, paragraph, type Section, section, table } from '../blocks.js'
import { placeOf, type Speaking } from '../speaking.js'

/** What is excluded, grouped by the gates that exclude it. */
export function leftOutSection(speaking: Speaking): Section {
  const { decision, menus, names, language, rich, words } = speaking
  const groups = new Map<string, { by: readonly string[]; strategies: Map<string, string[]> }>()
  for (const { id, by } of decision.excluded) {
    const option = menus.optionById.get(id)
    if (!option) continue
    const { strategies } = groups.get(by.join(' ')) ?? { strategies: new Map<string, string[]>() }
    groups.set(by.join(' '), { by, strategies })
    const place = placeOf({ venue: option.venue.id, sector: option.sector }, speaking)
    strategies.set(option.strategy.id, [...(strategies.get(option.strategy.id) ?? []), place])
  }
  if (groups.size === 0) return section('left-out', words.leftOut.title, [paragraph(words.leftOut.none)])
  const places = ([strategy, where]: [string, string[]], index: number): Inline[] => [
    ...(index > 0 ? [{ line: 'break' } as const] : []),
    names.strategy(strategy),
    ' ',
    { muted: where.join('; ') },
  ]
  return section('left-out', words.leftOut.title, [
    table(
      [{ title: words.leftOut.why, head: true }, { title: words.leftOut.leftOut }],
      [...groups.values()].map(({ by, strategies }) => [rich(language.exclusion(by, names)), [...strategies].flatMap(places)]),
    ),
  ])
}

/** What is measured, stated and judged; the effects with their evidence. The list of references comes after everything that cites. */
export function basisSection(speaking: Speaking): Section {
  const { decision, menus, words, references } = speaking
  const { gaps, ranking } = decision
  const tally = (basis: string): number => gaps.filter((gap) => gap.basis === basis).length
  const whole = gaps.filter(({ measuredShare }) => measuredShare === 1).length
  const rated = ranking.filter(({ factors }) => factors.feasibilityBasis !== 'default').length
  const measured = gaps.flatMap(({ indicators }) => indicators.filter(({ value }) => value !== null))
  const benchmarks = measured.flatMap(({ id }) => menus.indicators.get(id)?.sources ?? [])
  const evidence = evidenceTable(speaking)
  return section('basis', words.basis.title, [
    list([
      words.basis.gaps(gaps.length, tally('measured'), whole, tally('stated'), tally('assumed')),
      rated === 0 ? words.basis.notRated : words.basis.rated(rated, ranking.length),
      words.basis.judgement,
      ...(benchmarks.length > 0 ? [[words.basis.benchmarks, ' ', ...references.cite(benchmarks), '.']] : []),
    ]),
    evidence,
    heading(3, words.references),
    list(references.list(), 'references'),
  ])
}

function evidenceTable({ decision, menus, names, words, references, withRange, byId, planned }: Speaking): Block {
  const chosen = new Set([...planned.keys()].map((id) => byId.get(id)?.strategy))
  const strategies = [...new Set(decision.ranking.map(({ strategy }) => strategy))]
  const rows = strategies
    .sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)))
    .map((id) => {
      const { certainty, outcome, basis, sources, ...effect } = menus.strategies.get(id)!.effect
      return [
        `${chosen.has(id) ? '◆ ' : ''}${names.strategy(id)}`,
        withRange(effect),
        words.certainties[certainty],
        words.outcomes[outcome],
        [
          words.basis.bases[basis],
          ' ',
          ...joined(
            references.cite(sources).map((part) => [part]),
            ' ',
          ),
        ],
      ]
    })
  const { basis } = words
  return table(
    [
      { title: basis.strategy, head: true },
      { title: basis.effect, look: 'effect' },
      { title: basis.certainty },
      { title: basis.measuredOn, spare: true },
      { title: basis.restsOn },
    ],
    rows,
    { caption: basis.caption },
  )
}

/** The trial of the whole approach, by its DOI. */
const trial = { link: 'https://doi.org/10.1056/NEJMoa2401177', text: 'doi:10.1056/NEJMoa2401177' }

/** What the page does not say, whatever the community, and the notes on this decision. */
export function notSaidSection({ decision, names, language, rich, words: { notSaid } }: Speaking): Section {
  const notes = decision.notes.map((note) => [{ own: rich(say(language.note, note, names)) }])
  return section('not-said', notSaid.title, [
    list(
      notSaid.sentences.map((sentence, index) =>
        index === notSaid.trialAt ? [sentence, ' ', { small: [notSaid.trial, ' ', trial] }] : sentence,
      ),
    ),
    ...(notes.length > 0 ? [heading(3, notSaid.notes), list(notes)] : []),
  ])
}
