import { type HandMadeSelection, selectionIds } from '../check-plan.js'
import type { Recommendation } from '../decide/decision.js'
import { builtInGuide } from '../guide/built-in.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { type ActionPlanFormat, actionPlan } from '../report/action-plan.js'
import { deliver } from './deliver.js'
import type { Exit, Io } from './io.js'

export interface ActionPlanFlags {
  /** The menus that the result was made with. */
  readonly menus: Menus
  /** Default: `markdown`. */
  readonly format?: ActionPlanFormat
  /** The coalition's own choice in place of the result's plan. */
  readonly plan?: readonly HandMadeSelection<Ids>[]
  /** The file to write; left out: `io.out`. */
  readonly out?: string
}

/** `orcca action-plan`: the worksheet of the plan, to be filled in by hand. */
export function actionPlanCommand(result: Recommendation<Ids>, { menus, format = 'markdown', plan, out }: ActionPlanFlags, io: Io): Exit {
  const ids = plan === undefined ? undefined : selectionIds(plan, menus)
  return deliver(actionPlan(result, { format, plan: ids, menus, guide: builtInGuide() }), out, io)
}
