// Controls, half surrogates, and the marks that turn the direction of the text around them: they would hide or reorder what stands beside.
const disturbing = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu
// The same in the form that is quick to test for: nearly every text is clean.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const maybeDisturbing = /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB]/
const lineBreaks = /[\t\n\r\u2028\u2029]+/g

/** Text of a profile or a menu as one line, without control characters and without marks that reorder the text around them. */
export const plainText = (text: string): string =>
  maybeDisturbing.test(text) ? text.replace(disturbing, '').replace(lineBreaks, ' ') : text

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text cut to so many characters as people count them, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  let number = 0
  for (const { segment } of graphemes.segment(text)) {
    if (number === most) return `${kept.trimEnd()}…`
    kept += segment
    number += 1
  }
  return text
}
