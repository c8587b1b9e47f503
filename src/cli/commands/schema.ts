import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { schemaTexts } from '../../authoring/json-schema.js'
import type { Define } from '../command.js'
import { readMenuSet } from '../inputs.js'
import { writeWhole, writing } from '../write-file.js'

export const define: Define = (command, io) =>
  command.argument('<dir>', 'the folder of the menu set').action(async (dir: string) => {
    const schemas = schemaTexts(await readMenuSet(dir))
    const folder = join(dir, 'schema')
    writing(folder, () => mkdirSync(folder, { recursive: true }))
    for (const [name, text] of schemas) writeWhole(join(folder, name), text)
    io.out(`${schemas.size} schemas written to '${folder}'.`)
  })
