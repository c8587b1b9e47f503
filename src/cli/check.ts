import type { CheckedPlan, HandMadeSelection } from '../check-plan.js'
import { describeValue } from '../issues/from-zod.js'
import { type Path, ProfileError } from '../issues/issue.js'
import type { Ids } from '../profile/schema.js'
import { readTextFile } from '../read/files.js'
import { placed, readYaml } from '../read/yaml.js'
import { InputProblem } from './inputs.js'
import type { Io } from './io.js'
import { brief, Page } from './words.js'

/**
 * Reads a plan and hands it on: a list of selections, an object with `selections`, or the JSON of `recommend`. What is found wrong with the
 * selections is shown at its place in the file.
 */
export function usePlanFile<T>(file: string, use: (selections: readonly HandMadeSelection<Ids>[]) => T): T {
  const read = readTextFile(file)
  if ('issue' in read) throw new InputProblem([read.issue])
  const text = readYaml(read.text, file === '-' ? 'standard input' : file)
  if (text.issues.length > 0) throw new InputProblem(text.issues)
  const at: Path | undefined = [[], ['selections'], ['plan', 'selections']].find((path) => Array.isArray(valueAt(text.value, path)))
  if (!at) {
    const expected = 'a list of selections (strategy@sector@venue), or a group with the key selections'
    throw new InputProblem(
      placed([{ code: 'wrong-type', severity: 'error', path: [], expected, received: describeValue(text.value) }], text),
    )
  }
  const selections = valueAt(text.value, at) as readonly HandMadeSelection<Ids>[]
  try {
    return use(selections)
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error
    const inFile = error.issues.map((issue) =>
      issue.path[0] === 'selections' ? { ...issue, path: [...at, ...issue.path.slice(1)] } : issue,
    )
    throw new InputProblem(placed(inFile, text))
  }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined),
    value,
  )

/** The check of a plan as text: what it holds, the ledger, how far it is from the best one, warnings. */
export function checkedPlanText(checked: CheckedPlan<Ids>, io: Io): string {
  const page = new Page(io)
  const met = checked.requirements.filter((requirement) => requirement.met).length
  page.text(
    page.paint(
      'bold',
      checked.complete ? `Every requirement is met (${met}).` : `NOT COMPLETE: ${met} of ${checked.requirements.length} requirements met.`,
    ),
  )
  page.heading('Selections')
  for (const { id, priority, rank, notes } of checked.selections) {
    page.text(`· ${id}: ${priority === null ? 'not scored' : `priority ${brief(priority, 1)}, rank ${rank}`}`, 0, 2)
    for (const note of notes) page.text(note, 4)
  }
  page.heading('Requirements')
  for (const { met: isMet, label, reason } of checked.requirements)
    page.text(`${isMet ? '✓' : page.paint('red', '✗')} ${label}. ${reason}`, 0, 2)
  if (checked.warnings.length > 0) {
    page.heading('Warnings')
    for (const warning of checked.warnings) page.text(`! ${warning}`, 0, 2)
  }
  page.heading('Beside the best plan')
  page.text(
    `Total ${checked.total}; the best plan of ${checked.best.selections.length} has ${checked.best.total}: ${checked.best.selections.join(', ')}.`,
  )
  return page.toString()
}
