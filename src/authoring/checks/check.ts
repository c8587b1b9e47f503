import type { Path, Problem } from '../../issues/issue.js'
import type { fileSchemas, MenuData } from '../../menus/schema/index.js'

/** The file that a finding is in: a fixed file, or the n-th menu or mapping of `MenuData`. */
export type FileKey = keyof typeof fileSchemas | `menu:${number}` | `mapping:${number}`

export type Report = (file: FileKey, path: Path, problem: Problem, severity?: 'error' | 'warning') => void

/** What is known of the set beside its data. */
export interface Surroundings {
  /** False when entries with problems of their shape were set aside. */
  readonly whole: boolean
  /** Ids of the entries that were set aside. */
  readonly lostIds: readonly string[]
}

/** One check of a menu set: a name, what it protects, and a function that reports what it finds. */
export interface Check {
  readonly name: string
  readonly description: string
  /** It says something of the set as a whole, so it waits until no entry is set aside. */
  readonly wholeSet?: true
  readonly run: (data: MenuData, report: Report, surroundings: Surroundings) => void
}

/** Makes a problem in plain words. */
export const conflict = (what: string, why: string, fix: string): Problem => ({ code: 'conflict', what, why, fix })
