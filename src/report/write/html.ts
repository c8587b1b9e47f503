import type { Estimate } from '../../numbers.js'
import { two } from '../../words/numbers.js'
import type {
  Bar,
  Block,
  Card,
  Column,
  Columns,
  Details,
  Doc,
  Fact,
  Facts,
  Inline,
  List,
  Paragraph,
  Section,
  Table,
  Text,
} from '../blocks.js'
import { inlines } from '../blocks.js'
import narrow from '../style/narrow.css'
import page from '../style/page.css'
import paper from '../style/paper.css'
import parts from '../style/parts.css'
import worksheet from '../style/worksheet.css'
import { safeLink } from './link.js'
import { html, type Markup, type Part, trusted } from './markup.js'

/** What a page may load: nothing but the style that it contains. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

const style = [page, parts, worksheet, narrow, paper].join('')

/** Writes a document as one HTML file: no script, nothing loaded, light and dark, for the screen and for paper. */
export function writeHtml(doc: Doc): string {
  return `${
    html`<!doctype html>
<html lang="${doc.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${doc.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${doc.skip && html`<a class="skip" href="#${doc.skip.id}">${doc.skip.label}</a>`}
<header>
${doc.kind && html`<p class="eyebrow">${inline(doc.kind)}</p>`}
<h1>${inline(doc.heading)}</h1>
${doc.about && html`<p class="about">${doc.about.map((line, index) => [index > 0 && html`<br>`, inline(line)])}</p>`}
${doc.contents && contents(doc.contents)}
</header>
<main>
${new Page(doc.skip?.id).blocks(doc.blocks)}
</main>
${doc.footer && html`<footer><p>${inline(doc.footer)}</p></footer>`}
</body>
</html>`.text
  }\n`
}

const contents = ({ label, anchors }: NonNullable<Doc['contents']>): Markup =>
  html`<nav aria-label="${label}"><ul>${anchors.map((each) => html`<li><a href="#${each.id}">${each.label}</a></li>`)}</ul></nav>`

// ---------------------------------------------------------------- inside a line

const inline = (text: Text): Part => inlines(text).map(inlinePart)

function inlinePart(part: Inline): Part {
  if (typeof part === 'string') return part
  if ('own' in part) return html`<bdi>${inline(part.own)}</bdi>`
  if ('cite' in part) return html`<a href="#ref-${part.cite}">[${part.cite}]</a>`
  if ('strong' in part) return html`<strong>${inline(part.strong)}</strong>`
  if ('muted' in part) return html`<span class="muted">${inline(part.muted)}</span>`
  if ('small' in part) return html`<small>${inline(part.small)}</small>`
  if ('good' in part) return html`<span class="met">${inline(part.good)}</span>`
  if ('bad' in part) return html`<span class="unmet">${inline(part.bad)}</span>`
  if ('note' in part) return html`<span class="note">${inline(part.note)}</span>`
  if ('meter' in part) return meter(part.meter, part.most)
  if ('line' in part) return part.line === 'break' ? html`<br>` : html`<span class="write"></span>`
  if ('jump' in part) return html`<a href="#${part.jump}">${inline(part.text)}</a>`
  const address = safeLink(part.link)
  return address === null ? inline(part.text) : html`<a href="${address}">${inline(part.text)}</a>`
}

const at = (value: number): string => (value * 100).toFixed(1).replace(/\.0$/, '')
const viewBox = trusted('viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"')

/** A number as a filled bar, its range as a thin line. */
function meter({ low, best, high }: Estimate, most = 1): Markup {
  const span = low < high && html`<path class="span" d="M${at(low / most)} 5H${at(high / most)}"/>`
  const fill = html`<path class="track" d="M0 5h100"/><path class="fill" d="M0 5h${at(best / most)}"/>`
  return html`<svg class="meter" ${viewBox}>${fill}${span}<path class="best" d="M${at(best / most)} 0v10"/></svg>`
}

