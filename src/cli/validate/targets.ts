import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileSchemas } from '../../menus/schema/index.js'

/** A menu set to validate. */
export interface SetTarget {
  readonly folder: string
  /** The file of the set that was named; null: all of it. */
  readonly only: string | null
}

/** What to validate. */
export interface Targets {
  readonly sets: readonly SetTarget[]
  readonly profiles: readonly string[]
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** A folder is a menu set if it has some of its files. One is not enough: a `plan.yaml` may be a coalition's own plan. */
const isSet = (folder: string): boolean => Object.keys(fileSchemas).filter((name) => existsSync(join(folder, name))).length > 1

/** What some paths stand for: each set and each profile once. */
export function targetsOf(paths: readonly string[]): Targets {
  const found = paths.map(targetsOfPath)
  const sets = uniqueBy(
    found.flatMap((each) => each.sets),
    ({ folder, only }) => `${normalize(folder)} ${only ?? ''}`,
  )
  const whole = new Set(sets.flatMap(({ folder, only }) => (only === null ? [normalize(folder)] : [])))
  return {
    // A set that is checked as a whole is not checked again for one of its files.
    sets: sets.filter(({ folder, only }) => only === null || !whole.has(normalize(folder))),
    profiles: uniqueBy(
      found.flatMap((each) => each.profiles),
      normalize,
    ),
  }
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>()
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item)
  return [...byKey.values()]
}

/** What a path stands for. A file of a menu set stands for its set: nothing in it can be checked alone. */
function targetsOfPath(path: string): Targets {
  if (isFolder(path)) {
    if (isSet(path)) return { sets: [{ folder: path, only: null }], profiles: [] }
    const names = readdirSync(path).filter((name) => /\.(ya?ml|json)$/.test(name))
    return { sets: [], profiles: names.sort().map((name) => join(path, name)) }
  }
  // A file that does not exist is reported as such, even where its name would lie in a set.
  if (!existsSync(path)) return { sets: [], profiles: [path] }
  const folder = dirname(path)
  const parent = dirname(folder)
  if (isSet(folder)) return { sets: [{ folder, only: path }], profiles: [] }
  if (['mappings', 'guide'].includes(basename(folder)) && isSet(parent)) return { sets: [{ folder: parent, only: path }], profiles: [] }
  return { sets: [], profiles: [path] }
}

/** What is validated when nothing is named: the menu set in the working folder, or in its folder `menus`. */
export function defaultPath(): string | null {
  return [join('.', 'menus'), '.'].find(isSet) ?? null
}
