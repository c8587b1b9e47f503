import type { Path } from '../../issues/issue.js'
import { suggest } from '../../issues/suggest.js'
import { fileSchemas, type IdKind, mappingSchema, menuSchema } from '../../menus/schema/index.js'
import { type ReferencePath, referencePaths } from '../references-of-schema.js'
import type { Check, FileKey } from './check.js'
import { knownIds } from './known-ids.js'
import { conditionsOf, filesOf, leavesOf } from './walk.js'

const pathsBySchema = new Map<string, readonly ReferencePath[]>()

/** The places of ids in a file, found once from its schema. */
function pathsIn(file: FileKey): readonly ReferencePath[] {
  const name = file.startsWith('menu:') ? 'menu' : file.startsWith('mapping:') ? 'mapping' : file
  let paths = pathsBySchema.get(name)
  if (!paths) {
    paths = referencePaths(
      name === 'menu' ? menuSchema : name === 'mapping' ? mappingSchema : fileSchemas[name as keyof typeof fileSchemas],
    )
    pathsBySchema.set(name, paths)
  }
  return paths
}

/** Calls `found` for every id at a place. */
function follow(value: unknown, steps: readonly string[], at: Path, found: (id: string, path: Path) => void): void {
  if (value === undefined) return
  const [step, ...rest] = steps
  if (step === undefined) found(value as string, at)
  else if (step === '*')
    (value as readonly unknown[]).forEach((entry, index) => {
      follow(entry, rest, [...at, index], found)
    })
  else follow((value as Readonly<Record<string, unknown>>)[step], rest, [...at, step], found)
}

export const idsExist: Check = {
  name: 'ids-exist',
  description: 'Every id that is named somewhere exists.',
  run(data, report, { lostIds }) {
    const known = knownIds(data)
    const sets = new Map(Object.entries(known).map(([kind, { ids }]) => [kind, new Set([...ids, ...lostIds])]))
    const check = (file: FileKey, path: Path, kind: IdKind, id: string): void => {
      if (sets.get(kind)!.has(id)) return
      report(file, path, {
        code: 'unknown-id',
        kind: known[kind].kind,
        id,
        suggestion: suggest(id, known[kind].ids),
        allowed: known[kind].ids,
      })
    }
    for (const [file, value] of filesOf(data)) {
      for (const { path, kind } of pathsIn(file)) follow(value, path, [], (id, at) => check(file, at, kind, id))
    }
    for (const { file, path: start, conditions } of conditionsOf(data)) {
      for (const { path, leaf } of leavesOf(conditions, start)) check(file, [...path, 'fact'], 'readable', leaf.fact)
    }
    data.menus.forEach(({ sections, strategies }, index) => {
      const own = sections.map(({ id }) => id)
      strategies.forEach(({ section }, at) => {
        if (own.includes(section) || lostIds.includes(section) || !sets.get('sections')!.has(section)) return
        report(`menu:${index}`, ['strategies', at, 'section'], {
          code: 'unknown-id',
          kind: 'section of this menu',
          id: section,
          suggestion: suggest(section, own),
          allowed: own,
        })
      })
    })
  },
}