/** The stripes of what is stated are the dashes of one thick line. */
function bar({ measured, stated, open, best }: Bar): Markup {
  const known = measured + stated
  return html`<svg class="bar" ${viewBox}><path class="track" d="M0 5h100"/><path class="fill" d="M0 5h${at(measured)}"/>${[
    stated > 0 && html`<path class="stated" d="M${at(measured)} 5H${at(known)}"/>`,
    open > 0 && html`<path class="open" d="M${at(known)} 1h${at(open)}v8H${at(known)}z"/>`,
    html`<path class="best" d="M${at(best)} 0v10"/>`,
  ]}</svg>`
}

// ---------------------------------------------------------------- blocks

class Page {
  /** @param target the anchor that the keyboard can jump to */
  constructor(private readonly target: string | undefined) {}

  blocks(blocks: readonly Block[]): Part {
    return blocks.map((block) => [this.block(block), '\n'])
  }

  private block(block: Block): Part {
    switch (block.block) {
      case 'section':
        return this.section(block)
      case 'heading':
        return block.level === 3 ? html`<h3>${inline(block.text)}</h3>` : html`<h4>${inline(block.text)}</h4>`
      case 'paragraph':
        return paragraph(block)
      case 'list':
        return list(block)
      case 'facts':
        return facts(block)
      case 'table':
        return table(block)
      case 'cards':
        return this.cards(block.cards)
      case 'details':
        return this.details(block)
      case 'bar':
        return [bar(block), block.label !== undefined && ` ${block.label}`]
      case 'figure':
        return html`<figure>${block.drawing}</figure>`
      case 'columns':
        return this.columns(block)
      case 'keep':
        return html`<div class="gap">${this.blocks(block.blocks)}</div>`
      case 'only':
        return block.writers.includes('html') && this.blocks(block.blocks)
      default:
        return block satisfies never
    }
  }

  private section({ id, title, blocks, as }: Section): Markup {
    const label = `${id}-heading`
    const inside = this.blocks(blocks)
    if (as === 'aside')
      return html`<aside id="${id}" aria-labelledby="${label}" class="keep"><h3 id="${label}">${inline(title)}</h3>\n${inside}</aside>`
    if (as === 'sheet')
      return html`<article id="${id}" aria-labelledby="${label}" class="sheet"><h3 id="${label}">${inline(title)}</h3>\n${inside}</article>`
    const tab = id === this.target && trusted(' tabindex="-1"')
    return html`<section id="${id}" aria-labelledby="${label}"${tab}><h2 id="${label}">${inline(title)}</h2>\n${inside}</section>`
  }

  private cards(cards: readonly Card[]): Part {
    if (cards.every(({ folded }) => folded === undefined))
      return html`<ol class="plan">${cards.map((card) => html`<li>${this.cardHead(card)}</li>`)}</ol>`
    return cards.map((card) => {
      const anchor = card.id !== undefined && html` id="${card.id}"`
      const head = html`<summary>${this.cardHead(card)}</summary>`
      return html`<details class="option"${anchor}${!card.folded && trusted(' open')}>${head}
<div class="body">${this.blocks(card.blocks)}</div></details>\n`
    })
  }

  private cardHead({ number, chosen, title, about, score, folded, blocks }: Card): Markup {
    const badge = html`<span class="badge${!chosen && ' ring'}">${number}</span>`
    const value = html`<span class="value"><span class="small">${score.label}</span> <strong>${score.shown}</strong></span>`
    const words = score.words.map((word) => html`<span>${word}</span> `)
    if (folded === undefined)
      return html`${badge}<div class="body"><h3>${inline(title)}</h3>
${about && html`<p>${inline(about)}</p>`}
${this.blocks(blocks)}</div>
<div class="score">${value}${meter(score.value, score.most)}${words}</div>`
    const head = html`<span class="head"><h3>${inline(title)}</h3> ${about && html`<span class="small">${inline(about)}</span>`}</span>`
    return html`${badge}${head}<span class="score">${value}${meter(score.value, score.most)}${words}</span>`
  }

