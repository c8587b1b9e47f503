import type { Recommendation } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { basisSection, leftOutSection, notSaidSection } from './html/basis.js'
import { chartSection } from './html/chart.js'
import { dataGapsSection, gapsSection } from './html/gaps.js'
import { page } from './html/page.js'
import { own } from './html/parts.js'
import { planSection } from './html/plan.js'
import { rankingSection } from './html/ranking.js'
import { type ReportOptions, viewReport } from './view/report.js'
import { html } from './write/markup.js'

const contents = [
  ['plan', 'The plan'],
  ['chart', 'Feasibility and impact'],
  ['gaps', 'Service gaps'],
  ['data-gaps', 'Data gaps'],
  ['ranking', 'Ranking'],
  ['left-out', 'Left out'],
  ['basis', 'What it rests on'],
  ['not-said', 'What it does not say'],
] as const

/**
 * The report of a result as one HTML file: no script, nothing loaded, light and dark, for the screen and for paper. The same result gives
 * the same bytes.
 * @param options the menus that the result was made with, and the guide
 */
export function reportHtml(result: Recommendation<Ids>, options: ReportOptions = {}): string {
  const view = viewReport(result, options)
  return page(
    `${view.name}: strategies to discuss first`,
    html`<a class="skip" href="#plan">Skip to the plan</a>
<header>
<p class="eyebrow">Strategies against opioid overdose, for the coalition to discuss</p>
<h1>${own(view.name)}</h1>
<p class="about">${[...view.about, view.madeWith].map((part, index) => [index > 0 && ' · ', own(part)])}${view.populations.length > 0 && html`<br>Priority populations: ${view.populations.join(', ')}`}${view.specialPopulations.length > 0 && html`<br>Special populations: ${view.specialPopulations.join(', ')}`}</p>
<nav aria-label="On this page"><ul>${contents.map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`)}</ul></nav>
</header>
<main>
${planSection(view.plan)}
${chartSection(view.chart, view.name)}
${gapsSection(view.gaps)}
${dataGapsSection(view.dataGaps)}
${rankingSection(view.full, view.rest)}
${leftOutSection(view.leftOut)}
${basisSection(view.basis, view.references)}
${notSaidSection(view.notes)}
</main>
<footer><p>Made with orcca, ${view.madeWith}. The names and structure of the strategies are those of the HEALing Communities Study.</p></footer>`,
  )
}
