import type { Recommendation } from '../../decide/decision.js'
import type { Guide } from '../../guide/guide.js'
import { builtInMenus } from '../../menus/built-in.js'
import type { Menus } from '../../menus/compile.js'
import type { Ids } from '../../profile/schema.js'
import { quadrantNames } from '../../words/fixed.js'
import { namesOf } from '../../words/names.js'
import { grouped, points, two } from '../../words/numbers.js'
import { plainText, shorten } from '../../words/plain-text.js'
import { type ChartPoint, chartPoints } from '../chart/points.js'
import { citationsOf, type PrintedReference } from '../citations.js'
import { type BasisView, viewBasis } from './basis.js'
import { type DataGapView, viewDataGaps } from './data-gaps.js'
import { type GapGroup, viewGaps } from './gaps.js'
import { type OptionView, placeOf, type Sources, viewOption } from './option.js'
import { type PlanView, viewPlan } from './plan.js'

/** What a report is made with, besides the result. */
export interface ReportOptions {
  /** The menus that the result was made with. Default: the built-in ones. */
  readonly menus?: Menus
  /** The guide (`orcca/guide`): adds what each strategy is, in short. Default: none. */
  readonly guide?: Guide
}

/** An option in one line of the ranking. */
export interface OptionRow {
  readonly rank: number
  readonly strategy: string
  readonly place: string
  readonly priority: string
  readonly impact: string
  readonly feasibility: string
  readonly quadrant: string
}

/** Options that one rule left out. */
export interface LeftOut {
  readonly reason: string
  readonly options: readonly { readonly strategy: string; readonly places: readonly string[] }[]
}

/** Everything that a report says, in words, before it is HTML or Markdown. */
export interface ReportView {
  readonly name: string
  /** State, residents, date. */
  readonly about: readonly string[]
  readonly populations: readonly string[]
  readonly specialPopulations: readonly string[]
  readonly madeWith: string
  readonly plan: PlanView
  readonly chart: readonly ChartPoint[]
  readonly gaps: readonly GapGroup[]
  readonly dataGaps: readonly DataGapView[]
  readonly full: readonly OptionView[]
  readonly rest: readonly OptionRow[]
  readonly leftOut: readonly LeftOut[]
  readonly basis: BasisView
  readonly notes: readonly string[]
  readonly references: readonly PrintedReference[]
}

/** How many options beside those of the plan the report shows in full. */
const mostInFull = 20
/** A longer name is cut where it is shown. */
const longestName = 120

export function viewReport(result: Recommendation<Ids>, { menus = builtInMenus(), guide }: ReportOptions): ReportView {
  const names = namesOf(menus)
  const sources: Sources = {
    menus,
    guide: guide ?? null,
    names,
    citations: citationsOf(menus),
    gaps: new Map(result.gaps.map((gap) => [gap.gap, gap])),
    told: new Map(),
  }
  const { community, ranking } = result
  const numbers = new Map(result.plan.selections.map(({ id }, index) => [id, index + 1]))
  const others = ranking.filter(({ id }) => !numbers.has(id))
  const inFull = new Set(others.slice(0, mostInFull).map(({ id }) => id))
  const name = shorten(plainText(community.name), longestName)
  const state = community.state === null ? '' : shorten(plainText(community.state), longestName)

  const plan = viewPlan(result, sources)
  const full = ranking
    .filter(({ id }) => numbers.has(id) || inFull.has(id))
    .map((option) => viewOption(option, numbers.get(option.id) ?? null, sources))
  const basis = viewBasis(result, sources)
  return {
    name,
    about: [
      state === '' || name.endsWith(`, ${state}`) ? '' : state,
      community.population === null ? '' : `${grouped(community.population)} residents`,
      community.asOf === null ? '' : `as of ${community.asOf}`,
    ].filter((part) => part !== ''),
    populations: community.priorityPopulations.map(names.population),
    specialPopulations: community.specialPopulations.map(names.specialPopulation),
    madeWith: `menus ${plainText(result.menus.id)} ${plainText(result.menus.version)}`,
    plan,
    chart: chartPoints(result, menus),
    gaps: viewGaps(result, sources),
    dataGaps: viewDataGaps(result, sources),
    full,
    rest: others.slice(mostInFull).map((option) => ({
      rank: option.rank,
      strategy: names.strategy(option.strategy),
      place: placeOf(option, names),
      priority: points(option.priority.best),
      impact: two(option.impact.best),
      feasibility: two(option.feasibility.best),
      quadrant: quadrantNames[option.quadrant],
    })),
    leftOut: viewLeftOut(result, sources),
    basis,
    notes: result.notes.map(names.inWords),
    references: sources.citations.list(),
  }
}

function viewLeftOut({ excluded }: Recommendation<Ids>, { names }: Sources): LeftOut[] {
  const byReason = new Map<string, Map<string, string[]>>()
  for (const { reason, strategy, ...place } of excluded) {
    const strategies = byReason.get(reason) ?? new Map<string, string[]>()
    strategies.set(strategy, [...(strategies.get(strategy) ?? []), placeOf(place, names)])
    byReason.set(reason, strategies)
  }
  return [...byReason].map(([reason, strategies]) => ({
    reason: plainText(reason),
    options: [...strategies].map(([strategy, places]) => ({ strategy: names.strategy(strategy), places })),
  }))
}
