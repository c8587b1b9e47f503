import { fc, test } from '@fast-check/vitest'
import { parse } from 'csv-parse/sync'
import { describe, test as example, expect } from 'vitest'
import { csvCell } from '../../src/report/worksheet/csv.js'
import { safeLink } from '../../src/report/write/link.js'
import { markdownText } from '../../src/report/write/markdown.js'
import { html } from '../../src/report/write/markup.js'
import { plainText, shorten } from '../../src/words/plain-text.js'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`*_[](){}#+-=@|\\~$:!.\n\r\t/ w1'.split('')) }),
)
/** Marks without a shape: spaces of no width, turns of direction, fillers, tags, variants. */
const unseen = fc.constantFrom(...'\u200B\u200D\u200E\u202E\u2060\u2066\u00AD\u034F\u061C\u115F\u180E\u3164\uFE0F\uFEFF\u{E0041}\u{E0101}')
const readEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('HTML', () => {
  test.prop([anyText])('no text can open a tag or leave an attribute, and it reads as it was', (text) => {
    const written = html`${text}`.text
    expect(written).not.toMatch(/[<>"']/)
    expect(readEntities(written)).toBe(plainText(text))
  })

  example('markup of our own stays markup; values inside it do not', () => {
    expect(html`<p title="${'"><script>'}">${[html`<b>${'<i>'}</b>`, false, null, 3]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;"><b>&lt;i&gt;</b>3</p>',
    )
  })
})

describe('Plain text', () => {
  test.prop([anyText])('holds no control, no half surrogate, no mark that reorders what stands beside it, no line break', (text) => {
    expect(plainText(text)).not.toMatch(/\p{Cc}|\p{Cs}|[\u2028-\u202E\u2066-\u2069]/u)
    expect(plainText(plainText(text))).toBe(plainText(text))
  })

  test.prop([fc.array(fc.tuple(fc.constantFrom('a', ' ', '1', 'é', '-'), unseen), { minLength: 1 })])(
    'holds nothing that cannot be seen, such as a message hidden between Latin letters',
    (pairs) => {
      expect(plainText(pairs.flat().join(''))).toBe(pairs.map(([seen]) => seen).join(''))
    },
  )

  example.each([
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष'],
    ['a family', '👩\u200D👩\u200D👧'],
    ['a health worker', '👨🏽\u200D⚕\uFE0F'],
    ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a key cap', '1\uFE0F⃣'],
    ['a variant of a Han letter', '葛\u{E0100}'],
  ])('keeps what %s needs', (_, text) => {
    expect(plainText(text)).toBe(text)
  })

  example('keeps letters of every script, joined emoji and combining marks', () => {
    const text = 'مقاطعة بويل · 보일 카운티 · Ñandú · 👩‍👩‍👧 · é'
    expect(plainText(text)).toBe(text)
  })

  example('is cut between characters as people see them', () => {
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧👩‍👩‍👧…')
    expect(shorten('Boyle', 5)).toBe('Boyle')
    expect(shorten('x'.repeat(10_000), 120)).toHaveLength(121)
  })
})

describe('Markdown', () => {
  test.prop([anyText])('leaves no character that Markdown would read as markup', (text) => {
    const written = markdownText(text)
    expect(written).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]|<>~$]/)
    expect(written).not.toMatch(/:\/\/|@|www\./i)
    expect(written).not.toMatch(/^\s*(?:[-=+#]|\d+[.)])/)
  })

  example('keeps plain words as they are', () => {
    expect(markdownText('Boyle County, KY: 5 % of 30,708')).toBe('Boyle County, KY: 5 % of 30,708')
  })
})

describe('CSV', () => {
  test.prop([fc.array(anyText, { minLength: 1 })])('reads back as it was, and no cell begins as a formula', (texts) => {
    const [row] = parse(texts.map(csvCell).join(','), { relax_column_count: true }) as string[][]
    expect(row).toHaveLength(texts.length)
    row!.forEach((cell, index) => {
      expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/)
      const kept = texts[index]!.split('\n').map(plainText).join('\n')
      expect([kept, `'${kept}`]).toContain(cell)
    })
  })

  example.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '"=1'])('%j is made harmless', (text) => {
    expect(csvCell(text)).toMatch(/^"'/)
  })

  example('a quote is doubled, a comma and a line break stay in the cell', () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"')
  })
})

describe('Links', () => {
  example.each([
    ['javascript:alert(1)', null],
    ['http://example.org/', null],
    ['https://cdc.gov@evil.example/', null],
    ['https://', null],
    ['data:text/html,<script>', null],
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['https://example.org/x>)<img/src=x/onerror=alert(1)>', 'https://example.org/x%3E%29%3Cimg/src=x/onerror=alert%281%29%3E'],
    ['https://example.org/a|b', 'https://example.org/a%7Cb'],
  ])('%s becomes %s', (address, link) => {
    expect(safeLink(address)).toBe(link)
  })

  test.prop([anyText])('hold nothing that ends a link, a cell or an attribute', (text) => {
    expect(safeLink(`https://example.org/${text}`) ?? '').not.toMatch(/[<>"'()|\s\\`]/)
  })
})
