import type { Decision } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { chartPoints } from './chart/points.js'
import { drawChart } from './chart/svg.js'
import { communityOf, type ReportOptions, speakOf } from './speaking.js'

/**
 * The feasibility × impact chart of a decision as an SVG document, with its legend: the planned options, and of each strategy the best
 * other one. The same decision gives the same bytes.
 * @param options the menus that the decision was made with, and the language
 */
export function chartSvg(decision: Decision<Ids>, options: Omit<ReportOptions, 'guide'> = {}): string {
  const speaking = speakOf(decision, options)
  return `${drawChart(chartPoints(speaking), communityOf(speaking).name, speaking.words, true).text}\n`
}
