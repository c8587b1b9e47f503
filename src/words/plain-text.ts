/** Controls, half surrogates and line breaks aside, what no reader can see: it could hide a message, or reorder the text around it. */
const unseen = /\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]|(?![\t\n\r])\p{Cc}|\p{Cs}/u

/** Scripts whose words hold joiners. */
const scripts = 'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Mongolian'.split(' ')
const joining = `[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`
/**
 * Unseen characters that a script or an emoji needs to look right: a joiner inside a word of a script that joins, or between two pictures;
 * the colour or text form of a picture; variants of a Han or Mongolian letter; the tags of a flag.
 */
const needed = [
  `(?<=${joining}\\p{M}*)[\\u200C\\u200D](?=${joining})`,
  '(?<=\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D(?=\\p{Extended_Pictographic})',
  '(?<=[\\p{Extended_Pictographic}\\p{So}\\p{Sm}])[\\uFE0E\\uFE0F]|(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  '(?<=\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]',
  '(?<=\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]',
  '(?<=\\u{1F3F4})[\\u{E0061}-\\u{E007A}]{4,6}\\u{E007F}',
].join('|')

const neededOrUnseen = new RegExp(`(${needed})|${unseen.source}`, 'gu')
/** Quick to test for, and true of nearly every text: letters of Latin, figures and the usual marks, none of which is unseen. */
const surelySeen = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u27BF]*$/
const lineBreaks = /[\t\n\r\u2028\u2029]+/g

/** Text of a profile, a menu or the guide as one line, without what cannot be seen and without marks that reorder the text around them. */
export const plainText = (text: string): string =>
  surelySeen.test(text) ? text : text.replace(neededOrUnseen, (_, kept?: string) => kept ?? '').replace(lineBreaks, ' ')

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
