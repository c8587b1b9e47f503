import type { HandMadeSelection } from '../decide/hand-made.js'
import { describeValue } from '../issues/from-zod.js'
import { type Path, ProfileError } from '../issues/issue.js'
import type { Ids } from '../profile/schema.js'
import { readTextFile } from '../read/files.js'
import { placed, readYaml } from '../read/yaml.js'
import { problems } from './fail.js'

/**
 * Reads a plan and hands it on: a list of selections, an object with `selections`, or the JSON of `recommend`. Shows what is wrong with the
 * selections at its place in the file.
 */
export function usePlanFile<T>(file: string, use: (selections: readonly HandMadeSelection<Ids>[]) => T): T {
  const read = readTextFile(file)
  if ('issue' in read) throw problems([read.issue])
  const text = readYaml(read.text, file === '-' ? 'standard input' : file)
  if (text.issues.length > 0) throw problems(text.issues)
  const at: Path | undefined = [[], ['selections'], ['plan', 'selections']].find((path) => Array.isArray(valueAt(text.value, path)))
  if (!at) {
    const expected = 'a list of selections (strategy@sector@venue), or a group with the key selections'
    throw problems(placed([{ code: 'wrong-type', severity: 'error', path: [], expected, received: describeValue(text.value) }], text))
  }
  const selections = valueAt(text.value, at) as readonly HandMadeSelection<Ids>[]
  try {
    return use(selections)
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error
    const inFile = error.issues.map((issue) =>
      issue.path[0] === 'selections' ? { ...issue, path: [...at, ...issue.path.slice(1)] } : issue,
    )
    throw problems(placed(inFile, text))
  }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined),
    value,
  )
