import { unknown } from '../conditions/compile.js'
import type { CompiledGap, CompiledRule, Menus } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import { clamp, round4 } from '../numbers.js'
import type { Facts } from '../profile/facts.js'
import type { Ids } from '../profile/schema.js'
import { holdSum } from './adjustments.js'
import type { DataGap, ServiceGap } from './decision.js'
import type { Upgrade } from './decision-plan.js'
import type { Weights } from './formulas.js'
import { missingFacts, type Verdicts } from './gates.js'
import { type Point, pointOf, type ScoredOption, scoreAt } from './score.js'

interface Assessed {
  /** In the order of the ranking. */
  readonly ranking: readonly ScoredOption[]
  readonly planned: readonly ScoredOption[]
  readonly upgrades: readonly Upgrade<Ids>[]
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly facts: Facts
  readonly verdicts: Verdicts
  readonly weights: Weights
}

/** What is found so far on one fact that is not known. */
interface Open {
  readonly strategies: Set<string>
  readonly settles: { readonly gaps: string[]; readonly gates: string[]; readonly rules: string[] }
  readonly planned: Set<ScoredOption>
  swing: number
}

/**
 * Lists the facts that are not known and would settle something, the most useful first: those whose answer would change the plan, by
 * chance × gain; then those that touch most of the plan, then those that move a priority furthest. Data gaps and service gaps are two
 * different things: this is about what is not known.
 */
export function findDataGaps(assessed: Assessed, given: MenuHandle): DataGap<Ids>[] {
  const menus = compiledOf(given)
  const { ranking, planned, facts } = assessed
  const open = new Map<string, Open>()
  const entryOf = (fact: string): Open => {
    let entry = open.get(fact)
    if (!entry) {
      entry = { strategies: new Set(), settles: { gaps: [], gates: [], rules: [] }, planned: new Set(), swing: 0 }
      open.set(fact, entry)
    }
    return entry
  }
  // The best option of a strategy and those of the plan stand for the rest: a swing is worked out for them alone.
  const best = new Map<string, ScoredOption>()
  for (const scored of ranking) if (!best.has(scored.option.strategy.id)) best.set(scored.option.strategy.id, scored)
  const telling = [...new Set([...best.values(), ...planned])]

  openGaps(assessed, telling, entryOf, menus)
  openGatesAndRules(assessed, entryOf, menus)
  ruleSwings(assessed, telling, open, menus)

  const gainOf = new Map<string, number>(
    assessed.upgrades.flatMap(({ facts: asked, chance, gain }) => asked.map((fact) => [fact, round4(chance * gain)] as const)),
  )

  return [...open]
    .map(
      ([fact, { strategies, settles, planned: touched, swing }]): DataGap<Ids> => ({
        fact,
        why: facts.suppressed.has(fact) ? 'suppressed' : 'missing',
        strategies: [...strategies].sort(),
        settles,
        planned: touched.size,
        gain: gainOf.get(fact) ?? 0,
        swing,
      }),
    )
    .sort(
      (a, b) =>
        b.gain - a.gain ||
        b.planned - a.planned ||
        b.swing - a.swing ||
        b.strategies.length - a.strategies.length ||
        (a.fact < b.fact ? -1 : 1),
    )
}

type EntryOf = (fact: string) => Open

/** Adds the facts that would fill the shares of gaps which are neither measured nor stated. */
function openGaps({ planned, gaps, weights }: Assessed, telling: readonly ScoredOption[], entryOf: EntryOf, menus: Menus): void {
  const chosen = new Set(planned)
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const points = new Map(telling.map((scored) => [scored, pointOf(scored.factors, 'best')]))
  menus.gaps.forEach((compiled, index) => {
    const shares = openShares(compiled, gaps[index]!)
    if (shares.length === 0) return
    const entries = shares.map(([fact, share]) => {
      const entry = entryOf(fact)
      entry.settles.gaps.push(compiled.gap.id)
      return { entry, share }
    })
    for (const scored of telling) {
      const { strategy } = scored.option
      const weight = compiled.weightOf.get(strategy.id)
      if (weight === undefined) continue
      const swingOf = needSwings(points.get(scored)!, othersWorst(strategy, compiled.gap.id, gapById), gaps[index]!, weight, weights)
      for (const { entry, share } of entries) {
        entry.strategies.add(strategy.id)
        if (chosen.has(scored)) entry.planned.add(scored)
        entry.swing = Math.max(entry.swing, swingOf(share))
      }
    }
  })
}

