import { met, notMet, type Truth, unknown } from '../conditions/compile.js'
import { frozen } from '../frozen.js'
import { type DefaultFeasibility, defaultFeasibility, type Option } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Feasibility } from '../menus/schema/index.js'
import { type Estimate, exactly } from '../numbers.js'
import { covers, specificity } from '../profile/check.js'
import type { CommunityProfile, Ids, Stage } from '../profile/schema.js'
import { sumAdjustments } from './adjustments.js'
import type { Factors, Quadrant, ServiceGap } from './decision.js'
import * as formulas from './formulas.js'
import { applyGates, type Passage, type Verdicts } from './gates.js'
import { medianRatings, unrated } from './ratings.js'

/** Everything a score is made from, at one corner of what is not known. */
export interface Point {
  /** Worst severity × weight among the gaps that the strategy addresses, 0..1. */
  readonly severity: number
  /** Room left by the stage of implementation, 0..1. */
  readonly room: number
  readonly effect: number
  readonly listedReach: number
  readonly atRiskShare: number
  readonly defaultFeasibility: number
  /** The rules' sums, -0.25..0.25. */
  readonly rules: { readonly reach: number; readonly impact: number; readonly feasibility: number }
  readonly ratings: formulas.Ratings
  /** What is taken off the feasibility because the venue is not open yet. */
  readonly delay: number
}

export interface Score {
  readonly need: number
  readonly reach: number
  readonly potential: number
  readonly impact: number
  readonly feasibility: number
  /** 0..100 */
  readonly priority: number
}

/**
 * Scores one point: is it needed here, does it work, can we do it (`formulas.ts`). `low`, `best` and `high` of an option are three points;
 * how wide its priority would be without one doubt, and how far one fact moves it, are this function at other points.
 */
export function scoreAt(
  { severity, room, effect, listedReach, atRiskShare, defaultFeasibility, rules, ratings, delay }: Point,
  weights: formulas.Weights,
): Score {
  const need = formulas.need(severity, room)
  const reach = formulas.reach(listedReach, rules.reach, atRiskShare)
  const potential = formulas.potential(effect, reach)
  const impact = formulas.impact(need, potential, rules.impact)
  const feasibility = formulas.feasibility(formulas.movedDefault(defaultFeasibility, rules.feasibility), ratings, delay)
  return { need, reach, potential, impact, feasibility, priority: formulas.priority(impact, feasibility, weights) }
}

export type Corner = keyof Estimate

/** The factors that fix a score. */
type Fixed = Pick<
  Factors<Ids>,
  'need' | 'effect' | 'room' | 'listedReach' | 'atRiskShare' | 'adjustments' | 'defaultFeasibility' | 'ratings' | 'delay'
>

/** Gives the point of an option at a corner, from the printed factors. The printed need is the severity, limited by the room. */
export const pointOf = (
  { need, effect, room, listedReach, atRiskShare, adjustments, defaultFeasibility, ratings, delay }: Fixed,
  corner: Corner,
): Point => ({
  severity: need[corner],
  room,
  effect: effect[corner],
  listedReach,
  atRiskShare: atRiskShare[corner],
  defaultFeasibility: defaultFeasibility[corner],
  rules: { reach: adjustments.reach[corner], impact: adjustments.impact[corner], feasibility: adjustments.feasibility[corner] },
  ratings,
  delay: delay[corner],
})

/** An option with its score and everything that the score is made of. */
export interface ScoredOption {
  readonly option: Option
  readonly passage: Passage
  readonly stageIsStated: boolean
  readonly factors: Factors<Ids>
  readonly impact: Estimate
  readonly feasibility: Estimate
  readonly priority: Estimate
  /** Priority at its best value times the chance that the option can be done here. */
  readonly expected: number
  readonly quadrant: Quadrant
  readonly unsettled: boolean
}

export interface ScoreInput {
  readonly profile: CommunityProfile<Ids>
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly verdicts: Verdicts
  readonly weights: formulas.Weights
}

export interface Scored {
  readonly scored: ScoredOption[]
  /** Options that a gate excludes, in the order of their ids. */
  readonly excluded: { readonly option: Option; readonly passage: Passage }[]
}

/** Scores every option of the menus. Options that a gate excludes are returned apart, without a score. */
export function scoreOptions({ profile, gaps, verdicts, weights }: ScoreInput, given: MenuHandle): Scored {
  const menus = compiledOf(given)
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const landscape = groupByStrategy(profile.landscape)
  const ratings = groupByStrategy(profile.ratings)
  const scored: ScoredOption[] = []
  const excluded: { option: Option; passage: Passage }[] = []
  const passageOf = once(
    ({ gates }: Option) => gates,
    (option) => applyGates(option, verdicts),
  )
  const sumsOf = once(
    ({ adjustments }: Option) => adjustments,
    (option) => sumAdjustments(option, verdicts),
  )
  for (const [id, options] of menus.optionsOf) {
    const need = worstGap(menus.strategies.get(id)!.addresses, gapById)
    const entries = landscape.get(id)
    const rated = ratings.get(id)
    for (const option of options) {
      const passage = passageOf(option)
      if (passage.excludedBy.length > 0) {
        excluded.push({ option, passage })
        continue
      }
      const stated = entries && stageOf(entries, option)
      const parts = rated ? medianRatings(rated, id, option.sector, option.venue.id) : unrated
      scored.push(scoreOption(option, passage, need, stated, parts, sumsOf(option), weights, menus.data.feasibility))
    }
  }
  excluded.sort((a, b) => (a.option.id < b.option.id ? -1 : 1))
  return { scored, excluded }
}

