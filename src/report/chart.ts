import type { Recommendation } from '../decide/decision.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { plainText, shorten } from '../words/plain-text.js'
import { chartPoints } from './chart/points.js'
import { drawChart } from './chart/svg.js'

/**
 * The feasibility × impact chart of a result as an SVG document, with its legend: the planned options, and of each strategy the best other
 * one. The same result gives the same bytes.
 * @param options `menus`: the menus that the result was made with; default: the built-in ones
 */
export function chartSvg(result: Recommendation<Ids>, { menus = builtInMenus() }: { readonly menus?: Menus } = {}): string {
  return `${drawChart(chartPoints(result, menus), shorten(plainText(result.community.name), 120), true).text}\n`
}
