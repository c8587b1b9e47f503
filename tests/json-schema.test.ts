import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { schemaFiles } from '../scripts/schemas.js'
import { schemaTexts } from '../src/authoring/json-schema.js'
import { parseMenuFiles } from '../src/authoring/read-menus.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { fileSchemas, mappingSchema, menuSchema } from '../src/menus/schema/index.js'
import { safeParseProfile } from '../src/profile/parse.js'
import { starterFiles } from './fixtures/starter.js'

type Json = { [key: string]: unknown }

const files = schemaFiles()
const schemas = new Map([...files].map(([name, text]) => [name, JSON.parse(text) as Json]))

describe('the JSON Schemas for editors', () => {
  test('in menus/schema are fresh (npm run generate makes them)', () => {
    for (const [name, text] of files) expect(readFileSync(join('menus/schema', name), 'utf8') === text, name).toBe(true)
  })

  test('describe every field and give an example for it', () => {
    const bare: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      if (Array.isArray(node)) {
        for (const [index, part] of node.entries()) walk(part, `${path}[${index}]`)
        return
      }
      const { properties } = node as { properties?: Record<string, Json> }
      for (const [key, field] of Object.entries(properties ?? {})) {
        if (!field.description || !Array.isArray(field.examples) || field.examples.length === 0) bare.push(`${path}.${key}`)
      }
      for (const [key, part] of Object.entries(node)) if (key !== 'examples' && key !== 'default') walk(part, `${path}.${key}`)
    }
    for (const [name, schema] of schemas) walk(schema, name)
    expect(bare.map((path) => path.replaceAll('.properties', '').replaceAll('.items', '[]'))).toEqual([])
  })
})

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
const ownFiles = ['menus', 'menus/mappings', 'menus/guide', 'examples'].flatMap(yamlFiles)
const firstLine = /^# yaml-language-server: \$schema=(\S+)\n/

describe('every file names its schema in its first line', () => {
  test.each(ownFiles)('%s', (file) => {
    const named = firstLine.exec(readFileSync(file, 'utf8'))?.[1]
    expect(named).toBeDefined()
    expect(files.has(basename(named!))).toBe(true)
    expect(existsSync(join(dirname(file), named!))).toBe(true)
  })
})

// An independent validator, which knows nothing of this package.
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, validateFormats: false })
const compiled = new Map<string, ValidateFunction>()
function accepts(schema: string, value: unknown): boolean {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schemas.get(schema)!))
  return compiled.get(schema)!(value)
}

const schemaOf = (file: string): string => basename(firstLine.exec(readFileSync(file, 'utf8'))![1]!)

describe('the schemas accept what validate accepts', () => {
  test.each(ownFiles)('%s', (file) => {
    expect(accepts(schemaOf(file), parse(readFileSync(file, 'utf8')))).toBe(true)
  })

  test('menus/references.json', () => {
    expect(accepts('references.json', JSON.parse(readFileSync('menus/references.json', 'utf8')))).toBe(true)
  })

  test('the starter set has schemas of its own, since its ids are others', () => {
    const parsed = parseMenuFiles(starterFiles())
    if (!parsed.success) throw new Error('the starter set is not sound')
    const own = schemaTexts(parsed.data)
    const naloxone = parse(starterFiles().find(({ name }) => name === 'naloxone.yaml')!.text)
    expect(new Ajv2020({ strictTypes: false }).compile(JSON.parse(own.get('menu.json')!) as Json)(naloxone)).toBe(true)
    expect(accepts('menu.json', naloxone)).toBe(false)
  })
})

/** One change for each key, list and value of a file: what a slip of the hand does to it. */
function* slips(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      // The first entry shows what all of its kind do.
      if (index === 0) for (const changed of slips(part)) yield value.with(index, changed)
    }
    yield 'a text'
  } else if (typeof value === 'object' && value !== null) {
    const group = value as Json
    for (const [key, part] of Object.entries(group)) {
      const { [key]: _, ...rest } = group
      yield rest
      yield { ...rest, [`${key}x`]: part }
      yield { ...group, [key]: null }
      for (const changed of slips(part)) yield { ...group, [key]: changed }
    }
    yield { ...group, surplus: 1 }
    yield 7
  } else if (typeof value === 'number') {
    yield 1e9
    yield -1e9
    yield value + 0.001
    yield 'many'
  } else if (typeof value === 'string') {
    yield ''
    yield `${value}-x`
    yield 5
  } else yield 'perhaps'
}

const schemaOfShape = new Map<ZodType, string>([
  [menuSchema, 'menu.json'],
  [mappingSchema, 'mapping.json'],
])
const shapes = [
  ...Object.entries(fileSchemas),
  ['safer-prescribing.yaml', menuSchema],
  ['mappings/county-profiles.yaml', mappingSchema],
] as [file: string, shape: ZodType][]

describe('the schemas and validate agree on slips', () => {
  test.each(shapes)('%s', (file, shape) => {
    const schema = schemaOfShape.get(shape) ?? file.replace('.yaml', '.json')
    const value = parse(readFileSync(join('menus', file), 'utf8')) as unknown
    let refused = 0
    const disagreements: string[] = []
    for (const slip of slips(value)) {
      const byShape = shape.safeParse(slip)
      const bySchema = accepts(schema, slip)
      if (!bySchema) refused += 1
      if (bySchema && !byShape.success) disagreements.push(byShape.error.message)
      // The schema lists the ids that exist; the shape leaves them to a check (ids-exist).
      const { errors } = compiled.get(schema)!
      if (!bySchema && byShape.success && !errors!.some(({ keyword }) => keyword === 'enum')) disagreements.push(JSON.stringify(errors))
    }
    expect(disagreements).toEqual([])
    expect(refused).toBeGreaterThan(20)
  })

  test('a profile', () => {
    const value = parse(readFileSync('examples/riverbend-coalition.yaml', 'utf8')) as unknown
    const disagreements: string[] = []
    let refused = 0
    for (const slip of slips(value)) {
      const parsed = safeParseProfile(slip, builtInMenus())
      const bySchema = accepts('profile.json', slip)
      if (!bySchema) refused += 1
      const byShape = parsed.success || parsed.issues.every(({ code }) => code === 'conflict')
      if (bySchema !== byShape) disagreements.push(JSON.stringify(parsed.success ? compiled.get('profile.json')!.errors : parsed.issues))
    }
    expect(disagreements).toEqual([])
    expect(refused).toBeGreaterThan(200)
  })
})
