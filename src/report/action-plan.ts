import type { Decision } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { type ReportOptions, speakOf } from './speaking.js'
import { worksheetCsv } from './worksheet/csv.js'
import { worksheetOf } from './worksheet/document.js'
import { viewWorksheet } from './worksheet/view.js'
import { writeHtml } from './write/html.js'
import { writeMarkdown } from './write/markdown.js'

export type ActionPlanFormat = 'markdown' | 'html' | 'csv'

export interface ActionPlanOptions extends ReportOptions {
  /** Default: `markdown`. */
  readonly format?: ActionPlanFormat
  /** The coalition's own choice of options (`strategy@sector@venue`) in place of the decision's plan. */
  readonly plan?: readonly string[]
}

/**
 * The action plan in the form of the study's Phase 4 worksheet: for each strategy its category, goal, populations, sector, sustainability,
 * feasibility and impact, steps (who, what, by when, where), resources and measures. A draft to be written over by hand. The steps,
 * resources and measures come from the guide; without one their lines stay blank.
 */
export function actionPlan(decision: Decision<Ids>, { format = 'markdown', plan, ...options }: ActionPlanOptions = {}): string {
  const speaking = speakOf(decision, options)
  const worksheet = viewWorksheet(plan ?? decision.plan.selections.map(({ id }) => id), speaking)
  switch (format) {
    case 'html':
      return writeHtml(worksheetOf(worksheet, speaking))
    case 'csv':
      return worksheetCsv(worksheet, speaking)
    case 'markdown':
      return writeMarkdown(worksheetOf(worksheet, speaking))
    default:
      return format satisfies never
  }
}
