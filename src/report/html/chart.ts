import { quadrantMeanings, quadrantNames } from '../../words/fixed.js'
import { two } from '../../words/numbers.js'
import type { ChartPoint } from '../chart/points.js'
import { drawChart } from '../chart/svg.js'
import { html, type Markup } from '../write/markup.js'

export function chartSection(points: readonly ChartPoint[], name: string): Markup {
  const quadrants = (['do-now', 'build-toward', 'easy-but-small', 'not-now'] as const).map(
    (id) => `${quadrantNames[id]}: ${quadrantMeanings[id]}`,
  )
  return html`<section id="chart" aria-labelledby="chart-heading">
<h2 id="chart-heading">Feasibility and impact</h2>
<p>Filled diamonds are in the plan. Rings are the best other option of each strategy. Thin bars show how far a point could move, because something is not known. ${quadrants.join('. ')}.</p>
<div class="chart"><figure>${drawChart(points, name, false)}</figure>
<table><caption>What the numbers in the chart stand for</caption>
<thead><tr><th scope="col" class="no">No.</th><th scope="col">Option</th><th scope="col" class="n">Feas.</th><th scope="col" class="n">Impact</th></tr></thead>
<tbody>${points.map(
    ({ number, planned, strategy, place, feasibility, impact }) =>
      html`<tr${planned && html` class="chosen"`}><td>${planned ? '◆' : '○'}&nbsp;${number}</td><th scope="row">${strategy} <span class="muted">${place}</span></th><td class="n">${two(feasibility.best)}</td><td class="n">${two(impact.best)}</td></tr>`,
  )}</tbody></table></div>
</section>`
}
