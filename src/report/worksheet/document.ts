import type { PageWords } from '../../words/pages.js'
import {
  type Block,
  type Doc,
  facts,
  heading,
  type Inline,
  joined,
  list,
  paragraph,
  type Section,
  section,
  type Text,
  table,
} from '../blocks.js'
import { countedOf } from '../guide.js'
import { communityOf, quadrantOf, type Speaking } from '../speaking.js'
import type { Sheet, Worksheet } from './view.js'

/** The worksheet as blocks: an overview, then a sheet for each strategy, with lines to write on. */
export function worksheetOf(worksheet: Worksheet, speaking: Speaking): Doc {
  const { worksheet: words, code } = speaking.words
  const { name, about, madeWith } = communityOf(speaking)
  const sheets = worksheet.objectives.map(({ code: objective, title, sheets: all }) =>
    section(
      `objective-${objective}`,
      words.objective(objective, title),
      all.map((sheet) => sheetSection(sheet, worksheet, speaking)),
    ),
  )
  return {
    language: code,
    title: words.title(name),
    kind: words.kind,
    heading: [{ own: name }],
    about: [about],
    skip: { id: 'overview', label: words.skip },
    blocks: [overview(worksheet, speaking), ...sheets, ...sourcesSection(worksheet, speaking)],
    footer: words.footer(madeWith),
  }
}

/** `0.61 (0.40 to 0.75)`, or that it has no score. */
export function scoresOf({ option }: Sheet, { words, withRange }: Speaking): { feasibility: string; impact: string } {
  if (option === null) return { feasibility: words.notScored, impact: words.notScored }
  return { feasibility: withRange(option.feasibility), impact: withRange(option.impact) }
}

function overview({ objectives }: Worksheet, speaking: Speaking): Section {
  const { words } = speaking
  const { worksheet } = words
  const rows = objectives
    .flatMap(({ sheets }) => sheets)
    .map((sheet): Text[] => {
      const { feasibility, impact } = scoresOf(sheet, speaking)
      return [
        String(sheet.number),
        sheet.category,
        [{ jump: `sheet-${sheet.number}`, text: sheet.strategy }, ' ', { muted: sheet.place }],
        sheet.populations,
        ticked(sheet).join(', '),
        `${feasibility} / ${impact}`,
      ]
    })
  const columns = [
    { title: words.number },
    { title: worksheet.category },
    { title: worksheet.selected, head: true },
    { title: worksheet.populations, spare: true },
    { title: worksheet.sector },
    { title: worksheet.scores, spare: true },
  ]
  return section('overview', worksheet.overview, [paragraph(worksheet.intro), table(columns, rows)])
}

export const ticked = ({ sectors }: Sheet): string[] => sectors.filter((sector) => sector.ticked).map(({ name }) => name)

const blank: Text = [{ line: 'blank' }]
const orBlank = (text: string): Text => (text === '' ? blank : text)

function sheetSection(sheet: Sheet, worksheet: Worksheet, speaking: Speaking): Section {
  const { words } = speaking
  const { worksheet: own } = words
  const { feasibility, impact } = scoresOf(sheet, speaking)
  const { entry, option } = sheet
  const scores: Inline[] = [`${feasibility} / ${impact}`, ...(option ? [{ line: 'break' } as const, quadrantOf(option, words)] : [])]
  const sectors = sheet.sectors.map(({ name, ticked: isTicked }): Text => `${isTicked ? '☒' : '☐'} ${name}`)
  return section(
    `sheet-${sheet.number}`,
    `${sheet.number}. ${sheet.strategy}`,
    [
      entry !== null && paragraph(entry.inShort),
      facts(
        [
          { label: own.category, text: sheet.category },
          { label: own.goal, text: sheet.goals.length === 0 ? blank : [{ own: sheet.goals.join('; ') }] },
          { label: own.place, text: [sheet.place, { line: 'blank' }] },
          { label: own.populations, text: orBlank(sheet.populations) },
          {
            label: own.sector,
            text: sectors.flatMap((text, index): Inline[] => [...(index > 0 ? [{ line: 'break' } as const] : []), text as string]),
          },
          { label: own.scoresScale, text: scores },
        ],
        'grid',
      ),
      sheet.confirm.length > 0 && facts([{ label: words.confirmFirst, text: joined(sheet.confirm, ' '), tone: 'confirm' }]),
      heading(4, own.steps),
      actionsTable(sheet, worksheet, words),
      ...(entry === null ? [] : fromGuide(entry, worksheet, words)),
    ],
    'sheet',
  )
}

const actionsTable = ({ actions }: Sheet, { sources }: Worksheet, { worksheet, number }: PageWords): Block =>
  table(
    [{ title: number }, { title: worksheet.what }, { title: worksheet.who }, { title: worksheet.byWhen }, { title: worksheet.date }],
    actions.map(({ id, what, who, byWhen, sources: ids }) => [
      id,
      what === '' ? blank : [what, ...cited(ids, sources)],
      orBlank(who),
      orBlank(byWhen),
      blank,
    ]),
    { look: 'actions' },
  )

const cited = (ids: readonly string[], sources: Worksheet['sources']): Inline[] => (ids.length === 0 ? [] : [' ', ...sources.cite(ids)])

/** What the guide says besides the steps: measures, what keeps it going, who and what it needs, and where to read more. */
function fromGuide(entry: NonNullable<Sheet['entry']>, { sources }: Worksheet, words: PageWords): Block[] {
  const { worksheet, guide } = words
  const measures = entry.measures.map((measure): Text[] => [
    [measure.measure, ...(measure.studyDefinition ? [' ', { small: worksheet.studyMeasure }] : []), ...cited(measure.sources, sources)],
    countedOf(measure.numerator, measure.denominator, guide),
    measure.dataFrom,
    guide.howOften[measure.howOften],
  ])
  const column = (title: string, items: readonly Text[]): Block[] => (items.length === 0 ? [] : [heading(4, title), list(items)])
  const columns = [
    column(
      worksheet.sustainability,
      entry.sustain.map(({ how, sources: ids }) => [how, ...cited(ids, sources)]),
    ),
    column(worksheet.partners, entry.partners),
    column(worksheet.staff, entry.staff),
    column(worksheet.supplies, entry.supplies),
  ]
  return [
    heading(4, worksheet.measures),
    table(
      [
        { title: worksheet.measure, head: true },
        { title: worksheet.counted },
        { title: worksheet.dataFrom, spare: true },
        { title: worksheet.howOften },
      ],
      measures,
    ),
    { block: 'columns', columns: columns.filter(({ length }) => length > 0) },
    heading(4, worksheet.resources),
    list(
      entry.resources.map(({ title, publisher, whatFor, url }): Text => {
        const name: Inline = url === undefined ? title : { link: url, text: title }
        return [name, `, ${publisher}: ${whatFor}`]
      }),
    ),
  ]
}

function sourcesSection({ sources }: Worksheet, { guide, words: { worksheet, guide: guideWords } }: Speaking): Section[] {
  const all = sources.list()
  if (guide === null || all.length === 0) return []
  const { lawCheckedTo, recheck } = guide.data.sources
  return [
    section('sources', worksheet.sources, [
      paragraph(worksheet.sourcesIntro),
      list([guideWords.knowsTheLaw(lawCheckedTo), ...recheck.map(({ what, when }) => guideWords.checkAgain(what, when))]),
      list(all, 'references'),
    ]),
  ]
}
