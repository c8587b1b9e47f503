import { styleText } from 'node:util'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { Estimate } from '../../numbers.js'
import { two } from '../../words/numbers.js'
import { plainText } from '../../words/plain-text.js'
import { type Block, type Card, type Doc, type Fact, type Inline, inlines, type List, type Table, type Text, wordsOf } from '../blocks.js'
import { safeLink } from './link.js'

export interface TerminalOptions {
  /** In columns; held to 40 to 100. */
  readonly width: number
  readonly colour: boolean
}

/** Writes a document as text for a terminal: wrapped to its width, coloured where it shows colour. Not for browsers. */
export const writeTerminal = (doc: Doc, { width, colour }: TerminalOptions): string =>
  new Writer(Math.max(40, Math.min(100, width)), colour).document(doc)

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

class Writer {
  private readonly lines: string[] = []
  private indent = 0
  /** Whether the last line is a heading: what follows stays close to it. */
  private fresh = false

  constructor(
    private readonly width: number,
    private readonly colour: boolean,
  ) {}

  document({ heading, about = [], blocks, footer }: Doc): string {
    this.text([{ strong: heading }])
    for (const line of about) this.text(line)
    this.blocks(blocks)
    if (footer !== undefined) this.blank().text(footer)
    return this.lines.join('\n')
  }

  private blocks(blocks: readonly Block[], apart = true): void {
    for (const block of blocks) this.block(block, apart)
  }

  private block(block: Block, apart: boolean): void {
    switch (block.block) {
      case 'section':
        this.heading(block.title)
        this.blocks(block.blocks)
        return
      case 'heading':
        this.blank().text([{ strong: block.text }])
        this.fresh = true
        return
      case 'paragraph':
        if (apart && !this.fresh) this.blank()
        this.text(block.as === 'lead' ? [{ strong: block.text }] : block.as === 'note' ? ['! ', ...inlines(block.text)] : block.text, 0, 2)
        return
      case 'list':
        this.list(block)
        return
      case 'facts':
        for (const fact of block.facts) this.fact(fact)
        return
      case 'table':
        this.table(block)
        return
      case 'cards':
        for (const card of block.cards) this.card(card)
        return
      case 'details':
        this.blank().text([{ strong: block.summary }])
        this.fresh = true
        this.blocks(block.blocks)
        return
      case 'bar':
      case 'figure':
        return
      case 'columns':
        for (const column of block.as === 'key' ? [] : block.columns) this.blocks(column)
        return
      case 'keep':
        this.blocks(block.blocks)
        return
      case 'only':
        if (block.writers.includes('terminal')) this.blocks(block.blocks)
        return
      default:
        block satisfies never
    }
  }

  private blank(): this {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('')
    return this
  }

  private heading(title: Text): void {
    this.blank()
    const lines = this.wrap(this.inline(title), this.width)
    const widest = Math.max(...lines.map((line) => stringWidth(line)))
    this.lines.push(...lines.map((line) => this.paint('bold', line)), '─'.repeat(widest))
    this.fresh = true
  }

  /** A text, wrapped; its lines after the first are indented by `hang` columns more. A link has a line of its own, however long. */
  private text(text: Text, indent = 0, hang = 0): this {
    const from = this.indent + indent
    const words = this.inline(text)
    const lines = words.trim() === '' ? [] : this.wrap(words, this.width - from - hang)
    this.lines.push(...lines.map((line, index) => (' '.repeat(from + (index > 0 ? hang : 0)) + line).trimEnd()))
    this.fresh = false
    const below = ' '.repeat(from + (lines.length > 0 ? hang : 0))
    for (const link of linksOf(text)) this.lines.push(below + link)
    return this
  }

  private wrap(text: string, width: number): string[] {
    return wrapAnsi(text, Math.max(10, width), { hard: true, trim: true }).split('\n')
  }

  private paint(style: Style, text: string): string {
    return this.colour ? styleText(style, text, { validateStream: false }) : text
  }

  private inline(text: Text): string {
    return inlines(text)
      .map((part) => this.part(part))
      .join('')
  }

  private part(part: Inline): string {
    if (typeof part === 'string') return plainText(part)
    if ('own' in part) return this.inline(part.own)
    if ('cite' in part) return `[${part.cite}]`
    if ('strong' in part) return this.paint('bold', this.inline(part.strong))
    if ('muted' in part) return this.inline(part.muted)
    if ('small' in part) return this.inline(part.small)
    if ('good' in part) return this.inline(part.good)
    if ('bad' in part) return this.paint('red', this.inline(part.bad))
    if ('note' in part) return this.paint('yellow', this.inline(part.note))
    if ('meter' in part) return cells(part.meter, part.most ?? 1)
    if ('line' in part) return part.line === 'break' ? '; ' : '____'
    if ('jump' in part) return this.inline(part.text)
    // The address follows on a line of its own.
    return wordsOf(part.text) === part.link ? '' : this.inline(part.text)
  }

