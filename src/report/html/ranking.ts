import { points, rangeOnly, two } from '../../words/numbers.js'
import type { OptionView } from '../view/option.js'
import type { OptionRow } from '../view/report.js'
import { html, type Markup } from '../write/markup.js'
import { meter, references, rich } from './parts.js'

/** The ranking: the plan and the next 20 options in full, the others in one line each. */
export const rankingSection = (
  full: readonly OptionView[],
  rest: readonly OptionRow[],
): Markup => html`<section id="ranking" aria-labelledby="ranking-title">
<h2 id="ranking-title">The ranking</h2>
<p>Each option answers three questions, and each question counts the same. The options of the plan have a filled number; the others are the next ${full.filter(({ planned }) => planned === null).length} in rank.</p>
${full.map(optionInFull)}
${
  rest.length > 0 &&
  html`<details class="rest"><summary><h3>The other ${rest.length} options, in short</h3></summary>
<table><thead><tr><th scope="col" class="n">Rank</th><th scope="col">Option</th><th scope="col" class="n">Priority</th><th scope="col" class="n wide">Impact</th><th scope="col" class="n wide">Feasibility</th><th scope="col" class="wide">Quadrant</th></tr></thead>
<tbody>${rest.map(
    ({ rank, strategy, place, priority, impact, feasibility, quadrant }) =>
      html`<tr><td class="n">${rank}</td><th scope="row">${strategy} <span class="muted">${place}</span></th><td class="n">${priority}</td><td class="n wide">${impact}</td><td class="n wide">${feasibility}</td><td class="wide nowrap">${quadrant}</td></tr>`,
  )}</tbody></table></details>`
}
</section>`

/** On the screen an option opens from its head; on paper all are open. */
function optionInFull({
  rank,
  planned,
  strategy,
  place,
  section,
  inShort,
  populations,
  medications,
  priority,
  quadrant,
  unsettled,
  answers,
  confirm,
  warnings,
  steps,
  references: cited,
}: OptionView): Markup {
  const range = rangeOnly(priority, points)
  return html`<details class="option" id="rank-${rank}"${planned !== null && html` open`}><summary><span class="badge${planned === null && ' ring'}">${planned ?? rank}</span><span class="head"><h3>${strategy}</h3> <span class="small">${place}</span> <small>· ${section} · rank ${rank}${planned !== null && html` · <strong>in the plan</strong>`}</small></span><span class="score"><span class="value"><span class="small">Priority</span> <strong>${points(priority.best)}</strong></span>${meter(priority, 100)}<span>${range && `could be ${range}`}</span> <span>${quadrant}${unsettled && ', not settled'}</span></span></summary>
<div class="body">${inShort && html`<p class="small">${inShort}</p>`}
${(populations || medications) && html`<p class="small">${populations && html`<strong>Meets:</strong> ${populations}. `}${medications && html`<strong>Medications:</strong> ${medications}.`}</p>`}
<dl class="answers">${answers.map(({ question, value, sentences }) => html`<dt>${question}</dt><dd>${meter(value)}<small>${two(value.best)}</small></dd><dd class="say">${rich(sentences)}</dd>`)}</dl>
${confirm.length > 0 && html`<p class="confirm small"><span class="tag">Confirm first:</span> ${confirm.join(' ')}</p>`}
${warnings.map((warning) => html`<p class="warn small"><span class="tag">Mind:</span> ${rich(warning)}</p>`)}
<details class="steps"><summary>How the numbers were made</summary><ol>${steps.map((step) => html`<li>${'text' in step ? rich(step.text) : html`Same as step ${step.step} at <a href="#rank-${step.asAtRank}">rank ${step.asAtRank}</a>.`}</li>`)}</ol>${cited.length > 0 && html`<p>References: ${references(cited)}</p>`}</details></div></details>`
}
