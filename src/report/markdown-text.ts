import { plainText } from '../words/plain-text.js'

/**
 * Text of a profile or a menu for Markdown as GitHub renders it: no character is read as markup, and nothing turns into a link or a mention.
 */
export const markdownText = (text: string): string =>
  plainText(text)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    // At the beginning of a line these begin a list, a heading or a rule.
    .replace(/^(\s*)([-=+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

/** A table with a header, as GitHub writes it. The cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A list, one item a line. The items are Markdown already. */
export const markdownList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
