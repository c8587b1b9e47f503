import { plainText } from '../../words/plain-text.js'
import type { ActionPlanView, Sheet } from './view.js'

const header = [
  'Objective',
  'Strategy category',
  'Goal',
  'Selected strategy',
  'Targeted populations',
  'Sector',
  'Sustainability',
  'Feasibility',
  'Impact',
  'Action',
  'What',
  'Who',
  'By when',
  'Where',
  'Date',
  'Rests on',
  'Technical assistance and other resources',
  'Measures',
] as const

/** The action plan for a spreadsheet: UTF-8 with its mark, one line for each action. */
export function actionPlanCsv({ objectives, sources }: ActionPlanView): string {
  const source = new Map(sources.map(({ number, text }) => [number, text]))
  const rows = objectives.flatMap(({ number, title, sheets }) => sheets.flatMap((sheet) => sheetRows(`${number}: ${title}`, sheet, source)))
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
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

/** What is said of the strategy as a whole stands in its first line; what a filter needs stands in every line. */
function sheetRows(objective: string, sheet: Sheet, source: ReadonlyMap<number, string>): string[][] {
  const sector = sheet.sectors.filter(({ ticked }) => ticked).map(({ name }) => name)
  return sheet.actions.map(({ id, what, who, byWhen, where, sources }, index) => {
    const once = (text: string): string => (index === 0 ? text : '')
    return [
      objective,
      sheet.category,
      once(sheet.goal ?? ''),
      `${sheet.strategy}: ${sheet.place}`,
      once(sheet.populations),
      sector.join(', '),
      once(sheet.sustainability.map(({ text }) => text).join('\n')),
      once(sheet.feasibility),
      once(sheet.impact),
      id,
      what,
      who,
      byWhen,
      where,
      '',
      what === '' ? '' : sources.length === 0 ? 'judgement' : sources.map((number) => source.get(number)).join('\n'),
      once(sheet.resources.map(({ title, publisher, link }) => `${title} (${publisher})${link === null ? '' : ` ${link}`}`).join('\n')),
      once(sheet.measures.map(({ name, definition, howOften }) => `${name}: ${definition}, ${howOften}`).join('\n')),
    ]
  })
}
