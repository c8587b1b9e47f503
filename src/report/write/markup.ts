import { plainText } from '../../words/plain-text.js'

/** Markup that may stand in a page as it is. Made by `html`, or by `trusted` from text of our own. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Part = Markup | string | number | false | null | undefined | readonly Part[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML, SVG and their attributes: what could be read as markup is escaped, control characters are left out. */
export const escapeMarkup = (text: string): string => plainText(text).replace(/[&<>"']/g, (character) => entities[character]!)

function write(part: Part): string {
  if (part instanceof Markup) return part.text
  if (typeof part === 'string') return escapeMarkup(part)
  if (typeof part === 'number') return String(part)
  return Array.isArray(part) ? part.map(write).join('') : ''
}

/** A template whose every value is escaped, unless it is markup itself. Attribute values stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0]!
  parts.forEach((part, index) => {
    text += write(part) + strings[index + 1]!
  })
  return new Markup(text)
}

/** Declares text of our own as markup. Never used on what comes from a profile or a menu. */
export const trusted = (text: string): Markup => new Markup(text)
