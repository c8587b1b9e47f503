import type { Names } from './names.js'

/** A part of a text: words, a reference, or the name of an option or strategy. */
export type RichPart = string | { readonly cite: string } | { readonly option: string } | { readonly strategy: string }

/** Text in which references and names stay what they are, so that nothing has to be found again in it. */
export type Rich = readonly RichPart[]

type Piece = RichPart | Rich | number | false | null | undefined

/**
 * Writes rich text as a template: what is put in may be text, numbers, names, references, or rich text itself. A line break in the template
 * is a space, so that long sentences can be wrapped.
 */
export function rich(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Rich {
  const parts: RichPart[] = []
  const add = (piece: Piece): void => {
    if (piece === false || piece === null || piece === undefined || piece === '') return
    if (isRich(piece)) for (const part of piece) add(part)
    else if (typeof piece === 'object') parts.push(piece)
    else if (typeof parts.at(-1) === 'string') parts[parts.length - 1] += String(piece)
    else parts.push(String(piece))
  }
  strings.forEach((text, index) => {
    add(unwrapped(text))
    add(pieces[index])
  })
  return parts
}

const unwrapped = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line, index) => (index === 0 ? line : line.trimStart()))
        .join(' ')
    : text

const isRich = (piece: Piece): piece is Rich => Array.isArray(piece)

/** Joins rich texts: `a, b`. */
export const joined = (texts: readonly (Rich | RichPart)[], between: string): Rich =>
  texts.reduce<Rich>((all, text, index) => rich`${all}${index > 0 && between}${text}`, [])

/** Cites references at the end of a sentence. */
export const cited = (sources: readonly string[]): Rich => sources.map((cite) => ({ cite }))

/** Writes rich text as plain text: names by their name, references by their id in brackets. */
export const plain = (text: Rich, names: Names): string =>
  text
    .map((part, index) => {
      if (typeof part === 'string') return part
      if ('option' in part) return names.option(part.option)
      if ('strategy' in part) return names.strategy(part.strategy)
      const before = text[index - 1]
      const after = text[index + 1]
      const opens = typeof before !== 'object' || !('cite' in before)
      const closes = typeof after !== 'object' || !('cite' in after)
      return `${opens ? ' [' : ', '}${part.cite}${closes ? ']' : ''}`
    })
    .join('')
