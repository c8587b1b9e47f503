import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  type Doc,
  facts,
  heading,
  joined,
  list,
  paragraph,
  section,
  type Text,
  table,
  wordsOf,
} from '../../src/report/blocks.js'
import { writeHtml } from '../../src/report/write/html.js'
import { writeMarkdown } from '../../src/report/write/markdown.js'
import { writeTerminal } from '../../src/report/write/terminal.js'

const score = { low: 0.25, best: 0.5, high: 0.75 }
/** Every kind of block and of inline part. */
const blocks: readonly Block[] = [
  paragraph('The plan in one sentence.', 'lead'),
  section('first', 'First part', [
    paragraph(['Some ', { strong: 'bold' }, ' and ', { muted: 'quiet' }, ' words ', { cite: 1 }, '.']),
    paragraph('Settle this.', 'note'),
    list(['one', { text: 'two', lines: ['and more of two'], mark: '✗' }]),
    list(['first', 'second'], 'numbers'),
    heading(3, 'A heading'),
    facts([
      { label: 'Where', text: 'jails' },
      { label: 'Mind', text: [{ own: 'the gap' }], tone: 'mind' },
    ]),
    facts([{ label: 'Does it work?', text: 'It does.', value: score }], 'answers'),
    table(
      [
        { title: 'Name', head: true },
        { title: 'Number', number: true },
      ],
      [['a | b', '1'], { cells: ['c', '20'], strong: true }],
      {
        caption: 'A table',
      },
    ),
    {
      block: 'cards',
      cards: [
        {
          number: 3,
          chosen: true,
          title: 'A strategy',
          about: 'in a place',
          score: { label: 'Priority', value: { low: 25, best: 50, high: 75 }, most: 100, shown: '50', words: ['Do now'] },
          blocks: [paragraph('What it is.')],
        },
      ],
    },
    { block: 'details', summary: 'More', blocks: [paragraph('Folded.')] },
    { block: 'bar', measured: 0.2, stated: 0.1, open: 0.3, best: 0.4 },
    { block: 'only', writers: ['terminal'], blocks: [paragraph([{ meter: score }, ' half'])] },
    list([[{ link: 'https://example.org/a', text: 'A document' }], [{ link: 'javascript:alert(1)', text: 'No document' }]], 'references'),
  ]),
]
const doc: Doc = { language: 'en', title: 'Title', heading: 'Heading', about: ['About it'], blocks, footer: 'The end.' }

test('Markdown', () => {
  expect(writeMarkdown(doc)).toBe(`# Heading

About it

**The plan in one sentence.**

## First part

Some **bold** and quiet words \\[1\\].

Settle this.

- one
- ✗ two\\
  and more of two

1. first
2. second

### A heading

- **Where:** jails
- **Mind:** the gap

- **Does it work?** 0.50. It does.

A table

| Name | Number |
| --- | --: |
| a &#124; b | 1 |
| **c** | 20 |

### 3\\. A strategy

in a place

**Priority:** 50, Do now

What it is.

More:

Folded.

1. [A document](<https://example.org/a>)
2. No document

---

The end.
`)
})

describe('A terminal', () => {
  test('shows it as lines', () => {
    expect(writeTerminal(doc, { width: 60, colour: false })).toBe(`Heading
About it

The plan in one sentence.

First part
──────────
Some bold and quiet words [1].

! Settle this.
· one
✗ two
  and more of two
1. first
2. second

A heading
Where: jails
Mind: the gap
Does it work? 0.50. It does.

A table
Name   Number
a | b       1
c          20

3. A strategy
   in a place · Priority 50, Do now
   What it is.

More
Folded.

█████▓▓▓▓▓░░░░░····· half
1. A document
   https://example.org/a
2. No document

The end.`)
  })

  test.each([40, 57, 100])('keeps to %i columns, and to the colours it can show', (width) => {
    const long = 'A name with many words, such as no table was made for. '.repeat(4)
    const wide: Doc = {
      ...doc,
      blocks: [
        ...blocks,
        table([{ title: 'One', head: true }, { title: 'Two' }, { title: 'Three', number: true }], [[long, long, '3']]),
        table([{ title: '' }, { title: '' }], [['1', long]], { oneLine: true }),
      ],
    }
    const plain = writeTerminal(wide, { width, colour: false })
    for (const line of plain.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
    expect(plain).toContain('…')
    expect(plain).not.toContain('\u001B')
    const coloured = writeTerminal(wide, { width, colour: true })
    expect(coloured).toContain('\u001B[1m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are control sequences.
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain)
  })

  test('lets nothing in a text drive it', () => {
    const hostile = '\u001B[2J\u001B]0;owned\u0007 \u009B31m \u202Ereversed'
    const text = writeTerminal({ ...doc, heading: hostile, blocks: [list([[{ own: hostile }]])] }, { width: 80, colour: false })
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202E/u)
  })
})

test('HTML names each part that can be jumped to, and links only to https', () => {
  const page = writeHtml({ ...doc, skip: { id: 'first', label: 'Skip' } })
  expect(page).toContain('<section id="first" aria-labelledby="first-heading" tabindex="-1"><h2 id="first-heading">First part</h2>')
  expect(page).toContain('<a class="skip" href="#first">Skip</a>')
  expect(page).toContain('<li id="ref-1"><a href="https://example.org/a">A document</a></li>')
  expect(page).toContain('<li id="ref-2">No document</li>')
})

test('A text has words without what is drawn', () => {
  const text: Text = ['a ', { strong: ['b', { cite: 2 }] }, { meter: score }, { link: 'https://example.org', text: ' c' }, { own: ' d' }]
  expect(wordsOf(text)).toBe('a b[2] c d')
  expect(wordsOf(joined(['a', text], ', '))).toBe('a, a b[2] c d')
})
