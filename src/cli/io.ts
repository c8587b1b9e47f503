import type { Language } from '../words/language.js'

/** Where a command writes, and what it may do there. Data go to `out`, messages to `err`. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` is a terminal that shows colour. */
  readonly colour: boolean
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number
  /** The language in which results are told; messages on wrong input stay English. */
  readonly language: Language
}

/** Exit codes: fine; problems in the data, or a file that cannot be read; wrong usage. */
export const exit = { fine: 0, problems: 1, usage: 2 } as const
export type Exit = (typeof exit)[keyof typeof exit]
