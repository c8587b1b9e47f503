import { points } from '../../words/numbers.js'
import { type DataGapView, decides } from '../view/data-gaps.js'
import type { GapGroup, GapView } from '../view/gaps.js'
import { html, type Markup } from '../write/markup.js'
import { own, severityBar } from './parts.js'

/** Service gaps as bars: 0 is the benchmark, 1 the worst. */
export const gapsSection = (groups: readonly GapGroup[]): Markup => html`<section id="gaps" aria-labelledby="gaps-title">
<h2 id="gaps-title">Service gaps</h2>
<p>What is missing here, held against a benchmark for each measure. An empty bar (0) means the benchmark is met; a full bar (1) is the worst. The upright mark is the best guess.</p>
<ul class="key"><li>${severityBar({ measured: 1, stated: 0, open: 0 }, 1)} measured</li><li>${severityBar({ measured: 0, stated: 1, open: 0 }, 1)} stated by the coalition</li><li>${severityBar({ measured: 0, stated: 0, open: 1 }, 0.5)} not known: could be anywhere in the box</li></ul>
${groups.map(({ menu, gaps }) => html`<h3>${menu}</h3>${gaps.map(gapBlock)}`)}
</section>`

const gapBlock = ({ name, words, basisText, parts, severity, indicators, notes }: GapView): Markup => html`<div class="gap"><h4>${name}</h4>
${severityBar(parts, severity.best)}<p class="small"><strong>Severity ${words}</strong> · ${basisText}</p>
<table><thead><tr><th scope="col">Measure</th><th scope="col">Here</th><th scope="col" class="n">Benchmark</th><th scope="col" class="n">Worst</th></tr></thead>
<tbody>${indicators.map(
  ({ label, here, origin, met, worst }) =>
    html`<tr><th scope="row">${label}</th><td>${here}${origin && html` <small>${own(origin)}</small>`}</td><td class="n">${met}</td><td class="n">${worst}</td></tr>`,
)}</tbody></table>
${notes.length > 0 && html`<p class="small muted">${own(notes.join(' '))}</p>`}</div>`

const mostInFull = 15

/** What is not known, and what it would decide. */
export function dataGapsSection(gaps: readonly DataGapView[]): Markup {
  const first = gaps.slice(0, mostInFull)
  const rest = gaps.slice(mostInFull)
  return html`<section id="data-gaps" aria-labelledby="data-gaps-title">
<h2 id="data-gaps-title">Data gaps: collect this next</h2>
${
  gaps.length === 0
    ? html`<p>Nothing is missing that the model would use.</p>`
    : html`<p>Nobody has told this report the answers below. Those at the top touch the most of the plan, or move a priority the furthest.</p>
<table class="gaps"><thead><tr><th scope="col">Find out</th><th scope="col">It decides</th><th scope="col" class="n">Moves a priority by up to</th></tr></thead>
<tbody>${first.map(
        ({ question, withheld, chosen, others, swing }) =>
          html`<tr><th scope="row">${question}${withheld && html` <small>The value exists and is withheld, mostly because the count is small.</small>`}</th><td class="small">${decides({ chosen, others })}</td><td class="n">${swing < 0.5 ? '–' : `${points(swing)} points`}</td></tr>`,
      )}</tbody></table>
${rest.length > 0 && html`<details><summary>${rest.length} more questions</summary><ul>${rest.map(({ question }) => html`<li>${question}</li>`)}</ul></details>`}`
}
</section>`
}
