import type * as z from 'zod'
import { type IdKind, idKinds } from '../menus/schema/index.js'

/** Where a file names ids of other entries: keys from the outside in, `*` for every entry of a list. */
export interface ReferencePath {
  readonly path: readonly string[]
  readonly kind: IdKind
}

interface Def {
  readonly shape?: Record<string, z.ZodType>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

/** Finds every field of a schema that is marked as the id of something else. */
export function referencePaths(schema: z.ZodType, path: readonly string[] = []): ReferencePath[] {
  const kind = idKinds.get(schema)?.kind
  if (kind !== undefined) return [{ path, kind }]
  const { shape, innerType, element, options } = schema._zod.def as unknown as Def
  if (innerType) return referencePaths(innerType, path)
  if (element) return referencePaths(element, [...path, '*'])
  const found = options
    ? options.flatMap((option) => referencePaths(option, path))
    : Object.entries(shape ?? {}).flatMap(([key, part]) => referencePaths(part, [...path, key]))
  const names = found.map((each) => each.path.join('.'))
  return found.filter((_, index) => names.indexOf(names[index]!) === index)
}
