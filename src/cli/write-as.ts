import type { Doc } from '../report/blocks.js'
import { writeHtml } from '../report/write/html.js'
import { writeMarkdown } from '../report/write/markdown.js'
import { writeTerminal } from '../report/write/terminal.js'
import type { Io } from './io.js'

export type Format = 'text' | 'markdown' | 'html'

/** Writes a document in the format that a command was asked for. */
export function writeAs(format: Format, doc: Doc, io: Io): string {
  switch (format) {
    case 'text':
      return writeTerminal(doc, { width: io.columns, colour: io.colour })
    case 'markdown':
      return writeMarkdown(doc)
    case 'html':
      return writeHtml(doc)
    default:
      return format satisfies never
  }
}