  private details({ summary, blocks, as }: Details): Markup {
    const name = as === 'steps' ? 'steps' : as === 'heading' ? 'rest' : 'more'
    const head = as === 'heading' ? html`<h3>${inline(summary)}</h3>` : inline(summary)
    return html`<details class="${name}"><summary>${head}</summary>${this.blocks(blocks)}</details>`
  }

  private columns({ columns, as }: Columns): Markup {
    if (as === 'key') return html`<ul class="key">${columns.map((column) => html`<li>${this.blocks(column)}</li>`)}</ul>`
    if (as === 'figure') return html`<div class="chart">${columns.map((column) => this.blocks(column))}</div>`
    return html`<div class="columns">${columns.map((column) => html`<div>${this.blocks(column)}</div>`)}</div>`
  }
}

const paragraphClass = { lead: 'lead', note: 'confirm', small: 'small' } as const

const paragraph = ({ text, as }: Paragraph): Markup =>
  as === undefined ? html`<p>${inline(text)}</p>` : html`<p class="${paragraphClass[as]}">${inline(text)}</p>`

function list({ items, as }: List): Markup {
  const each = items.map((item, index) => {
    const { text, lines = [], mark = undefined } = typeof item === 'object' && 'text' in item ? item : { text: item as Text }
    const rest = lines.map((line) => [html`<br>`, inline(line)])
    const anchor = as === 'references' && html` id="ref-${index + 1}"`
    return html`<li${anchor}>${mark !== undefined && `${mark} `}${inline(text)}${rest}</li>`
  })
  if (as === 'references') return html`<ol class="refs">${each}</ol>`
  return as === 'numbers' ? html`<ol>${each}</ol>` : html`<ul>${each}</ul>`
}

function facts({ facts: items, as = 'lines' }: Facts): Part {
  switch (as) {
    case 'grid':
      return html`<dl class="facts">${items.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${inline(text)}</dd></div>`)}</dl>`
    case 'terms':
      return html`<dl class="words">${items.map(
        ({ label, text }) => html`<div><dt>${label}</dt><dd class="small">${inline(text)}</dd></div>`,
      )}</dl>`
    case 'answers':
      return html`<dl class="answers">${items.map(answer)}</dl>`
    case 'lines':
      return items.map(line)
    default:
      return as satisfies never
  }
}

function answer({ label, text, value }: Fact): Markup {
  const number = value && [meter(value), html`<small>${two(value.best)}</small>`]
  return html`<dt>${label}</dt><dd>${number}</dd><dd class="say">${inline(text)}</dd>`
}

const line = ({ label, text, tone }: Fact): Markup =>
  tone === undefined
    ? html`<p class="small"><strong>${label}:</strong> ${inline(text)}</p>\n`
    : html`<p class="${tone === 'mind' ? 'warn' : tone} small"><span class="tag">${label}:</span> ${inline(text)}</p>\n`

function table({ columns, rows, caption, look, oneLine }: Table): Markup {
  const head = columns.map((column) => html`<th scope="col"${classOf(column)}>${column.title}</th>`)
  const body = rows.map((row) => {
    const { cells, strong } = 'cells' in row ? row : { cells: row, strong: false }
    const each = columns.map((column, index) => {
      const text = inline(cells[index] ?? '')
      if (column.head) return html`<th scope="row"${classOf(column)}>${text}</th>`
      // On a narrow screen the cells of such a table stand below each other, each with its label.
      const label = look === 'actions' && html` data-label="${column.title}"`
      return html`<td${classOf(column)}${label}>${text}</td>`
    })
    return html`<tr${strong && trusted(' class="chosen"')}>${each}</tr>`
  })
  return html`<table${look !== undefined && html` class="${look}"`}>${caption && html`<caption>${inline(caption)}</caption>`}${
    !oneLine && html`<thead><tr>${head}</tr></thead>`
  }
<tbody>${body}</tbody></table>`
}

function classOf({ number, spare, look }: Column): Part {
  const names = [number && 'n', spare && 'wide', look].filter((name) => typeof name === 'string')
  return names.length > 0 && html` class="${names.join(' ')}"`
}
