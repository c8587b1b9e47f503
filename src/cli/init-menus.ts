import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import starter from 'virtual:starter'
import { schemaTexts } from '../authoring/json-schema.js'
import { parseMenuFiles } from '../authoring/read-menus.js'
import { type Exit, exit, type Io } from './io.js'

/**
 * Writes a small, commented, valid menu set of one's own, with the schemas that its files name. A folder that holds anything is left as it
 * is. The set is written beside its place and moved there when it is whole: nothing is ever half-written.
 */
export function initMenus(folder: string, io: Io): Exit {
  if (existsSync(folder) && !isEmptyFolder(folder)) {
    io.err(`'${folder}' is there already and holds something: nothing was written. Name a new folder.`)
    return exit.problems
  }
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`)
  try {
    write(draft, new Map(Object.entries(starter)))
    write(join(draft, 'schema'), starterSchemas())
    if (existsSync(folder)) rmSync(folder, { recursive: true })
    renameSync(draft, folder)
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { recursive: true })
    io.err(`'${folder}' could not be written (${error instanceof Error ? error.message : String(error)}). Nothing was left behind.`)
    return exit.problems
  }
  io.out(
    [
      `A menu set of your own stands in '${folder}': two menus, four strategies, a gate and two rules. Begin with ${join(folder, 'menus.yaml')}.`,
      `  orcca validate ${folder}                    checks it: do so after every change`,
      `  orcca schema ${folder}                      brings the editor's lists of ids up to date`,
      `  orcca recommend PROFILE --menus ${folder}   uses it`,
      `  orcca try ${folder}                         shows what it changes, for a copy of the built-in menus`,
    ].join('\n'),
  )
  return exit.fine
}

const isEmptyFolder = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return false
  }
}

function starterSchemas(): ReadonlyMap<string, string> {
  const parsed = parseMenuFiles(Object.entries(starter).map(([name, text]) => ({ name, text })))
  // A test holds the starter set to every check.
  if (!parsed.success) throw new Error('the starter set of this package is broken')
  return schemaTexts(parsed.data)
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx' })
}
