import * as z from 'zod'
import { operators } from '../conditions/condition.js'
import { guideSchema, guideSourcesSchema } from '../guide/schema.js'
import { compileMenus } from '../menus/compile.js'
import { fileSchemas, type IdKind, type MenuData, mappingSchema, menuSchema } from '../menus/schema/index.js'
import { profileSchema } from '../profile/schema.js'
import { withoutEval } from '../without-eval.js'
import { knownIds } from './checks/known-ids.js'

type Json = { [key: string]: unknown }

/**
 * The JSON Schemas (draft 2020-12) of the files that people write, by name: one for each kind of file of a menu set and its guide, and
 * `profile.json`. Editors complete and check with them while one types. Ids of things that exist are listed, so a schema belongs to one
 * menu set. What a shape cannot say is left to `orcca validate`.
 */
export function jsonSchemas(data: MenuData): ReadonlyMap<string, Json> {
  const menus = compileMenus(data)
  const fixed = Object.entries(fileSchemas).map(([file, schema]) => [file.replace(/\.\w+$/, '.json'), schema] as const)
  const schemas: (readonly [string, z.ZodType, string])[] = [
    ...fixed.map(
      ([name, schema]) => [name, schema, `${name.replace('.json', name === 'references.json' ? '.json' : '.yaml')} of a menu set`] as const,
    ),
    ['menu.json', menuSchema, 'A menu of a menu set'],
    ['mapping.json', mappingSchema, 'How the columns of a table become a community profile'],
    ['profile.json', profileSchema(menus), 'A community profile'],
    ['guide.json', guideSchema, 'The guide to one strategy'],
    ['guide-sources.json', guideSourcesSchema, 'The sources of the guide'],
  ]
  const ids = knownIds(data)
  return new Map(schemas.map(([name, schema, title]) => [name, fromZod(schema, title, ids)]))
}

function fromZod(schema: z.ZodType, title: string, ids: ReturnType<typeof knownIds>): Json {
  const made = withoutEval(() => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })) as Json
  const { $schema, ...rest } = withExamples(fill(made) as Json)
  const text = JSON.stringify(rest)
  const hasConditions = text.includes('"#/$defs/group"')
  const kinds = (Object.keys(ids) as IdKind[]).filter(
    (kind) => text.includes(`"#/$defs/${kind}"`) || (hasConditions && kind === 'readable'),
  )
  const $defs = {
    ...(hasConditions ? conditionDefs(ids.readable.ids[0]) : {}),
    ...Object.fromEntries(kinds.map((kind) => [kind, listed(ids[kind].ids)])),
  }
  return { $schema, title, ...rest, ...(Object.keys($defs).length > 0 ? { $defs } : {}) }
}

/** Replaces the marks that the schemas carry for this: ids become lists, conditions a schema that calls itself. */
function fill(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(fill)
  if (typeof node !== 'object' || node === null) return node
  const { refersTo, shape, ...rest } = node as Json
  if (shape === 'condition') return { ...rest, $ref: '#/$defs/group' }
  const filled = Object.fromEntries(
    Object.entries(rest).map(([key, part]) => [key, key === 'examples' || key === 'default' ? part : fill(part)]),
  )
  if (refersTo === undefined) return filled
  const { type: _, pattern: __, ...described } = filled
  return { ...described, $ref: `#/$defs/${refersTo as IdKind}` }
}

/** Gives every field that has parts an example made of those of its parts, where it has none of its own. */
function withExamples(node: Json): Json {
  const parts = (key: string): Record<string, Json> => (node[key] ?? {}) as Record<string, Json>
  const properties = Object.fromEntries(Object.entries(parts('properties')).map(([key, part]) => [key, withExamples(part)]))
  const items = node.items === undefined ? undefined : withExamples(node.items as Json)
  const [anyOf, oneOf] = ['anyOf', 'oneOf'].map((key) => (node[key] as readonly Json[] | undefined)?.map(withExamples))
  const filled: Json = {
    ...node,
    ...(node.properties ? { properties } : {}),
    ...(items ? { items } : {}),
    ...(anyOf ? { anyOf } : {}),
    ...(oneOf ? { oneOf } : {}),
  }
  const example = exampleOf(filled)
  return filled.examples === undefined && example !== undefined ? { ...filled, examples: [example] } : filled
}

function exampleOf(node: Json): unknown {
  const {
    examples,
    properties,
    items,
    anyOf,
    oneOf,
    required = [],
  } = node as {
    examples?: readonly unknown[]
    properties?: Record<string, Json>
    items?: Json
    anyOf?: readonly Json[]
    oneOf?: readonly Json[]
    required?: readonly string[]
  }
  if (examples) return examples[0]
  if (items) return [exampleOf(items)]
  const [first] = anyOf ?? oneOf ?? []
  if (first) return exampleOf(first)
  if (!properties) return undefined
  // Of a group in which nothing is required, one key shows the form.
  const keys = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(keys.map((key) => [key, exampleOf(properties[key]!)]))
}

/** A set without, say, medications has no id to list; then none fits. */
const listed = (ids: readonly string[]): Json => (ids.length > 0 ? { enum: ids } : { not: {} })

/** Conditions in the JSON of json-rules-engine: a group at the top, groups and comparisons inside. */
function conditionDefs(fact: string | undefined): Json {
  const scalar = { type: ['number', 'boolean', 'string'] }
  const list = (description: string): Json => ({
    description,
    type: 'array',
    minItems: 1,
    items: { $ref: '#/$defs/condition' },
    examples: [[{ fact, operator: 'equal', value: true }]],
  })
  const all = list('Every one of these holds.')
  const any = list('At least one of these holds.')
  const not = { description: 'This does not hold.', $ref: '#/$defs/condition', examples: [{ fact, operator: 'equal', value: true }] }
  const one = (key: string, part: Json): Json => ({
    type: 'object',
    properties: { [key]: part },
    required: [key],
    additionalProperties: false,
  })
  return {
    group: { oneOf: [one('all', all), one('any', any), one('not', not)] },
    comparison: {
      description: 'One comparison: a fact, an operator and a value.',
      type: 'object',
      properties: {
        fact: { description: 'A fact of facts.yaml or an indicator of indicators.yaml.', $ref: '#/$defs/readable', examples: [fact] },
        operator: { description: 'How the fact is compared with the value.', enum: operators, examples: ['lessThan'] },
        value: {
          description: 'What it is compared with; a list for `in` and `notIn`.',
          anyOf: [scalar, { type: 'array', minItems: 1, items: scalar }],
          examples: [25],
        },
      },
      required: ['fact', 'operator', 'value'],
      additionalProperties: false,
    },
    condition: { anyOf: [{ $ref: '#/$defs/comparison' }, { $ref: '#/$defs/group' }] },
  }
}

/** The schemas as files: name to text. */
export const schemaTexts = (data: MenuData): ReadonlyMap<string, string> =>
  new Map([...jsonSchemas(data)].map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]))
