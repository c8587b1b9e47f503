import { type HandMadeSelection, selectionIds } from '../../decide/hand-made.js'
import { builtInGuide } from '../../guide/built-in.js'
import type { Ids } from '../../profile/schema.js'
import { type ActionPlanFormat, actionPlan } from '../../report/action-plan.js'
import type { Define } from '../command.js'
import { formats, type PlanFlags, withPlan } from '../flags.js'
import { oncePerInput, resultOf } from '../inputs.js'
import { usePlanFile } from '../plan-file.js'
import { deliver } from '../write-file.js'

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV) with --row')
    .option('--plan <file>', 'a plan made by hand in place of the recommended one')
    .addOption(formats(['markdown', 'html', 'csv'], 'markdown, html or csv'))
    .option('--out <file>', 'write to a file')
    .action(async (file: string, flags: PlanFlags & { format: ActionPlanFormat; plan?: string; out?: string }) => {
      oncePerInput([file, flags.plan])
      const { menus, result } = await resultOf(file, flags, io)
      const idsOf = (selections: readonly HandMadeSelection<Ids>[]): string[] => selectionIds(selections, menus)
      const plan = flags.plan === undefined ? undefined : usePlanFile(flags.plan, idsOf)
      deliver(actionPlan(result, { format: flags.format, plan, menus, guide: builtInGuide(), language: io.language }), flags.out, io)
    })
