import type { DataGap, IndicatorSeverity, ServiceGap } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import { say } from '../../words/language.js'
import { grouped, points } from '../../words/numbers.js'
import { shorten } from '../../words/plain-text.js'
import { type Bar, type Block, heading, type Inline, joined, list, paragraph, type Section, section, type Text, table } from '../blocks.js'
import type { Speaking } from '../speaking.js'

/** Service gaps as bars: 0 is the benchmark, 1 the worst; the gaps of a menu together, the worst first. */
export function gapsSection(speaking: Speaking): Section {
  const { decision, menus, names, words } = speaking
  const key = (label: string, parts: Omit<Bar, 'block' | 'label'>): Block[] => [{ block: 'bar', label, ...parts }]
  const groups = menus.data.menus.map(({ id }) => ({ id, gaps: decision.gaps.filter(({ menu }) => menu === id).sort(worstFirst) }))
  return section('gaps', words.gaps.title, [
    paragraph(words.gaps.intro),
    {
      block: 'columns',
      as: 'key',
      columns: [
        key(words.gaps.keys.measured, { measured: 1, stated: 0, open: 0, best: 1 }),
        key(words.gaps.keys.stated, { measured: 0, stated: 1, open: 0, best: 1 }),
        key(words.gaps.keys.open, { measured: 0, stated: 0, open: 1, best: 0.5 }),
      ],
    },
    ...groups
      .filter(({ gaps }) => gaps.length > 0)
      .flatMap(({ id, gaps }): Block[] => [heading(3, names.menu(id)), ...gaps.map((gap) => gapBlock(gap, speaking))]),
  ])
}

const worstFirst = (a: ServiceGap<Ids>, b: ServiceGap<Ids>): number =>
  b.severity.best - a.severity.best || b.measuredShare - a.measuredShare

type Basis = ServiceGap['basis']
const basisOf = ({ value, severity }: IndicatorSeverity<Ids>): Basis =>
  value !== null ? 'measured' : severity.low === severity.high ? 'stated' : 'assumed'

function gapBlock(gap: ServiceGap<Ids>, speaking: Speaking): Block {
  const { language, names, rich, words, withRange } = speaking
  const { severity, indicators } = gap
  const sum = (basis: Basis): number =>
    indicators.filter((each) => basisOf(each) === basis).reduce((total, each) => total + each.weight * each.severity.best, 0)
  const [measured, stated] = [sum('measured'), sum('stated')]
  const basis =
    gap.basis === 'measured' && gap.measuredShare < 1
      ? words.gaps.partlyMeasured(Math.round(gap.measuredShare * 100), stated > 0 || severity.low === severity.high)
      : words.gaps.bases[gap.basis]
  const notes = gap.notes.map((note) => rich(say(language.gapNote, note, names)))
  return {
    block: 'keep',
    blocks: [
      heading(4, names.gap(gap.gap)),
      { block: 'bar', measured, stated, open: severity.high - severity.low, best: severity.best },
      paragraph([{ strong: words.gaps.severity(withRange(severity)) }, ` · ${basis}`], 'small'),
      table(
        [
          { title: words.gaps.measure, head: true },
          { title: words.gaps.here },
          { title: words.gaps.benchmark, number: true },
          { title: words.gaps.worst, number: true },
        ],
        indicators.map((each) => indicatorRow(each, speaking)),
        { look: 'measures' },
      ),
      ...(notes.length > 0 ? [paragraph([{ muted: joined(notes, ' ') }], 'small')] : []),
    ],
  }
}

function indicatorRow(indicator: IndicatorSeverity<Ids>, { names, words }: Speaking): Text[] {
  const { id, value, year, source } = indicator
  const known = names.indicator(id)
  const origin = [year === null ? '' : String(year), source === null ? '' : shorten(source, 200)].filter((part) => part !== '').join(', ')
  const open = basisOf(indicator) === 'stated' ? words.gaps.statedInstead : words.gaps.notKnown
  return [
    // The unit holds for the value, the benchmark and the worst alike.
    [names.fact(id), ...(known ? [' ', { small: known.unit }] : [])],
    [value === null ? open : grouped(value), ...(origin === '' ? [] : [' ', { small: [{ own: origin }] }])],
    known?.met === undefined ? '' : grouped(known.met),
    known?.worst === undefined ? '' : grouped(known.worst),
  ]
}

const mostInFull = 15

/** What is not known, and what it would decide. */
export function dataGapsSection(speaking: Speaking): Section {
  const { decision, language, names, rich, words } = speaking
  const { dataGaps } = words
  const questionOf = ({ fact }: DataGap<Ids>): Inline[] => rich(language.question(fact, names))
  const rest = decision.dataGaps.slice(mostInFull)
  if (decision.dataGaps.length === 0) return section('data-gaps', dataGaps.title, [paragraph(dataGaps.none)])
  return section('data-gaps', dataGaps.title, [
    paragraph(dataGaps.intro),
    table(
      [{ title: dataGaps.findOut, head: true }, { title: dataGaps.decides }, { title: dataGaps.moves, number: true }],
      decision.dataGaps
        .slice(0, mostInFull)
        .map((gap) => [
          [...questionOf(gap), ...(gap.why === 'suppressed' ? [' ', { small: dataGaps.withheld }] : [])],
          decides(gap, speaking),
          gap.swing < 0.5 ? words.notSet : dataGaps.points(Number(points(gap.swing))),
        ]),
      { look: 'questions' },
    ),
    rest.length > 0 && { block: 'details', summary: dataGaps.more(rest.length), blocks: [list(rest.map(questionOf))] },
  ])
}

const mostStrategies = 3

/** `options 1 and 3 of the plan; Linkage Programs; 4 other strategies` */
function decides({ strategies }: DataGap<Ids>, { planned, byId, names, words }: Speaking): string {
  const chosen = [...planned].map(([id, number]) => ({ number, strategy: byId.get(id)?.strategy ?? '' }))
  const numbers = chosen.filter(({ strategy }) => strategies.includes(strategy)).map(({ number }) => String(number))
  const others = strategies.filter((id) => chosen.every(({ strategy }) => strategy !== id))
  const named = others.length > mostStrategies ? others.slice(0, mostStrategies - 1) : others
  const more = others.length - named.length
  return [
    numbers.length === 0 ? '' : words.dataGaps.planned(numbers),
    ...named.map(names.strategy),
    more === 0 ? '' : words.dataGaps.otherStrategies(more),
  ]
    .filter((part) => part !== '')
    .join('; ')
}
