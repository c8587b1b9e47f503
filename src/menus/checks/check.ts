import type { Path, Problem } from '../../issues.js'
import type { fileSchemas, MenuData } from '../schema.js'

/** The file that a finding is in: a fixed file, or the n-th menu or mapping of `MenuData`. */
export type FileKey = keyof typeof fileSchemas | `menu:${number}` | `mapping:${number}`

export type Report = (file: FileKey, path: Path, problem: Problem, severity?: 'error' | 'warning') => void

/** One check of a menu set: a name, what it protects, and a function that reports what it finds. */
export interface Check {
  readonly name: string
  readonly description: string
  readonly run: (data: MenuData, report: Report) => void
}
