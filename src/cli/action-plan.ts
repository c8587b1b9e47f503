import { builtInGuide } from '../guide/built-in.js'
import { formatIssues, type Issue } from '../issues.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { type ActionPlanFormat, actionPlan } from '../report/action-plan.js'
import type { Recommendation } from '../result.js'
import { suggest } from '../suggest.js'
import { deliver } from './deliver.js'
import { type Exit, exit, type Io } from './io.js'

export interface ActionPlanFlags {
  /** The menus that the result was made with. */
  readonly menus: Menus
  /** Default: `markdown`. */
  readonly format?: ActionPlanFormat
  /** The coalition's own choice (`strategy@sector@venue`) in place of the result's plan. */
  readonly plan?: readonly string[]
  /** The file to write; left out: `io.out`. */
  readonly out?: string
}

/** `orcca action-plan`: the worksheet of the plan, to be filled in by hand. */
export function actionPlanCommand(result: Recommendation<Ids>, { menus, format = 'markdown', plan, out }: ActionPlanFlags, io: Io): Exit {
  const issues = checkSelections(plan ?? [], menus)
  if (issues.length > 0) {
    io.err(formatIssues(issues))
    return exit.problems
  }
  return deliver(actionPlan(result, { format, plan, menus, guide: builtInGuide() }), out, io)
}

/** A selection may be a combination that the menus do not list, but its strategy, sector and venue must exist. */
function checkSelections(plan: readonly string[], menus: Menus): Issue[] {
  const kinds = [
    ['strategy', [...menus.strategies.keys()]],
    ['sector', menus.data.settings.sectors.map(({ id }) => id)],
    ['venue', [...menus.venues.keys()]],
  ] as const
  return plan.flatMap((selection, index): Issue[] => {
    const parts = selection.split('@')
    if (parts.length !== 3)
      return [{ code: 'bad-form', severity: 'error', path: ['plan', index], received: `'${selection}'`, expected: 'strategy@sector@venue' }]
    return kinds.flatMap(([kind, allowed], at): Issue[] => {
      const id = parts[at]!
      return allowed.includes(id)
        ? []
        : [{ code: 'unknown-id', severity: 'error', path: ['plan', index], kind, id, suggestion: suggest(id, allowed), allowed }]
    })
  })
}
