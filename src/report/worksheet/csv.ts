import type { PageWords } from '../../words/pages.js'
import { plainText } from '../../words/plain-text.js'
import { countedOf } from '../guide.js'
import { ended } from '../references.js'
import type { Speaking } from '../speaking.js'
import { safeLink } from '../write/link.js'
import { scoresOf, ticked } from './document.js'
import type { Sheet, Worksheet } from './view.js'

/** The worksheet for a spreadsheet: UTF-8 with its mark, one line for each action. */
export function worksheetCsv({ objectives }: Worksheet, speaking: Speaking): string {
  const { worksheet } = speaking.words
  const rows = objectives.flatMap(({ code, title, sheets }) => sheets.flatMap((sheet) => sheetRows(`${code}: ${title}`, sheet, speaking)))
  return `\uFEFF${[Object.values(worksheet.columns), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

/**
 * One cell, always in quotes. A spreadsheet would run a text that begins with one of these characters (or their wide forms) as a formula:
 * an apostrophe before it makes it text.
 */
export function csvCell(text: string): string {
  const kept = text.split('\n').map(plainText).join('\n')
  const harmless = /^[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(kept) || /^[\t\r]/.test(text) ? `'${kept}` : kept
  return `"${harmless.replaceAll('"', '""')}"`
}

/** What is said of the strategy as a whole is in its first line; what a filter needs is in every line. */
function sheetRows(objective: string, sheet: Sheet, speaking: Speaking): string[][] {
  const { words, guide } = speaking
  const { entry } = sheet
  const { feasibility, impact } = scoresOf(sheet, speaking)
  const source = (id: string): string => {
    const known = guide?.sources.get(id)
    return known ? printSourceText(known) : id
  }
  return sheet.actions.map(({ id, what, who, byWhen, where, sources }, index) => {
    const once = (text: string): string => (index === 0 ? text : '')
    return [
      objective,
      sheet.category,
      once(sheet.goals.join('; ')),
      `${sheet.strategy}: ${sheet.place}`,
      once(sheet.populations),
      ticked(sheet).join(', '),
      once((entry?.sustain ?? []).map(({ how }) => how).join('\n')),
      once(feasibility),
      once(impact),
      id,
      what,
      who,
      byWhen,
      where,
      '',
      what === '' ? '' : sources.length === 0 ? words.worksheet.judgement : sources.map(source).join('\n'),
      once((entry?.resources ?? []).map(resource).join('\n')),
      once((entry?.measures ?? []).map((each) => measure(each, words)).join('\n')),
    ]
  })
}

type Entry = NonNullable<Sheet['entry']>

const printSourceText = ({
  title,
  publisher,
  year,
}: {
  readonly title: string
  readonly publisher: string
  readonly year?: number
}): string => `${ended(title)} ${publisher}${year === undefined ? '' : `, ${year}`}.`

function resource({ title, publisher, url }: Entry['resources'][number]): string {
  const link = url === undefined ? null : safeLink(url)
  return `${title} (${publisher})${link === null ? '' : ` ${link}`}`
}

const measure = ({ measure: name, numerator, denominator, howOften }: Entry['measures'][number], { guide }: PageWords): string =>
  `${name}: ${countedOf(numerator, denominator, guide)}, ${guide.howOften[howOften]}`
