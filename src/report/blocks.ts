import type { Estimate } from '../numbers.js'
import type { Markup } from './write/markup.js'

/**
 * A document as a list of blocks, before it is HTML, Markdown or text for a terminal. A block holds words and numbers, no markup: the
 * writers in `write/` escape every text, wherever it comes from.
 */
export interface Doc {
  /** The language of the fixed texts, as a code: `en`. */
  readonly language: string
  /** What a browser shows in its tab. */
  readonly title: string
  /** A line above the heading: what kind of document it is. */
  readonly kind?: Text
  readonly heading: Text
  /** Lines under the heading. */
  readonly about?: readonly Text[]
  /** What a page jumps over to reach its main part, and its table of contents: anchors and labels. */
  readonly skip?: Anchor
  readonly contents?: { readonly label: string; readonly anchors: readonly Anchor[] }
  readonly blocks: readonly Block[]
  readonly footer?: Text
}

export interface Anchor {
  readonly id: string
  readonly label: string
}

// ---------------------------------------------------------------- inside a line

/** A text: plain, or made of parts. */
export type Text = string | readonly Inline[]

export type Inline =
  | string
  | { readonly strong: Text }
  /** Said quietly: a place beside a name, a source beside a value. */
  | { readonly muted: Text }
  /** In small print. */
  | { readonly small: Text }
  /** Words of the profile or the menus, which keep their own direction (`<bdi>`). */
  | { readonly own: Text }
  /** The number of an entry in the document's list of references. */
  | { readonly cite: number }
  /** A link to https; anything else is written as text without a link. */
  | { readonly link: string; readonly text: Text }
  /** A link to an anchor of the same document. */
  | { readonly jump: string; readonly text: Text }
  /** Good news or bad news: ✓ met, ✗ not met, what to watch. */
  | { readonly good: Text }
  | { readonly bad: Text }
  | { readonly note: Text }
  /** A number from 0 to `most` (1) as a bar. Decoration: the words beside it say the same. */
  | { readonly meter: Estimate; readonly most?: number }
  /** A new line inside a cell or an item. */
  | { readonly line: 'break' }
  /** A blank to write on by hand. */
  | { readonly line: 'blank' }

// ---------------------------------------------------------------- blocks

export type Block = Section | Heading | Paragraph | List | Facts | Table | Cards | Details | Bar | Figure | Columns | Keep | Only

/** A part of the document under a heading of level 2, which links can jump to. */
export interface Section {
  readonly block: 'section'
  readonly id: string
  readonly title: Text
  readonly blocks: readonly Block[]
  /** `aside`: beside the matter, such as a glossary (its heading is of level 3). `sheet`: begins a new page on paper, level 3. */
  readonly as?: 'aside' | 'sheet'
}

export interface Heading {
  readonly block: 'heading'
  readonly level: 3 | 4
  readonly text: Text
}

export interface Paragraph {
  readonly block: 'paragraph'
  readonly text: Text
  /** `lead`: the sentence to read first. `note`: to be settled before going on. `small`: in small print. */
  readonly as?: 'lead' | 'note' | 'small'
}

export interface List {
  readonly block: 'list'
  readonly items: readonly (Text | Item)[]
  /** `references`: numbered, and each item is what `cite` jumps to. */
  readonly as?: 'bullets' | 'numbers' | 'references'
}

export interface Item {
  readonly text: Text
  /** Further lines of the item. */
  readonly lines?: readonly Text[]
  /** What stands in place of the bullet. */
  readonly mark?: '✓' | '✗' | '!'
}

/** Labels with what they say: a line each. */
export interface Facts {
  readonly block: 'facts'
  readonly facts: readonly Fact[]
  /** `lines`: the label bold in front. `grid`: side by side, label above. `terms`: a glossary. `answers`: with a meter. */
  readonly as?: 'lines' | 'grid' | 'terms' | 'answers'
}

export interface Fact {
  readonly label: string
  readonly text: Text
  /** A number from 0 to 1 that answers the question of the label. */
  readonly value?: Estimate
  /** `confirm`: to be settled first. `mind`: a warning. */
  readonly tone?: 'confirm' | 'mind'
}

export interface Table {
  readonly block: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly caption?: Text
  /** The look of a page, where columns need fixed widths. */
  readonly look?: 'measures' | 'questions' | 'ledger' | 'actions'
  /** In a terminal: each row on one line, cells cut to fit; no header. Else cells are wrapped. */
  readonly oneLine?: boolean
}

