import { two } from '../../words/numbers.js'
import { plainText } from '../../words/plain-text.js'
import { type Block, type Card, type Doc, type Fact, type Inline, inlines, type List, type Table, type Text } from '../blocks.js'
import { safeLink } from './link.js'

/** Writes a document as Markdown, as GitHub and CommonMark read it. What is only drawn is left out. */
export function writeMarkdown(doc: Doc): string {
  const about = [doc.kind, ...(doc.about ?? [])].filter((text) => text !== undefined).map(inline)
  const blocks = [
    `# ${inline(doc.heading)}`,
    ...about,
    ...doc.blocks.flatMap(write),
    ...(doc.footer === undefined ? [] : ['---', inline(doc.footer)]),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** Text that no reader of Markdown takes for markup: nothing in it becomes a tag, a link, a mention, a list or a heading. */
export const markdownText = (text: string): string =>
  plainText(text)
    .replace(/[\\`*_[\]~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '&#124;')
    .replaceAll('@', '&#64;')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    // At the beginning of a line these begin a list, a heading or a rule.
    .replace(/^(\s*)([-=+#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

/** A text on one line. Spaces at its beginning would make it code. */
const inline = (text: Text): string => inlines(text).map(inlinePart).join('').trim()

const inside = (text: Text): string => inlines(text).map(inlinePart).join('')

function inlinePart(part: Inline): string {
  if (typeof part === 'string') return markdownText(part)
  if ('own' in part) return inside(part.own)
  if ('cite' in part) return `\\[${part.cite}\\]`
  if ('strong' in part) return bold(inside(part.strong))
  if ('muted' in part) return inside(part.muted)
  if ('small' in part) return inside(part.small)
  if ('good' in part) return inside(part.good)
  if ('bad' in part) return bold(inside(part.bad))
  if ('note' in part) return bold(inside(part.note))
  if ('meter' in part) return ''
  if ('line' in part) return part.line === 'break' ? '<br>' : ''
  if ('jump' in part) return inside(part.text)
  const address = safeLink(part.link)
  return address === null ? inside(part.text) : `[${inside(part.text)}](<${address}>)`
}

const bold = (text: string): string => (text.trim() === '' ? text : `**${text.trim()}**`)

function write(block: Block): string[] {
  switch (block.block) {
    case 'section':
      return [`${block.as === undefined ? '##' : '###'} ${inline(block.title)}`, ...block.blocks.flatMap(write)]
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.text)}`]
    case 'paragraph':
      return [block.as === 'lead' ? bold(inline(block.text)) : inline(block.text)]
    case 'list':
      return [list(block)]
    case 'facts':
      return [block.facts.map(fact).join('\n')]
    case 'table':
      return [table(block)]
    case 'cards':
      return block.cards.flatMap(card)
    case 'details':
      return [block.as === 'heading' ? `### ${inline(block.summary)}` : `${inline(block.summary)}:`, ...block.blocks.flatMap(write)]
    case 'bar':
    case 'figure':
      return []
    case 'columns':
      return block.as === 'key' ? [] : block.columns.flatMap((column) => column.flatMap(write))
    case 'keep':
      return block.blocks.flatMap(write)
    case 'only':
      return block.writers.includes('markdown') ? block.blocks.flatMap(write) : []
    default:
      return block satisfies never
  }
}

const list = ({ items, as = 'bullets' }: List): string =>
  items
    .map((item, index) => {
      const { text, lines = [], mark = undefined } = typeof item === 'object' && 'text' in item ? item : { text: item as Text }
      const bullet = as === 'bullets' ? '- ' : `${index + 1}. `
      const first = `${bullet}${mark === undefined ? '' : `${mark} `}${inline(text)}`
      return [first, ...lines.map((line) => ' '.repeat(bullet.length) + inline(line))].join('\\\n')
    })
    .join('\n')

function fact({ label, text, value }: Fact): string {
  const name = bold(`${markdownText(label)}${/[?!]$/.test(label) ? '' : ':'}`)
  return `- ${name} ${value === undefined ? '' : `${two(value.best)}. `}${inline(text)}`
}

const card = ({ number, title, about, score, blocks }: Card): string[] => [
  `### ${number}\\. ${inline(title)}`,
  about === undefined ? '' : inline(about),
  `${bold(`${markdownText(score.label)}:`)} ${[score.shown, ...score.words].map(markdownText).join(', ')}`,
  ...blocks.flatMap(write),
]

function table({ columns, rows, caption }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = [
    line(columns.map(({ title }) => markdownText(title))),
    line(columns.map(({ number }) => (number ? '--:' : '---'))),
    ...rows.map((row) => {
      const { cells, strong } = 'cells' in row ? row : { cells: row, strong: false }
      return line(columns.map((_, index) => (strong && index === 0 ? bold(inline(cells[0] ?? '')) : inline(cells[index] ?? ''))))
    }),
  ]
  return [...(caption === undefined ? [] : [inline(caption), '']), ...lines].join('\n')
}
