import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import starter from 'virtual:starter'
import { schemaTexts } from '../authoring/json-schema.js'
import { parseMenuFiles } from '../authoring/read-menus.js'
import { problems } from './fail.js'
import { writing } from './write-file.js'

/**
 * Writes a small, commented, valid menu set of one's own, with the schemas that its files name. Leaves a folder that holds anything as it
 * is. Writes the set next to its place and moves it there when it is whole: nothing is ever half-written.
 * @returns what to do next
 */
export function writeStarter(folder: string): string {
  if (existsSync(folder) && !isEmptyFolder(folder))
    throw problems([
      {
        code: 'conflict',
        severity: 'error',
        path: [],
        place: { file: folder },
        what: 'It exists and is not an empty folder',
        why: 'A menu set is written only where it overwrites nothing.',
        fix: 'Name a new folder.',
      },
    ])
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`)
  writing(folder, () => {
    try {
      write(draft, new Map(Object.entries(starter)))
      write(join(draft, 'schema'), starterSchemas())
      if (existsSync(folder)) rmSync(folder, { recursive: true })
      renameSync(draft, folder)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      throw error
    }
  })
  return [
    `A menu set of your own is in '${folder}': two menus, four strategies, a gate and two rules. Begin with ${join(folder, 'menus.yaml')}.`,
    `  orcca validate ${folder}                    checks it: do so after every change`,
    `  orcca schema ${folder}                      brings the editor's lists of ids up to date`,
    `  orcca recommend PROFILE --menus ${folder}   uses it`,
    `  orcca try ${folder}                         shows what it changes, for a copy of the built-in menus`,
  ].join('\n')
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
