import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../issues/issue.js'

/** A file of a menu set: its name inside the set (`oend.yaml`, `mappings/county-profiles.yaml`) and its text. */
export interface MenuFile {
  readonly name: string
  readonly text: string
  /** The name shown in messages; the name inside the set if left out. */
  readonly shown?: string
}

export type ReadFile = { readonly text: string } | { readonly issue: Issue }

/** Refuses larger files before they are read: the county table has 1 MB. */
const mostBytes = 20_000_000

/** Reads everything, or nothing when there is more than `most` bytes: a pipe or a device has no size, and may never end. */
function readUpTo(descriptor: number, most: number): Buffer | null {
  const chunks: Buffer[] = []
  for (let total = 0; total <= most; ) {
    const chunk = Buffer.allocUnsafe(65_536)
    const length = readWhenReady(descriptor, chunk)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(chunk.subarray(0, length))
    total += length
  }
  return null
}

/** Waits for a pipe that does not block: it says 'again' while its writer has nothing yet. */
function readWhenReady(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

/** Reads a text file (`-`: standard input). Never throws: a file that cannot be read is an issue. */
export function readTextFile(file: string): ReadFile {
  const shown = file === '-' ? 'standard input' : file
  const refuse = (reason: string, fix: string): ReadFile => ({
    issue: { code: 'unreadable', severity: 'error', path: [], place: { file: shown }, reason, fix },
  })
  let descriptor: number | undefined
  try {
    descriptor = file === '-' ? 0 : openSync(file, 'r')
    const status = fstatSync(descriptor)
    if (status.isDirectory()) return refuse('It is a directory', 'Name a file.')
    if (status.size > mostBytes)
      return refuse(
        `The file has ${status.size} bytes, more than the ${mostBytes} allowed`,
        'Use a profile, or a table with only the rows you need.',
      )
    const bytes = readUpTo(descriptor, mostBytes)
    if (bytes === null)
      return refuse(`The file has more than the ${mostBytes} bytes allowed`, 'Use a profile, or a table with only the rows you need.')
    if (bytes.includes(0)) return refuse('Not a text file: it contains NUL bytes', 'Use a YAML, JSON or CSV file in UTF-8.')
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return refuse('No such file', 'Check the name and the folder.')
    if (code === 'EACCES' || code === 'EPERM') return refuse('Permission denied', 'Change its permissions so that you can read it.')
    if (code === 'EISDIR') return refuse('It is a directory', 'Name a file.')
    if (error instanceof TypeError) return refuse('Not a UTF-8 text file', 'Save it as UTF-8.')
    return refuse(`The file cannot be read (${code ?? 'unknown reason'})`, 'Check the file.')
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor)
  }
}

/** Files of a folder, and the problems of those that cannot be read. */
export interface FolderFiles {
  readonly files: MenuFile[]
  readonly issues: Issue[]
}

/** Reads the files of a menu set from a folder: `*.yaml` and `references.json` in it, and `mappings/*.yaml`. */
export function readMenuFolder(folder: string): FolderFiles {
  const names = namesIn(folder)
  if (names === null) {
    const missing = { reason: 'No such folder', fix: 'Name the folder of a menu set.' }
    return { files: [], issues: [{ code: 'unreadable', severity: 'error', path: [], place: { file: folder }, ...missing }] }
  }
  const mappings = namesIn(join(folder, 'mappings')) ?? []
  return readAll(folder, [
    ...names.filter((name) => isYaml(name) || name === 'references.json'),
    ...mappings.filter(isYaml).map((name) => `mappings/${name}`),
  ])
}

/** Reads every `*.yaml` of a folder. */
export const readYamlFolder = (folder: string): FolderFiles => readAll(folder, (namesIn(folder) ?? []).filter(isYaml))

const isYaml = (name: string): boolean => name.endsWith('.yaml')

function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort()
  } catch {
    return null
  }
}

function readAll(folder: string, names: readonly string[]): FolderFiles {
  const issues: Issue[] = []
  const files = names.flatMap((name): MenuFile[] => {
    const shown = join(folder, name)
    const read = readTextFile(shown)
    if (!('issue' in read)) return [{ name, text: read.text, shown }]
    issues.push(read.issue)
    return []
  })
  return { files, issues }
}
