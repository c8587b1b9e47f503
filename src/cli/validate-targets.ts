import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileSchemas } from '../menus/schema/index.js'

/** Something to validate: a menu set in its folder, or a profile. `only`: the file of the set that was named. */
export type Target =
  | { readonly kind: 'set'; readonly folder: string; readonly only: string | null }
  | { readonly kind: 'profile'; readonly file: string }

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** A folder is a menu set if it holds any of the files that only a menu set has. */
const isSet = (folder: string): boolean => Object.keys(fileSchemas).some((name) => existsSync(join(folder, name)))

/** What a path stands for. A file of a menu set stands for its set: nothing in it can be checked alone. */
export function targetsOf(path: string): Target[] {
  if (isFolder(path)) {
    if (isSet(path)) return [{ kind: 'set', folder: path, only: null }]
    return readdirSync(path)
      .filter((name) => /\.(ya?ml|json)$/.test(name))
      .sort()
      .map((name) => ({ kind: 'profile', file: join(path, name) }))
  }
  const folder = dirname(path)
  const parent = dirname(folder)
  if (isSet(folder)) return [{ kind: 'set', folder, only: path }]
  if (['mappings', 'guide'].includes(basename(folder)) && isSet(parent)) return [{ kind: 'set', folder: parent, only: path }]
  return [{ kind: 'profile', file: path }]
}

/** What is validated when nothing is named: the menu set in the working folder, or in its folder `menus`. */
export function defaultPath(): string | null {
  return [join('.', 'menus'), '.'].find(isSet) ?? null
}
