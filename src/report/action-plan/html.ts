import { page } from '../html/page.js'
import { own } from '../html/parts.js'
import { html, type Markup, type Part } from '../write/markup.js'
import type { ActionPlanView, GuideLine, Sheet } from './view.js'

const style = `
.sheet{margin:2.5rem 0}
.sheet h4{margin:1.1rem 0 .3rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.6rem 1.6rem;margin:.8rem 0}
.facts dt{font-size:.86rem;color:var(--muted)}.facts dd{margin:0}
.actions{table-layout:fixed}
.actions th:nth-child(1){width:2.8rem}.actions th:nth-child(2){width:44%}.actions th:nth-child(4){width:8.5rem}.actions th:nth-child(5){width:6.5rem}
.write{border-bottom:1px dotted var(--muted);display:block;min-height:1.6em}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:0 2rem}
@media (max-width:36rem){.actions,.actions tbody,.actions tr,.actions td,.actions th{display:block;width:auto!important;border:0;padding:.1rem 0}.actions thead{display:none}.actions td:nth-child(n+3)::before{color:var(--muted);content:"Who: "}.actions td:nth-child(4)::before{content:"By when: "}.actions td:nth-child(5)::before{content:"Date: "}.actions tr{border-bottom:1px solid var(--line);padding:.5rem 0}}
@media print{.sheet{break-before:page;margin:0}.sheet h3{font-size:13pt;margin-top:0}.facts>div{break-inside:avoid}.columns{grid-template-columns:repeat(3,1fr)}}
`.trim()

/** The action plan as one HTML file: an overview in the columns of the worksheet, then a sheet for each strategy, with lines to write on. */
export const actionPlanHtml = (view: ActionPlanView): string =>
  page(
    `Action plan: ${view.name}`,
    html`<a class="skip" href="#overview">Skip to the overview</a>
<header>
<p class="eyebrow">Action plan, after the Phase 4 worksheet of the HEALing Communities Study</p>
<h1>${own(view.name)}</h1>
<p class="about">${[...view.about, view.madeWith].map((part, index) => [index > 0 && ' · ', own(part)])}</p>
</header>
<main>
<section id="overview" aria-labelledby="overview-title" tabindex="-1"><h2 id="overview-title">Overview</h2>
<p>A draft to be written over by hand: the steps come from the guide, the names, places and dates from the coalition.</p>
<table><thead><tr><th scope="col">No.</th><th scope="col">Strategy category</th><th scope="col">Selected strategy</th><th scope="col" class="wide">Targeted populations</th><th scope="col">High-risk sector</th><th scope="col" class="wide">Feasibility / impact</th></tr></thead>
<tbody>${view.objectives
      .flatMap(({ sheets }) => sheets)
      .map(
        ({ number, category, strategy, place, populations, sectors, feasibility, impact }) =>
          html`<tr><td>${number}</td><td>${category}</td><th scope="row"><a href="#sheet-${number}">${strategy}</a> <span class="muted">${place}</span></th><td class="wide">${populations}</td><td>${sectors.filter(({ ticked }) => ticked).map(({ name }) => name)}</td><td class="wide">${feasibility} / ${impact}</td></tr>`,
      )}</tbody></table></section>
${view.objectives.map(({ number, title, sheets }) => html`<section aria-labelledby="objective-${number}"><h2 id="objective-${number}">Objective ${number}: ${title}</h2>${sheets.map(sheetBlock)}</section>`)}
${
  view.sources.length > 0 &&
  html`<section aria-labelledby="sources-title"><h2 id="sources-title">Sources of the guide</h2><p>A line without a number is judgement: confirm it with the partners.</p>
<ul>${view.recheck.map((line) => html`<li>${line}</li>`)}</ul>
<ol class="refs">${view.sources.map(({ number, text, link }) => html`<li id="source-${number}">${text} ${link && html`<a href="${link}">${hostOf(link)}</a>`}</li>`)}</ol></section>`
}
</main>
<footer><p>Made with orcca, ${view.madeWith}. It does not promise that a strategy will have its effect here; the coalition decides.</p></footer>`,
    style,
  )

const hostOf = (link: string): string => link.replace(/^https:\/\/(www\.)?/, '').replace(/\/.*$/, '')
const sourced = (sources: readonly number[]): Part => sources.map((number) => html` <a href="#source-${number}">[${number}]</a>`)
const write = html`<span class="write"></span>`
const list = (title: string, items: readonly Part[]): Part =>
  items.length > 0 && html`<div><h4>${title}</h4><ul class="small">${items.map((item) => html`<li>${item}</li>`)}</ul></div>`
const guideLine = ({ text, sources }: GuideLine): Part => [text, sourced(sources)]

const sheetBlock = (
  sheet: Sheet,
): Markup => html`<article class="sheet" id="sheet-${sheet.number}"><h3>${sheet.number}. ${sheet.strategy}</h3>
${sheet.inShort && html`<p>${sheet.inShort}</p>`}
<dl class="facts"><div><dt>Strategy category</dt><dd>${sheet.category}</dd></div><div><dt>Goal</dt><dd>${sheet.goal === null ? write : own(sheet.goal)}</dd></div><div><dt>Where</dt><dd>${sheet.place}${write}</dd></div><div><dt>Targeted populations</dt><dd>${sheet.populations || write}</dd></div><div><dt>High-risk sector</dt><dd>${sheet.sectors.map(({ name, ticked }) => html`<div>${ticked ? '☒' : '☐'} ${name}</div>`)}</dd></div><div><dt>Feasibility / impact (0 to 1)</dt><dd>${sheet.feasibility} / ${sheet.impact}<br>${sheet.quadrant}</dd></div></dl>
${sheet.confirm.length > 0 && html`<p class="confirm"><span class="tag">Confirm first:</span> ${sheet.confirm.join(' ')}</p>`}
<h4>Implementation steps</h4>
<table class="actions"><thead><tr><th scope="col">No.</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">By when</th><th scope="col">Date</th></tr></thead>
<tbody>${sheet.actions.map(({ id, what, who, byWhen, sources }) => html`<tr><td>${id}</td><td>${what || write}${sourced(sources)}</td><td>${who || write}</td><td>${byWhen || write}</td><td>${write}</td></tr>`)}</tbody></table>
${
  sheet.measures.length > 0 &&
  html`<h4>Measures</h4><table><thead><tr><th scope="col">Measure</th><th scope="col">What is counted</th><th scope="col" class="wide">Data from</th><th scope="col">How often</th></tr></thead>
<tbody>${sheet.measures.map(({ name, definition, dataFrom, howOften, ofTheStudy, sources }) => html`<tr><th scope="row">${name}${ofTheStudy && html` <small>(the study’s own)</small>`}${sourced(sources)}</th><td>${definition}</td><td class="wide">${dataFrom}</td><td>${howOften}</td></tr>`)}</tbody></table>`
}
<div class="columns">${list('Sustainability', sheet.sustainability.map(guideLine))}${list('Partners', sheet.partners)}${list('Staff', sheet.staff)}${list('Supplies', sheet.supplies)}</div>
${list(
  'Technical assistance and other resources',
  sheet.resources.map(
    ({ title, publisher, whatFor, link }) => html`${link ? html`<a href="${link}">${title}</a>` : title}, ${publisher}: ${whatFor}`,
  ),
)}
</article>`
