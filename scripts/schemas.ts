import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { schemaTexts } from '../src/authoring/json-schema.js'
import { loadMenuData } from './menus-plugin.js'

/** The JSON Schemas of the built-in menus, by file name: kept in `menus/schema/` for editors, and shipped as `orcca/schema/*.json`. A test compares. */
export const schemaFiles = (): ReadonlyMap<string, string> => schemaTexts(loadMenuData())

/** Writes the schemas into a folder. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of schemaFiles()) writeFileSync(`${folder}/${name}`, text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeSchemas('menus/schema')
