import type { Recommendation } from '../decide/decision.js'
import type { Guide } from '../guide/guide.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { actionPlanCsv } from './action-plan/csv.js'
import { actionPlanHtml } from './action-plan/html.js'
import { actionPlanMarkdown } from './action-plan/markdown.js'
import { viewActionPlan } from './action-plan/view.js'

export type ActionPlanFormat = 'markdown' | 'html' | 'csv'

export interface ActionPlanOptions {
  /** Default: `markdown`. */
  readonly format?: ActionPlanFormat
  /** The coalition's own choice of options (`strategy@sector@venue`) in place of the result's plan. */
  readonly plan?: readonly string[]
  /** The menus that the result was made with. Default: the built-in ones. */
  readonly menus?: Menus
  /** The guide (`orcca/guide`) that the steps, resources and measures come from. Default: none, and the lines stay blank. */
  readonly guide?: Guide
}

/**
 * The action plan in the form of the study's Phase 4 worksheet: for each strategy its category, goal, populations, sector, sustainability,
 * feasibility and impact, steps (who, what, by when, where), resources and measures. A draft to be written over by hand.
 */
export function actionPlan(
  result: Recommendation<Ids>,
  { format = 'markdown', plan, menus = builtInMenus(), guide }: ActionPlanOptions = {},
): string {
  const view = viewActionPlan(result, plan ?? result.plan.selections.map(({ id }) => id), menus, guide ?? null)
  switch (format) {
    case 'html':
      return actionPlanHtml(view)
    case 'csv':
      return actionPlanCsv(view)
    case 'markdown':
      return actionPlanMarkdown(view)
    default:
      return format satisfies never
  }
}
