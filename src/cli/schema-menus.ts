import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaTexts } from '../authoring/json-schema.js'
import { parseMenuFiles } from '../authoring/read-menus.js'
import { formatIssues } from '../issues/issue.js'
import { readMenuFolder } from '../read/files.js'
import { type Exit, exit, type Io } from './io.js'

/** Writes the JSON Schemas of a menu set into its folder `schema`, so that editors know its ids. The set must be sound. */
export function schemaMenus(folder: string, io: Io): Exit {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  if (!parsed.success) {
    io.err(formatIssues([...read.issues, ...parsed.issues]))
    return exit.problems
  }
  const schemas = schemaTexts(parsed.data)
  mkdirSync(join(folder, 'schema'), { recursive: true })
  for (const [name, text] of schemas) writeFileSync(join(folder, 'schema', name), text)
  io.out(`${schemas.size} schemas written to '${join(folder, 'schema')}'.`)
  return exit.fine
}