export interface Column {
  readonly title: string
  readonly number?: boolean
  /** May be left out on a narrow screen. */
  readonly spare?: boolean
  /** The cell that names the row. */
  readonly head?: boolean
  /** `nowrap`: its text stays on one line; `effect`: the same on a wide screen. `no`: the number of the row. */
  readonly look?: 'nowrap' | 'effect' | 'no'
}

/** The cells of a row; `strong`: the whole row counts more than the others. */
export type Row = readonly Text[] | { readonly cells: readonly Text[]; readonly strong: boolean }

/** Options as cards: number, name and place to the left, the score to the right, the rest below. */
export interface Cards {
  readonly block: 'cards'
  readonly cards: readonly Card[]
}

export interface Card {
  readonly id?: string
  readonly number: number
  /** Whether it is chosen: its number is filled. */
  readonly chosen: boolean
  readonly title: Text
  /** A line under the title. */
  readonly about?: Text
  readonly score: {
    readonly label: string
    readonly value: Estimate
    readonly most: number
    readonly shown: string
    readonly words: readonly string[]
  }
  /** On a screen only the head is shown until it is opened; undefined: nothing folds. */
  readonly folded?: boolean
  readonly blocks: readonly Block[]
}

/** Something that is folded away on a screen; on paper and in text it is open. */
export interface Details {
  readonly block: 'details'
  readonly summary: Text
  readonly blocks: readonly Block[]
  /** `steps`: in small print. `heading`: its summary is a heading of level 3. */
  readonly as?: 'steps' | 'heading'
}

/** A severity from 0 to 1: what is measured is filled, what is stated is striped, what is open is a box; the mark is the best guess. */
export interface Bar {
  readonly block: 'bar'
  readonly measured: number
  readonly stated: number
  readonly open: number
  readonly best: number
  /** Stands beside the bar where it is the key to others. */
  readonly label?: string
}

/** A drawing, for the page only; the table beside it says the same. */
export interface Figure {
  readonly block: 'figure'
  readonly drawing: Markup
}

/** Blocks side by side, where there is room. */
export interface Columns {
  readonly block: 'columns'
  readonly columns: readonly (readonly Block[])[]
  readonly as?: 'figure' | 'key'
}

/** Blocks that belong together: space around them, and on paper one page. */
export interface Keep {
  readonly block: 'keep'
  readonly blocks: readonly Block[]
}

/** Blocks for some of the writers. */
export interface Only {
  readonly block: 'only'
  readonly writers: readonly ('html' | 'markdown' | 'terminal')[]
  readonly blocks: readonly Block[]
}

// ---------------------------------------------------------------- short ways to write them

export const section = (id: string, title: Text, blocks: readonly (Block | false)[], as?: Section['as']): Section => ({
  block: 'section',
  id,
  title,
  blocks: blocks.filter((block) => block !== false),
  as,
})
export const heading = (level: Heading['level'], text: Text): Heading => ({ block: 'heading', level, text })
export const paragraph = (text: Text, as?: Paragraph['as']): Paragraph => ({ block: 'paragraph', text, as })
export const list = (items: List['items'], as?: List['as']): List => ({ block: 'list', items, as })
export const facts = (items: readonly (Fact | false)[], as?: Facts['as']): Facts => ({
  block: 'facts',
  facts: items.filter((fact) => fact !== false),
  as,
})
export const table = (columns: readonly Column[], rows: readonly Row[], more: Pick<Table, 'caption' | 'look' | 'oneLine'> = {}): Table => ({
  block: 'table',
  columns,
  rows,
  ...more,
})

/** Parts with something between them: `a · b · c`. */
export const joined = (texts: readonly Text[], between: string): Inline[] =>
  texts.flatMap((text, index): Inline[] => [...(index === 0 ? [] : [between]), ...inlines(text)])

/** A text as its parts. */
export const inlines = (text: Text): readonly Inline[] => (typeof text === 'string' ? [text] : text)

/** The words of a text, without what is only drawn. */
export const wordsOf = (text: Text): string => inlines(text).map(wordsOfPart).join('')

function wordsOfPart(part: Inline): string {
  if (typeof part === 'string') return part
  if ('cite' in part) return `[${part.cite}]`
  if ('meter' in part) return ''
  if ('line' in part) return part.line === 'break' ? ' ' : ''
  return wordsOf(Object.values(part).at(-1) as Text)
}
