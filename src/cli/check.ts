import type { Issue } from '../issues.js'
import type { CheckedPlan, HandMadeSelection } from '../plan/check.js'
import type { Ids } from '../profile/schema.js'
import { readTextFile } from '../read/files.js'
import { readYaml } from '../read/yaml.js'
import { describeValue } from '../zod-issues.js'
import { InputProblem } from './inputs.js'
import type { Io } from './io.js'
import { brief, Page } from './words.js'

/** Reads a plan made by hand: a list of selections, or an object with `selections` (as in a result's `plan`). */
export function readPlanFile(file: string): readonly HandMadeSelection<Ids>[] {
  const read = readTextFile(file)
  if ('issue' in read) throw new InputProblem([read.issue])
  const { value, issues } = readYaml(read.text, file === '-' ? 'standard input' : file)
  if (issues.length > 0) throw new InputProblem(issues)
  const holder = value as { selections?: unknown; plan?: { selections?: unknown } } | null
  const selections = Array.isArray(value)
    ? value
    : typeof holder === 'object' && holder !== null
      ? (holder.selections ?? holder.plan?.selections)
      : undefined
  if (Array.isArray(selections)) return selections as HandMadeSelection<Ids>[]
  const issue: Issue = {
    code: 'wrong-type',
    severity: 'error',
    path: [],
    place: { file, line: 1, column: 1 },
    expected: 'a list of selections (strategy@sector@venue), or a group with the key selections',
    received: describeValue(value),
  }
  throw new InputProblem([issue])
}

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
