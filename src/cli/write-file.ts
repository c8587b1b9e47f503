import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problems } from './fail.js'
import type { Io } from './io.js'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'Its folder does not exist.',
  EACCES: 'The folder may not be written to.',
  EPERM: 'The folder may not be written to.',
  EROFS: 'The folder may not be written to.',
  EISDIR: 'It is a folder.',
  EEXIST: 'A file of this name exists.',
  ENOTDIR: 'A part of its path is not a folder.',
  ENOSPC: 'The disk is full.',
}

/** Writes something under a name; says why when that fails. */
export function writing(target: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw problems([
      {
        code: 'conflict',
        severity: 'error',
        path: [],
        place: { file: target },
        what: 'It cannot be written',
        why: reasons[code] ?? `The system says ${code || String(error)}.`,
        fix: 'Give another name or folder.',
      },
    ])
  }
}

/** Writes a text file whole or not at all: into a draft next to it, which then takes its name. Until then an older file stays as it was. */
export function writeWhole(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.draft`)
  writing(file, () => {
    try {
      writeFileSync(draft, text, { flag: 'wx' })
      renameSync(draft, file)
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  })
}

/** Hands a finished document over: into a file where one is named, else to `io.out`. */
export function deliver(document: string, out: string | undefined, io: Io): void {
  if (out === undefined) io.out(document)
  else {
    writeWhole(out, document)
    io.err(`Written: ${out}`)
  }
}
