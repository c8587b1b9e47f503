import * as z from 'zod'
import { guideSchema, guideSourcesSchema } from '../guide/schema.js'
import { compileMenus } from '../menus/compile.js'
import { fileSchemas, idKinds, type MenuData, mappingSchema, menuSchema } from '../menus/schema/index.js'
import { schemaOf } from '../profile/schema.js'
import { withoutEval } from '../without-eval.js'
import { knownIds } from './checks/known-ids.js'

type Json = z.core.JSONSchema.BaseSchema

/**
 * Makes the JSON Schemas (draft 2020-12) of the files that people write, by name: one for each kind of file of a menu set and its guide,
 * and `profile.json`. Editors complete and check with them while one types. They list the ids that exist, so a schema belongs to one menu
 * set. What a shape cannot say is left to `orcca validate`.
 */
export function jsonSchemas(data: MenuData): ReadonlyMap<string, Json> {
  const fixed = Object.entries(fileSchemas).map(
    ([file, schema]) => [file.replace(/\.\w+$/, '.json'), schema, `${file} of a menu set`] as const,
  )
  const schemas: (readonly [string, z.ZodType, string])[] = [
    ...fixed,
    ['menu.json', menuSchema, 'A menu of a menu set'],
    ['mapping.json', mappingSchema, 'How the columns of a table become a community profile'],
    ['profile.json', schemaOf(compileMenus(data)), 'A community profile'],
    ['guide.json', guideSchema, 'The guide to one strategy'],
    ['guide-sources.json', guideSourcesSchema, 'The sources of the guide'],
  ]
  const known = knownIds(data)
  const override = ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void => {
    const kind = idKinds.get(zodSchema as z.ZodType)?.kind
    if (kind && jsonSchema.$ref === undefined) listIds(jsonSchema, known[kind].ids)
    const example =
      (z.globalRegistry.get(zodSchema) as { examples?: readonly unknown[] } | undefined)?.examples?.[0] ?? exampleOf(jsonSchema)
    if (example !== undefined) jsonSchema.examples ??= [example]
  }
  return new Map(
    schemas.map(([name, schema, title]) => {
      const made = withoutEval(() => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline', override }))
      return [name, { $schema: made.$schema, title, ...made }]
    }),
  )
}

/** Turns the schema of an id into the list of those that exist. A set without, say, medications has none to list: then no id fits. */
function listIds(schema: Json, ids: readonly string[]): void {
  for (const key of ['type', 'pattern']) delete schema[key]
  Object.assign(schema, ids.length > 0 ? { enum: ids } : { not: {} })
}

/** Makes an example of those of the parts, which come first. */
function exampleOf({ examples, properties, items, anyOf, oneOf, required = [] }: Json): unknown {
  if (examples) return examples[0]
  if (items) {
    const example = exampleOf(items as Json)
    return example === undefined ? undefined : [example]
  }
  const [first] = anyOf ?? oneOf ?? []
  if (first) return exampleOf(first as Json)
  if (!properties) return undefined
  // Of a group in which nothing is required, one key shows the form.
  const keys = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(keys.map((key) => [key, exampleOf(properties[key] as Json)]))
}

/** Writes the schemas as files: name to text. */
export const schemaTexts = (data: MenuData): ReadonlyMap<string, string> =>
  new Map([...jsonSchemas(data)].map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]))
