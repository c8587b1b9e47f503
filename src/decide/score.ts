import type { Menus, Option } from '../menus/compile.js'
import { type Estimate, mapEstimate } from '../numbers.js'
import { covers, specificity } from '../profile/check.js'
import type { CommunityProfile, Ids, Stage } from '../profile/schema.js'
import type { Quadrant, ServiceGap } from './decision.js'
import * as formulas from './formulas.js'
import { type Adjustments, applyGates, type Passage, sumAdjustments, type Verdicts } from './gates.js'
import { medianRatings, type RatedParts, unrated } from './ratings.js'

/** An option with its score and everything that the score is made of. */
export interface ScoredOption {
  readonly option: Option
  readonly passage: Passage
  readonly stage: Stage
  readonly stageIsStated: boolean
  readonly room: number
  readonly gap: ServiceGap<Ids>
  readonly gapWeight: number
  readonly adjustments: Adjustments
  readonly ratings: RatedParts
  readonly effect: Estimate
  readonly reach: Estimate
  readonly potential: Estimate
  readonly need: Estimate
  readonly impact: Estimate
  readonly feasibility: Estimate
  readonly priority: Estimate
  readonly quadrant: Quadrant
  readonly unsettled: boolean
}

export interface ScoreInput {
  readonly profile: CommunityProfile<Ids>
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly verdicts: Verdicts
  readonly weights: formulas.Weights
}

/**
 * Scores every option of the menus: is it needed here, does it work, can we do it (`formulas.ts`). Options that a gate excludes are
 * returned apart, without a score.
 */
export function scoreOptions(
  { profile, gaps, verdicts, weights }: ScoreInput,
  menus: Menus,
): { scored: ScoredOption[]; excluded: { option: Option; passage: Passage }[] } {
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const landscape = groupByStrategy(profile.landscape)
  const ratings = groupByStrategy(profile.ratings)
  const scored: ScoredOption[] = []
  const excluded: { option: Option; passage: Passage }[] = []
  const passages: Passage[] = []
  const sums: Adjustments[] = []

  for (const [id, options] of menus.optionsOf) {
    const { addresses, effect } = menus.strategies.get(id)!
    const weighted = worstGap(addresses, gapById)
    const entries = landscape.get(id)
    const rated = ratings.get(id)
    let needFor = -1
    let need: Estimate = weighted.severity
    for (const option of options) {
      passages[option.gateSet] ??= applyGates(option, verdicts)
      const passage = passages[option.gateSet]!
      if (passage.excludedBy.length > 0) {
        excluded.push({ option, passage })
        continue
      }
      const stated = entries && stageOf(entries, option)
      const stage = stated ?? 'not-begun'
      const room = formulas.roomLeft[stage]
      sums[option.adjustmentSet] ??= sumAdjustments(option, verdicts)
      const adjustments = sums[option.adjustmentSet]!
      const parts = rated ? medianRatings(rated, id, option.sector, option.venue.id) : unrated
      if (needFor !== room) {
        need = mapEstimate(weighted.severity, (severity) => formulas.need(severity, room))
        needFor = room
      }
      const reach = mapEstimate(adjustments.reach, (by) => formulas.reach(option.reach, by, option.strategy.reach.atRiskShare))
      const potential: Estimate = {
        low: formulas.potential(effect.low, reach.low),
        best: formulas.potential(effect.best, reach.best),
        high: formulas.potential(effect.high, reach.high),
      }
      const impact: Estimate = {
        low: formulas.impact(need.low, potential.low, adjustments.impact.low),
        best: formulas.impact(need.best, potential.best, adjustments.impact.best),
        high: formulas.impact(need.high, potential.high, adjustments.impact.high),
      }
      const feasibility = mapEstimate(adjustments.feasibility, (by) =>
        formulas.feasibility(formulas.movedDefault(option.feasibility.value, by), parts),
      )
      const quadrant = formulas.quadrant(impact.best, feasibility.best)
      scored.push({
        option,
        passage,
        stage,
        stageIsStated: stated !== undefined,
        room,
        gap: weighted.gap,
        gapWeight: weighted.weight,
        adjustments,
        ratings: parts,
        effect,
        reach,
        potential,
        need,
        impact,
        feasibility,
        priority: {
          low: formulas.priority(impact.low, feasibility.low, weights),
          best: formulas.priority(impact.best, feasibility.best, weights),
          high: formulas.priority(impact.high, feasibility.high, weights),
        },
        quadrant,
        unsettled:
          formulas.quadrant(impact.low, feasibility.low) !== quadrant || formulas.quadrant(impact.high, feasibility.high) !== quadrant,
      })
    }
  }
  excluded.sort((a, b) => (a.option.id < b.option.id ? -1 : 1))
  return { scored, excluded }
}

/** Of the gaps that a strategy addresses, the one whose weighted severity is worst drives it; each corner takes its own worst. */
function worstGap(addresses: readonly { readonly gap: string; readonly weight: number }[], gapById: ReadonlyMap<string, ServiceGap<Ids>>) {
  let worst: { gap: ServiceGap<Ids>; weight: number } | undefined
  const severity = { low: 0, best: -1, high: 0 }
  for (const { gap: id, weight } of addresses) {
    const gap = gapById.get(id)!
    severity.low = Math.max(severity.low, gap.severity.low * weight)
    severity.high = Math.max(severity.high, gap.severity.high * weight)
    const best = gap.severity.best * weight
    // Of two that are as bad the one whose id comes first, whatever the order of the file.
    if (best > severity.best || (best === severity.best && id < worst!.gap.gap)) {
      severity.best = best
      worst = { gap, weight }
    }
  }
  return { ...worst!, severity }
}

/** The stage that the landscape states for an option: the most specific entry counts. */
function stageOf(entries: NonNullable<CommunityProfile<Ids>['landscape']>, option: Option): Stage | undefined {
  let found: (typeof entries)[number] | undefined
  for (const entry of entries) {
    if (covers(entry, option.strategy.id, option.sector, option.venue.id) && (!found || specificity(entry) > specificity(found)))
      found = entry
  }
  return found?.stage
}

function groupByStrategy<E extends { readonly strategy: string }>(entries: readonly E[] = []): ReadonlyMap<string, E[]> {
  const groups = new Map<string, E[]>()
  for (const entry of entries) groups.set(entry.strategy, [...(groups.get(entry.strategy) ?? []), entry])
  return groups
}
