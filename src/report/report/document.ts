import type { Decision } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import type { Doc, Text } from '../blocks.js'
import { communityOf, type ReportOptions, type Speaking, speakOf } from '../speaking.js'
import { writeHtml } from '../write/html.js'
import { writeMarkdown } from '../write/markdown.js'
import { basisSection, leftOutSection, notSaidSection } from './basis.js'
import { chartSection } from './chart.js'
import { dataGapsSection, gapsSection } from './gaps.js'
import { planSections } from './plan.js'
import { rankingSection } from './ranking.js'

/**
 * The report of a decision as one HTML file: no script, nothing loaded, light and dark, for the screen and for paper. The same decision
 * gives the same bytes.
 * @param options the menus that the decision was made with, the guide, and the language
 */
export const reportHtml = (decision: Decision<Ids>, options: ReportOptions = {}): string => writeHtml(reportOf(decision, options))

/**
 * The report of a decision as Markdown, in the order of the HTML report; the chart becomes a table. The same decision gives the same bytes.
 * @param options the menus that the decision was made with, the guide, and the language
 */
export const reportMarkdown = (decision: Decision<Ids>, options: ReportOptions = {}): string => writeMarkdown(reportOf(decision, options))

/** The report as blocks, from the plan to what it does not say. */
export function reportOf(decision: Decision<Ids>, options: ReportOptions): Doc {
  const speaking = speakOf(decision, options)
  const { words } = speaking
  const { name, about, madeWith } = communityOf(speaking)
  return {
    language: words.code,
    title: words.report.title(name),
    kind: words.report.kind,
    heading: [{ own: name }],
    about: [about, ...populations(speaking)],
    skip: { id: 'plan', label: words.report.skip },
    contents: {
      label: words.report.onThisPage,
      anchors: Object.entries(words.report.contents).map(([id, label]) => ({ id, label })),
    },
    blocks: [
      ...planSections(speaking),
      chartSection(speaking),
      gapsSection(speaking),
      dataGapsSection(speaking),
      rankingSection(speaking),
      leftOutSection(speaking),
      basisSection(speaking),
      notSaidSection(speaking),
    ],
    footer: words.report.footer(madeWith),
  }
}

function populations({ decision: { community }, names, words }: Speaking): Text[] {
  const [priority, special] = [
    community.priorityPopulations.map(names.population),
    community.specialPopulations.map(names.specialPopulation),
  ]
  return [
    ...(priority.length > 0 ? [words.report.priorityPopulations(priority.join(', '))] : []),
    ...(special.length > 0 ? [words.report.specialPopulations(special.join(', '))] : []),
  ]
}