function scoreOption(
  option: Option,
  passage: Passage,
  { gap, weight, severity }: WorstGap,
  stated: Stage | undefined,
  ratings: Factors<Ids>['ratings'],
  adjustments: Factors<Ids>['adjustments'],
  weights: formulas.Weights,
  limits: Limits,
): ScoredOption {
  const stage = stated ?? 'not-begun'
  const fixed: Fixed = {
    effect: option.effect,
    need: severity,
    room: formulas.roomLeft[stage],
    listedReach: option.reach,
    atRiskShare: option.atRiskShare,
    adjustments,
    defaultFeasibility: defaultAt(option.feasibility, passage.notYet, limits),
    ratings,
    delay: delays[passage.notYet],
  }
  const low = scoreAt(pointOf(fixed, 'low'), weights)
  const best = scoreAt(pointOf(fixed, 'best'), weights)
  const high = scoreAt(pointOf(fixed, 'high'), weights)
  const inGrid = formulas.quadrant(best.impact, best.feasibility)
  // What is not open cannot be done now.
  const quadrant = inGrid === 'do-now' && passage.notYet === met ? 'build-toward' : inGrid
  return {
    option,
    passage,
    stageIsStated: stated !== undefined,
    factors: {
      effect: fixed.effect,
      reach: { low: low.reach, best: best.reach, high: high.reach },
      potential: { low: low.potential, best: best.potential, high: high.potential },
      need: { low: low.need, best: best.need, high: high.need },
      gap: gap.gap,
      gapWeight: weight,
      stage,
      room: fixed.room,
      listedReach: fixed.listedReach,
      atRiskShare: fixed.atRiskShare,
      adjustments,
      feasibilityBasis: basisOf(ratings),
      defaultFeasibility: fixed.defaultFeasibility,
      delay: fixed.delay,
      ratings,
    },
    impact: { low: low.impact, best: best.impact, high: high.impact },
    feasibility: { low: low.feasibility, best: best.feasibility, high: high.feasibility },
    priority: { low: low.priority, best: best.priority, high: high.priority },
    expected: formulas.expected(best.priority, passage.chance),
    quadrant,
    unsettled: formulas.quadrant(low.impact, low.feasibility) !== inGrid || formulas.quadrant(high.impact, high.feasibility) !== inGrid,
  }
}

type Limits = Pick<Feasibility, 'clip' | 'spread'>

/** What the venue's opening takes off the feasibility: nothing where it is open, and a range where that is not known. */
const delays: Readonly<Record<Truth, Estimate>> = frozen({
  [notMet]: exactly(0),
  [unknown]: { low: formulas.notOpenYet, best: 0, high: 0 },
  [met]: exactly(formulas.notOpenYet),
})

/** A venue that is not open makes nothing easier yet; where that is not known, it may not. */
function defaultAt(given: DefaultFeasibility, notYet: Truth, limits: Limits): DefaultFeasibility {
  if (notYet === notMet || given.modifier <= 0) return given
  const closed = defaultFeasibility(given.strategy, 0, limits)
  return notYet === met ? closed : { ...given, low: closed.low }
}

/** Says what the feasibility rests on: the coalition's ratings in all three parts, in some, or the menu's default. */
function basisOf({ feasibility, readiness, desirability }: formulas.Ratings): Factors<Ids>['feasibilityBasis'] {
  const rated = (feasibility === null ? 0 : 1) + (readiness === null ? 0 : 1) + (desirability === null ? 0 : 1)
  return rated === 0 ? 'default' : rated === 3 ? 'rated' : 'partly-rated'
}

interface WorstGap {
  readonly gap: ServiceGap<Ids>
  readonly weight: number
  /** Severity × weight, at each corner the worst of all gaps. */
  readonly severity: Estimate
}

/** Finds the gap that drives a strategy: the one whose weighted severity is worst; each corner takes its own worst. */
function worstGap(
  addresses: readonly { readonly gap: string; readonly weight: number }[],
  gapById: ReadonlyMap<string, ServiceGap<Ids>>,
): WorstGap {
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

/** Finds the stage that the landscape states for an option: the most specific entry counts. */
function stageOf(entries: NonNullable<CommunityProfile<Ids>['landscape']>, option: Option): Stage | undefined {
  let found: (typeof entries)[number] | undefined
  for (const entry of entries) {
    if (covers(entry, option.strategy.id, option.sector, option.venue.id) && (!found || specificity(entry) > specificity(found)))
      found = entry
  }
  return found?.stage
}

/** Makes something once for all that have the same key. */
export function once<A, R>(keyOf: (argument: A) => unknown, make: (argument: A) => R): (argument: A) => R {
  const known = new Map<unknown, R>()
  return (argument) => {
    const key = keyOf(argument)
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(argument)
    known.set(key, made)
    return made
  }
}

function groupByStrategy<E extends { readonly strategy: string }>(entries: readonly E[] = []): ReadonlyMap<string, E[]> {
  const groups = new Map<string, E[]>()
  for (const entry of entries) {
    const group = groups.get(entry.strategy)
    if (group) group.push(entry)
    else groups.set(entry.strategy, [entry])
  }
  return groups
}
