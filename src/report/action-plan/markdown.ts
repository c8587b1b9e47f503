import { markdownList, markdownTable, markdownText as safe } from '../markdown-text.js'
import type { ActionPlanView, Sheet } from './view.js'

/** The action plan as Markdown, to be written over. */
export const actionPlanMarkdown = (view: ActionPlanView): string =>
  `${[
    `# Action plan: ${safe(view.name)}`,
    `After the Phase 4 worksheet of the HEALing Communities Study. ${[...view.about, view.madeWith].map(safe).join(' · ')}`,
    'A draft to be written over: the steps come from the guide, the names, places and dates from the coalition.',
    ...view.objectives.flatMap(({ number, title, sheets }) => [`## Objective ${number}: ${safe(title)}`, ...sheets.flatMap(sheetBlocks)]),
    ...(view.sources.length > 0
      ? [
          '## Sources of the guide',
          'A line without a number is judgement: confirm it with the partners.',
          markdownList(view.recheck.map(safe)),
          view.sources.map(({ number, text, link }) => `${number}. ${safe(text)}${link === null ? '' : ` <${link}>`}`).join('\n'),
        ]
      : []),
  ].join('\n\n')}\n`

const numbers = (sources: readonly number[]): string => sources.map((number) => ` \\[${number}\\]`).join('')
const section = (title: string, items: readonly string[]): string[] => (items.length === 0 ? [] : [`#### ${title}`, markdownList(items)])

function sheetBlocks(sheet: Sheet): string[] {
  return [
    `### ${sheet.number}\\. ${safe(sheet.strategy)}`,
    ...(sheet.inShort === null ? [] : [safe(sheet.inShort)]),
    markdownTable(
      ['Strategy category', 'Goal', 'Where', 'Targeted populations', 'High-risk sector', 'Feasibility / impact'],
      [
        [
          safe(sheet.category),
          sheet.goal === null ? '' : safe(sheet.goal),
          safe(sheet.place),
          safe(sheet.populations),
          sheet.sectors.map(({ name, ticked }) => `${ticked ? '☒' : '☐'} ${safe(name)}`).join('<br>'),
          `${sheet.feasibility} / ${sheet.impact}<br>${sheet.quadrant}`,
        ],
      ],
    ),
    ...(sheet.confirm.length > 0 ? [`**Confirm first:** ${safe(sheet.confirm.join(' '))}`] : []),
    '#### Implementation steps',
    markdownTable(
      ['No.', 'What', 'Who', 'By when', 'Where', 'Date'],
      sheet.actions.map(({ id, what, who, byWhen, where, sources }) => [
        id,
        `${safe(what)}${numbers(sources)}`,
        safe(who),
        byWhen,
        safe(where),
        '',
      ]),
    ),
    ...(sheet.measures.length > 0
      ? [
          '#### Measures',
          markdownTable(
            ['Measure', 'What is counted', 'Data from', 'How often'],
            sheet.measures.map(({ name, definition, dataFrom, howOften, ofTheStudy, sources }) => [
              `${safe(name)}${ofTheStudy ? " (the study's own)" : ''}${numbers(sources)}`,
              safe(definition),
              safe(dataFrom),
              howOften,
            ]),
          ),
        ]
      : []),
    ...section(
      'Sustainability',
      sheet.sustainability.map(({ text, sources }) => safe(text) + numbers(sources)),
    ),
    ...section('Partners', sheet.partners.map(safe)),
    ...section('Staff', sheet.staff.map(safe)),
    ...section('Supplies', sheet.supplies.map(safe)),
    ...section(
      'Technical assistance and other resources',
      sheet.resources.map(
        ({ title, publisher, whatFor, link }) =>
          `${link === null ? safe(title) : `[${safe(title)}](<${link}>)`}, ${safe(publisher)}: ${safe(whatFor)}`,
      ),
    ),
  ]
}
