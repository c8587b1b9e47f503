import { notSaid, trialReference } from '../../words/fixed.js'
import type { BasisView } from '../view/basis.js'
import type { LeftOut, ReportView } from '../view/report.js'
import { html, type Markup } from '../write/markup.js'
import { own, references } from './parts.js'

export const leftOutSection = (leftOut: readonly LeftOut[]): Markup => html`<section id="left-out" aria-labelledby="left-out-title">
<h2 id="left-out-title">What was left out, and why</h2>
${
  leftOut.length === 0
    ? html`<p>Nothing was left out: no rule excludes an option here.</p>`
    : html`<table><thead><tr><th scope="col">Why</th><th scope="col">Left out</th></tr></thead>
<tbody>${leftOut.map(
        ({ reason, options }) =>
          html`<tr><th scope="row">${reason}</th><td>${options.map(({ strategy, places }, index) => html`${index > 0 && html`<br>`}${strategy} <span class="muted">${places.join('; ')}</span>`)}</td></tr>`,
      )}</tbody></table>`
}
</section>`

export const basisSection = (
  { sentences, evidence, benchmarks }: BasisView,
  list: ReportView['references'],
): Markup => html`<section id="basis" aria-labelledby="basis-title">
<h2 id="basis-title">What the numbers rest on</h2>
<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}${benchmarks.length > 0 && html`<li>Benchmarks of the measured gaps: ${references(benchmarks)}.</li>`}</ul>
<table><caption>Effect among people reached, on a scale from 0 to 1. Strategies of the plan come first, marked ◆.</caption>
<thead><tr><th scope="col">Strategy</th><th scope="col">Effect</th><th scope="col">Certainty</th><th scope="col" class="wide">Measured on</th><th scope="col">Rests on</th></tr></thead>
<tbody>${evidence.map(
  ({ strategy, planned, effect, certainty, outcome, basis, references: cited }) =>
    html`<tr><th scope="row">${planned && '◆ '}${strategy}</th><td class="effect">${effect}</td><td>${certainty}</td><td class="wide">${outcome}</td><td>${basis} ${references(cited)}</td></tr>`,
)}</tbody></table>
<h3>References</h3>
<ol class="refs">${list.map(({ number, text, link, linkText }) => html`<li id="ref-${number}">${text} ${link && html`<a href="${link}">${linkText}</a>`}</li>`)}</ol>
</section>`

export const notSaidSection = (notes: readonly string[]): Markup => html`<section id="not-said" aria-labelledby="not-said-title">
<h2 id="not-said-title">What this page does not say</h2>
<ul>${notSaid.map((sentence, index) => html`<li>${sentence}${index === 1 && html` <small>${trialReference.text} <a href="https://doi.org/${trialReference.doi}">doi:${trialReference.doi}</a></small>`}</li>`)}</ul>
${notes.length > 0 && html`<h3>Notes on this result</h3><ul>${notes.map((note) => html`<li>${own(note)}</li>`)}</ul>`}
</section>`
