import { styleText } from 'node:util'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { Io } from './io.js'

type Style = 'bold' | 'red' | 'yellow'

/** Lines of text for a terminal: wrapped to its width, coloured where it shows colour. */
export class Page {
  private readonly lines: string[] = []
  readonly width: number

  constructor(private readonly io: Io) {
    this.width = Math.max(40, Math.min(100, io.columns))
  }

  paint(style: Style, text: string): string {
    return this.io.colour ? styleText(style, text, { validateStream: false }) : text
  }

  blank(): this {
    this.lines.push('')
    return this
  }

  heading(text: string): this {
    if (this.lines.length > 0) this.blank()
    const lines = this.wrap(text, this.width)
    const widest = Math.max(...lines.map((line) => stringWidth(line)))
    this.lines.push(...lines.map((line) => this.paint('bold', line)), '─'.repeat(widest))
    return this
  }

  /** A text, wrapped; lines after the first are indented by `hang` columns more. */
  text(text: string, indent = 0, hang = 0): this {
    const lines = this.wrap(text, this.width - indent - hang)
    this.lines.push(...lines.map((line, index) => ' '.repeat(indent + (index > 0 ? hang : 0)) + line))
    return this
  }

  private wrap(text: string, width: number): string[] {
    const clean = this.io.colour ? oneLineWithStyles(text) : oneLine(text)
    return wrapAnsi(clean, width, { hard: true, trim: true }).split('\n')
  }

  /** A line as it is. */
  line(text: string): this {
    this.lines.push(text.trimEnd())
    return this
  }

  toString(): string {
    return this.lines.join('\n')
  }
}

/** What comes from a profile is shown on one line, without the control characters that could drive a terminal. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

/** The same for a text with painted parts: their styles stay, and nothing else. */
const oneLineWithStyles = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are control sequences.
  text.replaceAll(/(\u001b\[(?:1|22|31|33|39)m)|(?:(?!\u001b\[(?:1|22|31|33|39)m)\p{Cc})+/gu, (_, style?: string) => style ?? ' ')

/** Fills up, or cuts, to a width in columns. */
export function fitTo(text: string, width: number): string {
  const wide = stringWidth(text)
  if (wide <= width) return text + ' '.repeat(width - wide)
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(cut + segment) > width - 1) break
    cut += segment
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - stringWidth(cut)))}`
}
