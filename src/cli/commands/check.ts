import { type CheckedPlan, checkPlan } from '../../check-plan.js'
import type { Ids } from '../../profile/schema.js'
import { Failure } from '../fail.js'
import { formats, type TableFlags, withTable } from '../flags.js'
import { oncePerInput, readMenus, readProfiles } from '../inputs.js'
import { exit, type Io } from '../io.js'
import { brief, Page } from '../page.js'
import { usePlanFile } from '../plan-file.js'
import type { Define } from '../run.js'

export const define: Define = (command, io) =>
  withTable(command)
    .argument('<profile>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<plan>', 'a YAML or JSON list of selections (strategy@sector@venue), or the JSON of recommend')
    .addOption(formats(['text', 'json']))
    .action(async (file: string, plan: string, flags: TableFlags & { format: 'text' | 'json' }) => {
      oncePerInput([file, plan])
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const plans = usePlanFile(plan, (selections) => profiles.map((profile) => checkPlan(selections, profile, { menus })))
      for (const checked of plans) io.out(flags.format === 'json' ? JSON.stringify(checked, null, 2) : checkedPlanText(checked, io))
      if (plans.some(({ complete }) => !complete)) throw new Failure(exit.problems)
    })

/** The check of a plan as text: what it holds, the ledger, how far it is from the best one, warnings. */
function checkedPlanText(checked: CheckedPlan<Ids>, io: Io): string {
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
