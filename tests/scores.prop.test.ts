import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { DataGap, Decision, RankedOption } from '../src/decide/decision.js'
import { type Point, pointOf, scoreAt } from '../src/decide/score.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { MenuData } from '../src/menus/schema/index.js'
import { round4 } from '../src/numbers.js'
import type { CommunityProfile, Ids } from '../src/profile/schema.js'
import { decide } from '../src/recommend.js'
import { reasonsOf } from '../src/words/reason.js'
import { type Changeable, changedMenus } from './fixtures/menus.js'
import { anyProfile, data, givenIndicators } from './fixtures/profiles.js'

const menus = builtInMenus()
const runs = (numRuns: number) => ({ seed: 20_251_122, numRuns })
const corners = ['low', 'best', 'high'] as const
const anyWeights = fc.constantFrom(
  { impact: 2 / 3, feasibility: 1 / 3 },
  { impact: 0.5, feasibility: 0.5 },
  { impact: 0.8, feasibility: 0.2 },
)

type Range = Extract<ReturnType<typeof reasonsOf>[number], { code: 'range' }>
const rangeOf = (option: RankedOption, decision: Decision): Range | undefined =>
  reasonsOf(option, decision, menus).find((reason): reason is Range => reason.code === 'range')

describe('One function makes every number of a score', () => {
  test.prop([anyProfile, anyWeights], runs(60))('at the point of a corner it gives what the decision prints there', (profile, weights) => {
    const { ranking } = decide(profile, { weights })
    const wrong = ranking.flatMap(({ id, factors, impact, feasibility, priority }) => {
      const { need, reach, potential } = factors
      const printed = { need, reach, potential, impact, feasibility, priority }
      return corners.flatMap((corner) => {
        const score = scoreAt(pointOf(factors, corner), weights)
        const names = Object.keys(printed) as (keyof typeof printed)[]
        return names.filter((name) => score[name] !== printed[name][corner]).map((name) => `${id}: ${name} at ${corner}`)
      })
    })
    expect(wrong).toEqual([])
    expect(ranking.length).toBeGreaterThan(0)
  })

  test.prop([anyProfile, anyWeights], runs(40))(
    'the width without a doubt is that between the corners with this one at its best',
    (profile, weights) => {
      const decision = decide(profile, { weights })
      const settled: Record<Range['narrower'][number]['by'], (point: Point, best: Point) => Point> = {
        effect: (point, best) => ({ ...point, effect: best.effect }),
        need: (point, best) => ({ ...point, severity: best.severity }),
        rules: (point, best) => ({ ...point, rules: best.rules }),
        judged: (point, best) => ({ ...point, atRiskShare: best.atRiskShare, defaultFeasibility: best.defaultFeasibility }),
      }
      const wrong = decision.ranking.flatMap((option) => {
        const range = rangeOf(option, decision)
        const { priority, factors } = option
        if (priority.low === priority.high) return range ? [`${option.id}: a range without a width`] : []
        if (range?.low !== priority.low || range.high !== priority.high) return [`${option.id}: the range`]
        const [low, best, high] = corners.map((corner) => pointOf(factors, corner)) as [Point, Point, Point]
        return range.narrower
          .filter(({ by, width }) => {
            const [from, to] = [low, high].map((point) => scoreAt(settled[by](point, best), weights).priority) as [number, number]
            return width !== round4(to - from) || width > round4(priority.high - priority.low)
          })
          .map(({ by }) => `${option.id}: the width without ${by}`)
      })
      expect(wrong).toEqual([])
    },
  )

  // Menus in which every effect is known: what comes out there needs no point.
  const surely = changedMenus((changed: Changeable<MenuData>) => {
    for (const { effect } of changed.menus.flatMap(({ strategies }) => strategies)) effect.low = effect.high = effect.best
  })

  test.prop([anyProfile], runs(30))('with the effect known exactly a priority is as wide as the reasons said', (profile) => {
    const decision = decide(profile)
    const known = new Map(decide(profile as CommunityProfile<Ids>, { menus: surely }).ranking.map((option) => [option.id, option.priority]))
    const wrong = decision.ranking.flatMap((option) => {
      const width = rangeOf(option, decision)?.narrower.find(({ by }) => by === 'effect')?.width
      const { low, high } = known.get(option.id)!
      return width === undefined || width === round4(high - low) ? [] : [`${option.id}: ${width}, not ${round4(high - low)}`]
    })
    expect(wrong).toEqual([])
  })
})

