import { fc, test } from '@fast-check/vitest'
import { parse } from 'csv-parse/sync'
import { describe, test as example, expect } from 'vitest'
import { csvCell } from '../../src/report/action-plan/csv.js'
import { markdownText } from '../../src/report/markdown-text.js'
import { html } from '../../src/report/write/markup.js'
import { plainText, shorten } from '../../src/words/plain-text.js'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`*_[](){}#+-=@|\\~$:!.\n\r\t/ w1'.split('')) }),
)
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
    expect(written).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]()|<>~$!]/)
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