/** Lists the facts that would fill the open shares of a gap, with their weight. */
function openShares({ shares }: CompiledGap, { indicators }: ServiceGap<Ids>): [fact: string, weight: number][] {
  return shares.flatMap(({ indicators: choices, weight }, index): [string, number][] => {
    const { low, high } = indicators[index]!.severity
    const first = choices[0]!
    return low === high ? [] : [[first.from?.fact ?? first.id, weight]]
  })
}

/** Adds the facts that undecided gates and rules wait for, with the options that these touch. */
function openGatesAndRules({ ranking, planned, facts, verdicts }: Assessed, entryOf: EntryOf, menus: Menus): void {
  const chosen = new Set(planned)
  const byOption: (ScoredOption | undefined)[] = []
  for (const scored of ranking) byOption[scored.option.index] = scored
  const touch = (waiting: readonly string[], kind: 'gates' | 'rules', id: string, options: readonly number[]): void => {
    if (waiting.length === 0) return
    const strategies = new Set<string>()
    const touched: ScoredOption[] = []
    for (const option of options) {
      const scored = byOption[option]
      if (!scored) continue
      strategies.add(scored.option.strategy.id)
      if (chosen.has(scored)) touched.push(scored)
    }
    if (strategies.size === 0) return
    for (const fact of waiting) {
      const entry = entryOf(fact)
      entry.settles[kind].push(id)
      for (const strategy of strategies) entry.strategies.add(strategy)
      for (const scored of touched) entry.planned.add(scored)
    }
  }
  for (const { index, id, confirmWhenUnknown, options } of menus.gates) {
    if (verdicts.gates[index] !== unknown) continue
    touch(
      confirmWhenUnknown.filter((fact) => !facts.values.has(fact)),
      'gates',
      id,
      options,
    )
  }
  for (const rule of menus.rules) touch(openFacts(rule, verdicts), 'rules', rule.id, rule.options)
}

/** Lists the facts that an undecided rule waits for. */
const openFacts = (rule: CompiledRule, { rules, values }: Verdicts): readonly string[] =>
  rules[rule.index] === unknown ? missingFacts(rule, values) : []

/** Finds the worst weighted severity among the other gaps that a strategy addresses, at its best value. */
function othersWorst(
  { addresses }: ScoredOption['option']['strategy'],
  moved: string,
  gapById: ReadonlyMap<string, ServiceGap<Ids>>,
): number {
  let worst = 0
  for (const { gap, weight } of addresses) if (gap !== moved) worst = Math.max(worst, gapById.get(gap)!.severity.best * weight)
  return worst
}

/** Moves a score by a share of a gap that goes from severity 0 to 1, all else at its best value; each share is worked out once. */
function needSwings(
  point: Point,
  others: number,
  { severity: { best } }: ServiceGap<Ids>,
  weight: number,
  weights: Weights,
): (share: number) => number {
  const known = new Map<number, number>()
  const at = (severity: number): number => scoreAt({ ...point, severity: Math.max(others, severity * weight) }, weights).priority
  return (share) => {
    const swing = known.get(share) ?? round4(Math.max(0, at(best + share / 2) - at(best - share / 2)))
    known.set(share, swing)
    return swing
  }
}

/** Moves a score between all undecided rules that name a fact lowering it and all of them raising it, all else at its best value. */
function ruleSwings(
  { verdicts, weights }: Assessed,
  telling: readonly ScoredOption[],
  open: ReadonlyMap<string, Open>,
  menus: Menus,
): void {
  const waiting = menus.rules.map((rule) => openFacts(rule, verdicts))
  for (const { option, factors } of telling) {
    const moves = new Map<string, { down: Move[]; up: Move[] }>()
    for (const move of option.adjustments) {
      for (const fact of waiting[move.rule.index]!) {
        const own = moves.get(fact) ?? { down: [], up: [] }
        own[move.by < 0 ? 'down' : 'up'].push(move)
        moves.set(fact, own)
      }
    }
    const point = pointOf(factors, 'best')
    for (const [fact, { down, up }] of moves) {
      const entry = open.get(fact)!
      const swing = scoreAt(moveRules(point, up), weights).priority - scoreAt(moveRules(point, down), weights).priority
      entry.swing = Math.max(entry.swing, round4(Math.max(0, swing)))
    }
  }
}

type Move = ScoredOption['option']['adjustments'][number]

/** Adds the moves of rules to a point; their sum is held as ever. */
function moveRules(point: Point, moves: readonly Move[]): Point {
  const rules = { ...point.rules }
  for (const { on, by } of moves) rules[on] = clamp(rules[on] + by / 100, holdSum(-100), holdSum(100))
  return { ...point, rules }
}