describe('The swing of a fact', () => {
  /** The best option of each strategy, and those of the plan: for them swings are worked out. */
  const tellingOf = ({ ranking, plan }: Decision): RankedOption[] => [
    ...new Set([
      ...ranking.filter(({ strategy }, index) => ranking.findIndex((other) => other.strategy === strategy) === index),
      ...plan.selections.map(({ rank }) => ranking[rank - 1]!),
    ]),
  ]
  const held = (sum: number): number => Math.min(0.25, Math.max(-0.25, sum))

  /** How far the share of a gap that a fact would measure moves an option, from severity 0 of it to 1. */
  function byNeed(option: RankedOption, gap: string, fact: string, decision: Decision): number {
    const addresses = menus.strategies.get(option.strategy)!.addresses
    const own = addresses.find((address) => address.gap === gap)
    if (!own) return 0
    const severity = (id: string): number => decision.gaps.find((each) => each.gap === id)!.severity.best
    const others = Math.max(
      0,
      ...addresses.filter((address) => address.gap !== gap).map((address) => severity(address.gap) * address.weight),
    )
    // Several shares of one gap can wait for the same fact; then the widest counts.
    const shares = decision.gaps
      .find((each) => each.gap === gap)!
      .indicators.filter(({ id, severity: { low, high } }) => low !== high && (menus.indicators.get(id)!.from?.fact ?? id) === fact)
      .map(({ weight }) => weight)
    const at = (worst: number): number =>
      scoreAt({ ...pointOf(option.factors, 'best'), severity: Math.max(others, worst * own.weight) }, decision.weights).priority
    return Math.max(...shares.map((share) => round4(at(severity(gap) + share / 2) - at(severity(gap) - share / 2))))
  }

  /** How far the undecided rules that read a fact move an option, from all of them lowering it to all of them raising it. */
  function byRules(option: RankedOption, fact: string, decision: Decision): number {
    const open = new Set(
      decision.rules.filter(({ verdict, missing }) => verdict === 'unknown' && missing.includes(fact as never)).map(({ id }) => id),
    )
    const point = pointOf(option.factors, 'best')
    const at = (sign: 1 | -1): number => {
      const rules = { ...point.rules }
      for (const { on, by } of option.rules.filter(({ id, by: size }) => open.has(id) && Math.sign(size) === sign))
        rules[on] = held(rules[on] + by)
      return scoreAt({ ...point, rules }, decision.weights).priority
    }
    return round4(at(1) - at(-1))
  }

  const swingOf = ({ fact, settles }: DataGap, decision: Decision): number =>
    Math.max(
      0,
      ...tellingOf(decision).flatMap((option) => [
        ...settles.gaps.map((gap) => byNeed(option, gap, fact, decision)),
        ...(settles.rules.length > 0 ? [byRules(option, fact, decision)] : []),
      ]),
    )

  test.prop([anyProfile, anyWeights], runs(40))('is made of scores at points that the decision prints', (profile, weights) => {
    const decision = decide(profile, { weights })
    const wrong = decision.dataGaps.flatMap((gap) => {
      const swing = swingOf(gap, decision)
      return Math.abs(swing - gap.swing) < 1e-9 ? [] : [`${gap.fact}: ${gap.swing}, not ${swing}`]
    })
    expect(wrong).toEqual([])
  })

  // Indicators that no gate or rule reads and that no other one can replace: only the need moves when they become known.
  const read = new Set([...menus.gates, ...menus.rules].flatMap(({ facts }) => facts))
  const alone = givenIndicators.filter(
    ({ id, gap, insteadOf }) =>
      gap !== undefined && !read.has(id) && insteadOf.length === 0 && !data.indicators.some((other) => other.insteadOf.includes(id)),
  )

  test.prop([anyProfile, fc.constantFrom(...alone)], runs(60))(
    'is how far a priority moves when the value turns out at one end or the other',
    ({ gaps: _, indicators = {}, ...profile }, { id, met, worst }) => {
      const { [id]: __, ...others } = indicators as Record<string, unknown>
      const at = (own: object): Decision => decide({ ...profile, indicators: { ...others, ...own } } as CommunityProfile)
      const decision = at({})
      const gap = decision.dataGaps.find(({ fact }) => fact === id)
      if (!gap) return
      const best = (ends: Decision): Map<string, number> => new Map(ends.ranking.map((option) => [option.id, option.priority.best]))
      const [least, most] = [best(at({ [id]: met })), best(at({ [id]: worst }))]
      const moved = Math.max(...tellingOf(decision).map((option) => most.get(option.id)! - least.get(option.id)!))
      // The severities at the ends are rounded once more on this way.
      expect(Math.abs(gap.swing - moved)).toBeLessThan(0.05)
    },
  )
})
