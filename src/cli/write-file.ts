import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Issue } from '../issues/issue.js'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'Its folder does not exist.',
  EACCES: 'The folder may not be written to.',
  EPERM: 'The folder may not be written to.',
  EROFS: 'The folder may not be written to.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'A part of its path is no folder.',
  ENOSPC: 'The disk is full.',
}

/**
 * Writes a text file as a whole or not at all: into a new file beside it, which then takes its name. A file that was there stays untouched
 * until then.
 * @returns what is wrong, or null
 */
export function writeWhole(file: string, text: string): Issue | null {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.draft`)
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, file)
    return null
  } catch (error) {
    rmSync(draft, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return {
      code: 'conflict',
      severity: 'error',
      path: [],
      place: { file },
      what: 'The file cannot be written',
      why: reasons[code] ?? `The system says ${code || String(error)}.`,
      fix: 'Give another name or folder with --out.',
    }
  }
}
