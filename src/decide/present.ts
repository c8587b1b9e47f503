import type { Menus, Option } from '../menus/compile.js'
import { round4 } from '../numbers.js'
import type { Facts } from '../profile/facts.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { Words } from '../words/reasons.js'
import type { Otherwise, Plan, RankedOption, Selection } from './decision.js'
import type { Weights } from './formulas.js'
import type { Passage } from './gates.js'
import { ledger } from './ledger.js'
import { type ChosenPlan, choosePlan } from './plan.js'
import { planWarnings } from './plan-warnings.js'
import { type PlanRequirement, selectableOf } from './requirements.js'
import type { ScoredOption } from './score.js'

/** A scored option in the form of the result. */
export function presentOption(scored: ScoredOption, rank: number, weights: Weights, words: Words): RankedOption<Ids> {
  const { option, passage, ratings } = scored
  const { feasibility, readiness, desirability, raters } = ratings
  const rated = (feasibility === null ? 0 : 1) + (readiness === null ? 0 : 1) + (desirability === null ? 0 : 1)
  return {
    id: option.id,
    strategy: option.strategy.id,
    menu: option.menu,
    section: option.section,
    sector: option.sector,
    venue: option.venue.id,
    medications: passage.medications,
    populations: option.populations,
    priority: scored.priority,
    impact: scored.impact,
    feasibility: scored.feasibility,
    quadrant: scored.quadrant,
    unsettled: scored.unsettled,
    rank,
    certainty: option.strategy.effect.certainty,
    factors: {
      effect: { low: scored.effect.low, best: scored.effect.best, high: scored.effect.high },
      reach: scored.reach,
      potential: scored.potential,
      need: scored.need,
      gap: scored.gap.gap,
      gapWeight: scored.gapWeight,
      stage: scored.stage,
      room: scored.room,
      listedReach: option.reach,
      atRiskShare: option.strategy.reach.atRiskShare,
      adjustments: scored.adjustments,
      feasibilityBasis: rated === 0 ? 'default' : rated === 3 ? 'rated' : 'partly-rated',
      defaultFeasibility: { strategy: option.feasibility.strategy, modifier: option.feasibility.modifier, value: option.feasibility.value },
      ratings: { feasibility, readiness, desirability, raters },
      weights,
    },
    confirmFirst: words.confirmFirst,
    reasons: words.reasons,
    warnings: words.warnings,
    sources: words.sources,
  }
}

interface PlanToPresent {
  readonly chosen: ChosenPlan
  readonly ranking: readonly ScoredOption[]
  readonly ranked: readonly RankedOption<Ids>[]
  readonly requirements: readonly PlanRequirement[]
  readonly excluded: readonly { readonly option: Option; readonly passage: Passage }[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly size: number
  readonly maxPerStrategy: number
  readonly profile: CommunityProfile<Ids>
  readonly facts: Facts
}

/** The plan in the form of the result: selections, requirements ledger, warnings, and notes on size, pins and vetoes. */
export function presentPlan(input: PlanToPresent, menus: Menus): Plan<Ids> {
  const { chosen, ranking, ranked, requirements, excluded, exclude } = input
  const selectables = chosen.chosen.map(({ option, passage }) => selectableOf(option, passage.medications))
  const rows = ledger(
    requirements,
    selectables,
    { excluded: excluded.map(({ option, passage }) => ({ option, by: passage.excludedBy })), vetoed: exclude, byHand: false },
    menus,
  )
  const complete = rows.every(({ met }) => met)
  return {
    size: chosen.chosen.length,
    selections: chosen.chosen.map((option, index): Selection<Ids> => {
      const { id, rank, strategy, menu, section, sector, venue, priority, reasons } = ranked[ranking.indexOf(option)]!
      const helps = rows.filter(({ metBy }) => metBy.includes(id)).map(({ label }) => label)
      const place = `Rank ${rank} of ${ranked.length}. It counts for: ${helps.length > 0 ? helps.join('; ') : 'no requirement; chosen for its priority'}.`
      return {
        id,
        strategy,
        menu,
        section,
        sector,
        venue,
        priority,
        reasons: [place, ...reasons],
        otherwise: presentOtherwise(chosen.otherwise[index]!),
      }
    }),
    requirements: rows,
    complete,
    total: chosen.total,
    notes: planNotes(input, complete),
    warnings: planWarnings(
      chosen.chosen.map(({ passage }, index) => ({
        selectable: selectables[index]!,
        confirmFacts: [...new Set(passage.confirm.flatMap(({ facts }) => facts.filter((fact) => !input.facts.values.has(fact))))],
      })),
      input.profile,
      input.facts.values,
      menus,
    ),
  }
}

function presentOtherwise(replacement: ChosenPlan['otherwise'][number]): Otherwise | null {
  if (!replacement) return null
  const [first] = replacement.in
  if (!first) return null
  const single = replacement.in.length === 1 && replacement.out.length === 1
  return {
    id: first.option.id,
    cost: replacement.cost,
    ...(single
      ? {}
      : { changes: { out: replacement.out.map(({ option }) => option.id), in: replacement.in.map(({ option }) => option.id) } }),
  }
}

function planNotes({ chosen, ranking, requirements, include, exclude, size, maxPerStrategy }: PlanToPresent, complete: boolean): string[] {
  const notes: string[] = []
  const number = chosen.chosen.length
  if (!complete)
    notes.push(
      'Not complete: no plan can meet every requirement here. This is the best plan for those that can be met; the ledger says which cannot and why.',
    )
  if (number > size) notes.push(`${size} options cannot meet all requirements: the plan has ${number}, the fewest that can.`)
  if (number < size)
    notes.push(
      `Only ${number} options can be chosen (at most ${maxPerStrategy} of one strategy): the plan is smaller than the ${size} asked for.`,
    )
  if (include.length > 0 || exclude.length > 0) {
    const free = choosePlan({
      ranking,
      requirements: requirements.filter(({ id }) => !include.some((pin) => id === `include-${pin}`)),
      size: Math.max(size, number),
      maxPerStrategy,
      exclude: [],
    })
    const cost = round4(Math.max(0, free.total - chosen.total))
    const asked = [include.length > 0 ? `pinned: ${include.join(', ')}` : '', exclude.length > 0 ? `ruled out: ${exclude.join(', ')}` : '']
      .filter(Boolean)
      .join('; ')
    notes.push(
      free.chosen.length === number
        ? `The coalition's own choices (${asked}) cost ${cost} of ${free.total} points: without them the best plan of ${number} options has that total.`
        : `The coalition's own choices (${asked}) change the size of the plan: without them it would have ${free.chosen.length} options and a total of ${free.total}.`,
    )
  }
  return notes
}
