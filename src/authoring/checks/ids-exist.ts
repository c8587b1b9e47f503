import { leavesOf } from '../../conditions/condition.js'
import type { Path } from '../../issues/issue.js'
import { fileSchemas, type IdKind, mappingSchema, menuSchema } from '../../menus/schema/index.js'
import { type ReferencePath, referencePaths } from '../references-of-schema.js'
import { type Check, type FileKey, type Finding, type Place, placeIn } from './check.js'
import { knownIds } from './known-ids.js'
import { conditionsOf, filesOf, menusOf } from './walk.js'

const pathsBySchema = new Map<string, readonly ReferencePath[]>()

/** Lists the places of ids in a file, found once from its schema. */
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

/** Finds every id at a place. */
function* follow(value: unknown, steps: readonly string[], path: Path): Generator<{ id: string; path: Path }> {
  if (value === undefined) return
  const [step, ...rest] = steps
  if (step === undefined) yield { id: value as string, path }
  else if (step === '*') for (const [index, entry] of (value as unknown[]).entries()) yield* follow(entry, rest, [...path, index])
  else yield* follow((value as Readonly<Record<string, unknown>>)[step], rest, [...path, step])
}

export const idsExist: Check = {
  name: 'ids-exist',
  description: 'Every id that is named somewhere exists.',
  *run(data, { lostIds }) {
    const known = knownIds(data)
    const sets = new Map(Object.entries(known).map(([kind, { ids }]) => [kind, new Set([...ids, ...lostIds])]))
    function* check(place: () => Place, kind: IdKind, id: string): Generator<Finding> {
      const { ids, ...words } = known[kind]
      if (!sets.get(kind)!.has(id)) yield place().unknownId(words, id, ids)
    }
    for (const [file, root] of filesOf(data)) {
      const at = placeIn(file)
      for (const { path: steps, kind } of pathsIn(file))
        for (const { id, path } of follow(root, steps, [])) yield* check(() => at(...path), kind, id)
    }
    for (const { value, at } of conditionsOf(data))
      for (const { path, leaf } of leavesOf(value)) yield* check(() => at(...path, 'fact'), 'readable', leaf.fact)
    for (const { value: menu, at } of menusOf(data)) {
      const own = menu.sections.map(({ id }) => id)
      for (const [index, { section }] of menu.strategies.entries())
        if (!own.includes(section) && !lostIds.includes(section) && sets.get('sections')!.has(section))
          yield at('strategies', index, 'section').unknownId({ kind: 'section', where: 'in this menu' }, section, own)
    }
  },
}
