import { conflict, type Kind, missing, outOfRange, unknownId, unknownKey } from '../../issues/build.js'
import type { Issue, Path, Problem } from '../../issues/issue.js'
import type { fileSchemas, MenuData } from '../../menus/schema/index.js'

/** The file that a finding is in: a fixed file, or the n-th menu or mapping of `MenuData`. */
export type FileKey = keyof typeof fileSchemas | `menu:${number}` | `mapping:${number}`

/** What a check finds: a problem with its file and path, before it has a line and a column. */
export type Finding<File = FileKey> = Problem & { readonly severity: Issue['severity']; readonly path: Path; readonly file: File }

/** One check: a name, what it protects, and a generator of what it finds. */
export interface Check<Data = MenuData, File = FileKey> {
  readonly name: string
  readonly description: string
  /** Looks at the set as a whole, so it waits until no entry is set aside. */
  readonly wholeSet?: true
  readonly run: (data: Data, surroundings: Surroundings) => Iterable<Finding<File>>
}

/** What is known of the set apart from its data. */
export interface Surroundings {
  /** False when entries with problems of their shape were set aside. */
  readonly whole: boolean
  /** Ids of the entries that were set aside. */
  readonly lostIds: readonly string[]
}

/** Finds an id that stands in a text as a word of its own. An id without a hyphen is a word of the language, and is not looked for. */
export const idIn = (text: string, ids: ReadonlySet<string>): string | undefined =>
  text.split(/[^A-Za-z0-9-]+/).find((word) => word.includes('-') && ids.has(word))

/** Runs checks one after the other. */
export const runChecks = <Data, File>(
  checks: readonly Check<Data, File>[],
  data: Data,
  surroundings: Surroundings = { whole: true, lostIds: [] },
): (Finding<File> & { readonly check: string })[] =>
  checks
    .filter(({ wholeSet }) => surroundings.whole || !wholeSet)
    .flatMap(({ name, run }) => [...run(data, surroundings)].map((finding) => ({ ...finding, check: name })))

interface Range {
  readonly min: number | null
  readonly max: number | null
}

/** A place in a file, where something can be found. */
export class Place<File = FileKey> {
  constructor(
    readonly file: File,
    readonly path: Path,
  ) {}

  /** Reports a problem here. */
  is(problem: Problem, severity: Issue['severity'] = 'error'): Finding<File> {
    return { ...problem, severity, path: this.path, file: this.file }
  }
  conflict(what: string, why: string, fix: string): Finding<File> {
    return this.is(conflict(what, why, fix))
  }
  warning(what: string, why: string, fix: string): Finding<File> {
    return this.is(conflict(what, why, fix), 'warning')
  }
  missing(key: string, expected: string): Finding<File> {
    return this.is(missing(key, expected))
  }
  unknownId(kind: Kind, id: string, allowed: readonly string[]): Finding<File> {
    return this.is(unknownId(kind, id, allowed))
  }
  unknownKey(key: string, allowed: readonly string[], note?: string): Finding<File> {
    return this.is(unknownKey(key, allowed, note))
  }
  *outOfRange(value: number, range: Range, unit: string | null): Generator<Finding<File>> {
    const problem = outOfRange(value, range, unit)
    if (problem) yield this.is(problem)
  }
}

/** Leads from where a walker is to a place below it: `at('parts', 'cost')`. */
export type At<File = FileKey> = (...keys: Path) => Place<File>

/** Begins at a file, or at a place in it. */
export const placeIn =
  <File>(file: File, start: Path = []): At<File> =>
  (...keys) =>
    new Place(file, [...start, ...keys])

/** Something with its place: what walkers give. */
export interface Placed<T, File = FileKey> {
  readonly value: T
  readonly index: number
  readonly at: At<File>
}

/** Walks through a list. */
export function* each<T, File>(list: readonly T[], from: Place<File>): Generator<Placed<T, File>> {
  for (const [index, value] of list.entries()) yield { value, index, at: placeIn(from.file, [...from.path, index]) }
}