  private list({ items, as = 'bullets' }: List): void {
    items.forEach((item, index) => {
      const { text, lines = [], mark = undefined } = typeof item === 'object' && 'text' in item ? item : { text: item as Text }
      const bullet = mark ?? (as === 'bullets' ? '·' : `${index + 1}.`)
      const hang = bullet.length + 1
      this.text([mark === '✗' ? { bad: mark } : bullet, ' ', ...inlines(text)], 0, hang)
      for (const line of lines) this.text(line, hang, 2)
    })
  }

  private fact({ label, text, value, tone }: Fact): void {
    const name = `${label}${/[?!]$/.test(label) ? '' : ':'}`
    const number = value === undefined ? '' : ` ${two(value.best)}.`
    this.text([tone === undefined ? name : { note: name }, number, ' ', ...inlines(text)], 0, 2)
  }

  private card({ number, title, about, score, blocks }: Card): void {
    const hang = `${number}. `.length
    this.blank().text([`${number}. `, { strong: title }], 0, hang)
    this.indent += hang
    const words = `${score.label} ${[score.shown, ...score.words].join(', ')}`
    this.text(about === undefined ? words : [...inlines(about), ' · ', words], 0, 2)
    this.blocks(blocks, false)
    this.indent -= hang
  }

  /** Columns as wide as their text, the widest narrowed until all fit; what does not fit is wrapped, or cut where a row has one line. */
  private table({ columns, rows, caption, oneLine }: Table): void {
    if (!oneLine && !this.fresh) this.blank()
    if (caption !== undefined) this.text(caption)
    this.fresh = false
    const body = rows.map((row) => {
      const { cells: texts, strong } = 'cells' in row ? row : { cells: row, strong: false }
      return columns.map((_, index) => (strong ? ([{ strong: texts[index] ?? '' }] as const) : (texts[index] ?? '')))
    })
    const all: readonly (readonly Text[])[] = oneLine ? body : [columns.map(({ title }) => [{ strong: title }] as const), ...body]
    const widths = columns.map((_, index) => Math.max(1, ...all.map((row) => stringWidth(this.inline(row[index]!)))))
    const room = this.width - this.indent - 2 * (columns.length - 1)
    for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1)
      widths[widths.indexOf(Math.max(...widths))]! -= 1
    for (const row of all) {
      const texts = row.map((cell, index) => (oneLine ? [this.cut(cell, widths[index]!)] : this.wrap(this.inline(cell), widths[index]!)))
      for (let at = 0; at < Math.max(...texts.map(({ length }) => length)); at += 1) {
        const line = texts.map((lines, index) => fill(lines[at] ?? '', widths[index]!, columns[index]!.number))
        this.lines.push(`${' '.repeat(this.indent)}${line.join('  ')}`.trimEnd())
      }
    }
  }

  private cut(text: Text, width: number): string {
    return stringWidth(this.inline(text)) <= width ? this.inline(text) : cutTo(plainText(wordsOf(text)), width)
  }
}

/** The addresses that a text links to. */
const linksOf = (text: Text): string[] =>
  inlines(text).flatMap((part) => {
    if (typeof part === 'string' || 'meter' in part || 'line' in part || 'cite' in part || 'jump' in part) return []
    if ('link' in part) {
      const address = safeLink(part.link)
      return address === null ? [] : [address]
    }
    return linksOf(Object.values(part)[0] as Text)
  })

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text cut to a width in columns, with an ellipsis. */
export function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let cut = ''
  for (const { segment } of graphemes.segment(text)) {
    if (stringWidth(cut + segment) > width - 1) break
    cut += segment
  }
  return `${cut}…`
}

const fill = (text: string, width: number, right = false): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return right ? space + text : text + space
}

/** A number as a bar of 20 cells: what is certain, the best guess, what is possible. */
function cells({ low, best, high }: Estimate, most: number): string {
  const at = (value: number): number => Math.round((value / most) * 20)
  const mark = (cell: number): string => (cell < at(low) ? '█' : cell < at(best) ? '▓' : cell < at(high) ? '░' : '·')
  return Array.from({ length: 20 }, (_, cell) => mark(cell)).join('')
}
