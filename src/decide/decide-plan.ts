import { round4 } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import type { Assessment } from './assess.js'
import type { Otherwise, Plan, PlanNote, Selection } from './decision.js'
import { ledger } from './ledger.js'
import { bestPlan, type ChosenPlan, choosePlan, type PlanInput } from './plan.js'
import { planWarnings } from './plan-warnings.js'
import { type PlanRequirement, selectableOf } from './requirements.js'
import type { ScoredOption } from './score.js'
import { findUpgrades } from './upgrades.js'

/** The plan as the decision prints it, and its options with everything behind them. */
export interface DecidedPlan {
  readonly plan: Plan<Ids>
  readonly chosen: readonly ScoredOption[]
}

/** Chooses the plan and works out all that a decision says of it: selections, requirements ledger, warnings, what pins and vetoes cost. */
export function decidePlan(assessment: Assessment, requirements: readonly PlanRequirement[]): DecidedPlan {
  const { profile, settled, facts, ranking, excluded } = assessment
  const { menus, size, maxPerStrategy, exclude } = settled
  const input: PlanInput = { ranking, requirements, size, maxPerStrategy, exclude }
  const made = choosePlan(input)
  const { chosen, total, proven } = made
  const selectables = chosen.map(({ option, passage }) => selectableOf(option, passage.medications))
  const gone = excluded.map(({ option, passage }) => ({ option, by: passage.excludedBy }))
  const rows = ledger(requirements, selectables, { excluded: gone, vetoed: exclude, byHand: false }, menus)
  const complete = rows.every(({ met }) => met)
  const withoutWishes = freePlan(assessment, requirements, chosen.length)
  const waiting = chosen.map(({ passage }) => passage.confirm.flatMap((each) => each.facts.filter((fact) => !facts.values.has(fact))))
  return {
    chosen,
    plan: {
      size: chosen.length,
      selections: selectionsOf(made, ranking),
      requirements: rows,
      complete,
      total,
      proven,
      withoutWishes,
      // With the size that it has, so that an answer is compared with like.
      upgrades: findUpgrades({ ...input, size: chosen.length }, chosen, assessment.verdicts, menus),
      warnings: planWarnings(
        selectables.map((selectable, index) => ({ selectable, confirmFacts: waiting[index]! })),
        profile,
        facts.values,
        menus,
      ),
      notes: planNotes(assessment, { size: chosen.length, total, complete, proven }, withoutWishes),
    },
  }
}

function selectionsOf({ chosen, otherwise }: ChosenPlan, ranking: readonly ScoredOption[]): Selection[] {
  const rankOf = new Map(ranking.map((scored, index) => [scored, index + 1]))
  return chosen.map((scored, index) => ({
    id: scored.option.id,
    rank: rankOf.get(scored)!,
    priority: scored.priority,
    expected: scored.expected,
    otherwise: otherwiseOf(otherwise[index]!),
  }))
}

function otherwiseOf(replacement: ChosenPlan['otherwise'][number]): Otherwise | null {
  const [first] = replacement?.in ?? []
  if (!replacement || !first) return null
  const ids = (options: readonly ScoredOption[]): string[] => options.map(({ option }) => option.id)
  const single = replacement.in.length === 1 && replacement.out.length === 1
  return {
    id: first.option.id,
    cost: replacement.cost,
    ...(single ? {} : { changes: { out: ids(replacement.out), in: ids(replacement.in) } }),
  }
}

/** Chooses the plan again without the coalition's pins and vetoes. Null where there are none. */
function freePlan({ settled, ranking }: Assessment, requirements: readonly PlanRequirement[], size: number): Plan['withoutWishes'] {
  const { include, exclude, maxPerStrategy } = settled
  if (include.length === 0 && exclude.length === 0) return null
  const free = bestPlan({
    ranking,
    requirements: requirements.filter(({ kind }) => kind !== 'pin'),
    size: Math.max(settled.size, size),
    maxPerStrategy,
    exclude: [],
  })
  return { size: free.chosen.length, total: free.total }
}

function planNotes(
  { settled: { size: asked, maxPerStrategy, include, exclude } }: Assessment,
  { size, total, complete, proven }: Pick<Plan, 'size' | 'total' | 'complete' | 'proven'>,
  free: Plan['withoutWishes'],
): PlanNote[] {
  const notes: PlanNote[] = []
  if (!complete) notes.push({ code: 'not-complete', proven })
  if (!proven) notes.push({ code: 'not-proven' })
  if (size > asked) notes.push({ code: 'grown', asked, size, proven })
  if (size < asked) notes.push({ code: 'smaller', asked, size, maxPerStrategy })
  if (free) {
    // Totals of plans of different sizes cannot be compared.
    const cost = free.size === size ? round4(Math.max(0, free.total - total)) : null
    notes.push({ code: 'wishes', pinned: include, ruledOut: exclude, cost })
  }
  return notes
}
