import { glossary } from '../../words/fixed.js'
import { points, rangeOnly } from '../../words/numbers.js'
import type { ChosenView, PlanView, RequirementView } from '../view/plan.js'
import { html, type Markup } from '../write/markup.js'
import { meter, own, rich } from './parts.js'

/** The plan at one glance: what is chosen, what to confirm first, what takes its place otherwise, and the requirements ledger. */
export function planSection({ summary, chosen, requirements, warnings, notes }: PlanView): Markup {
  return html`<section id="plan" aria-labelledby="plan-title" tabindex="-1">
<h2 id="plan-title">The plan at a glance</h2>
<p class="lead">${summary}</p>
${notes.map((note) => html`<p class="confirm">${own(note)}</p>`)}
<ol class="plan">${chosen.map(chosenOption)}</ol>
${
  warnings.length > 0 &&
  html`<h3>Watch out for</h3>
<ul>${warnings.map((warning) => html`<li>${rich(warning)}</li>`)}</ul>`
}
<h3>What every plan must meet</h3>
${ledger(requirements)}
</section>
<aside aria-labelledby="words-title" class="keep">
<h3 id="words-title">Words used on this page</h3>
<dl class="words">${glossary.map(({ term, meaning }) => html`<div><dt>${term}</dt><dd class="small">${meaning}</dd></div>`)}</dl>
</aside>`
}

function chosenOption({
  number,
  strategy,
  place,
  section,
  inShort,
  populations,
  confirm,
  otherwise,
  priority,
  quadrant,
  unsettled,
  rank,
}: ChosenView): Markup {
  const range = rangeOnly(priority, points)
  return html`<li><span class="badge">${number}</span><div class="body"><h3>${strategy}</h3>
<p><strong>Where:</strong> ${place} <small>· ${section} · rank ${rank}</small></p>
${inShort && html`<p class="small">${inShort}</p>`}
${populations && html`<p class="small"><strong>Meets:</strong> ${populations}</p>`}
${confirm.length > 0 && html`<p class="confirm small"><span class="tag">Confirm first:</span> ${confirm.join(' ')}</p>`}
<p class="small"><strong>If it falls away:</strong> ${otherwise}</p></div>
<div class="score"><span class="value"><span class="small">Priority</span> <strong>${points(priority.best)}</strong></span>${meter(priority, 100)}<span>${range && `could be ${range}`}</span> <span>${quadrant}${unsettled && ', not settled'}</span></div></li>`
}

const ledger = (requirements: readonly RequirementView[]): Markup => html`<table class="ledger">
<thead><tr><th scope="col">Requirement</th><th scope="col">Met</th><th scope="col">By</th><th scope="col" class="wide">Asked by</th></tr></thead>
<tbody>${requirements.map(
  ({ label, met, metBy, basis, reason }) =>
    html`<tr><th scope="row">${own(label)}${reason && html` <small>${own(reason)}</small>`}</th><td>${
      met ? html`<span class="met">✓ met</span>` : html`<span class="unmet">✗ not met</span>`
    }</td><td>${metBy.join(', ') || '–'}</td><td class="wide">${basis}</td></tr>`,
)}</tbody></table>`
