import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { RankedOption } from '../src/decide/decision.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { compileMenus, type Menus } from '../src/menus/compile.js'
import type { MenuData } from '../src/menus/schema/index.js'
import type { Estimate } from '../src/numbers.js'
import type { CommunityProfile } from '../src/profile/schema.js'
import { decide, recommend } from '../src/recommend.js'
import { recommendationSchema } from '../src/recommendation-schema.js'
import { english } from '../src/words/english.js'
import { namesOf } from '../src/words/names.js'
import { rounded as shown } from '../src/words/numbers.js'
import { type Recommendation, wordsOf } from '../src/words/plan.js'
import { changedMenus } from './fixtures/menus.js'
import { anyProfile, data, factValue, givenIndicators, indicatorValue, recommended } from './fixtures/profiles.js'
import { deepFreeze, isSameJson, randomFrom, shuffled, turnKeys } from './fixtures/values.js'

const menus = builtInMenus()
const runs = (numRuns: number) => ({ seed: 20_251_122, numRuns })
const numbers = ({ priority, impact, feasibility }: RankedOption) => ({ priority, impact, feasibility })

describe('A result', () => {
  test.prop([anyProfile], runs(60))('has low ≤ best ≤ high everywhere, and fits its schema', (profile) => {
    const result = recommended(profile)
    const ordered = ({ low, best, high }: Estimate): boolean => low <= best && best <= high
    expect(result.gaps.filter(({ severity }) => !ordered(severity))).toEqual([])
    const wrong = result.ranking.filter(({ factors, ...option }) => {
      const { effect, reach, potential, need, adjustments } = factors
      return ![option.priority, option.impact, option.feasibility, effect, reach, potential, need, ...Object.values(adjustments)].every(
        ordered,
      )
    })
    expect(wrong).toEqual([])
    expect(recommendationSchema().parse(result)).toEqual(result)
  })

  test.prop([anyProfile], runs(60))('holds every option once: ranked or excluded', (profile) => {
    const { ranking, excluded } = recommended(profile)
    expect([...ranking, ...excluded].map(({ id }) => id).sort()).toEqual([...menus.optionById.keys()].sort())
  })
})

describe('More of a gap never lowers a score', () => {
  /** The options with a corner of the priority that is lower than it was. */
  const lowered = (before: ReadonlyMap<string, RankedOption>, after: ReadonlyMap<string, RankedOption>): string[] =>
    [...after].flatMap(([id, { priority }]) => {
      const was = before.get(id)!.priority
      return priority.low < was.low || priority.best < was.best || priority.high < was.high ? [id] : []
    })
  const gapIds = data.gaps.map(({ id }) => id)

  test.prop([anyProfile, fc.constantFrom(...gapIds), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })], runs(80))(
    'when the coalition states a higher severity',
    (profile, gap, a, b) => {
      const at = (severity: number) =>
        new Map(recommended({ ...profile, gaps: { ...profile.gaps, [gap]: severity / 100 } }).ranking.map((option) => [option.id, option]))
      const lower = at(Math.min(a, b))
      expect(lowered(lower, at(Math.max(a, b)))).toEqual([])
    },
  )

  // Indicators that no gate or rule reads: the facts are held while the severity moves.
  const read = new Set([...menus.gates, ...menus.rules].flatMap(({ facts }) => facts))
  const unread = givenIndicators.filter(({ id, gap }) => gap !== undefined && !read.has(id))

  test.prop(
    [
      anyProfile,
      fc
        .constantFrom(...unread)
        .chain((indicator) => fc.tuple(fc.constant(indicator), indicatorValue(indicator), indicatorValue(indicator))),
    ],
    runs(80),
  )('when an indicator is measured as worse', (profile, [indicator, a, b]) => {
    const worse = (x: number, y: number): number => (x - y) * (indicator.worst! - indicator.met!)
    const [mild, severe] = worse(a, b) > 0 ? [b, a] : [a, b]
    const at = (value: number) =>
      new Map(
        recommended({ ...profile, indicators: { ...profile.indicators, [indicator.id]: value } }).ranking.map((option) => [
          option.id,
          option,
        ]),
      )
    const lower = at(mild)
    expect(lowered(lower, at(severe))).toEqual([])
  })
})

describe('An added option', () => {
  const venues = data.settings.venues.map(({ id }) => id)
  const places = fc.record({
    strategy: fc.integer({ min: 0, max: 20 }),
    sector: fc.constantFrom(...data.settings.sectors.map(({ id }) => id)),
    venue: fc.constantFrom(...venues),
    reach: fc.integer({ min: 0, max: 10 }),
  })

  test.prop([anyProfile, places], runs(60))(
    'never changes the score of another one, nor their order',
    (profile, { strategy: index, sector, venue, reach }) => {
      let added = ''
      const more = changedMenus((changed) => {
        const strategy = changed.menus.flatMap(({ strategies }) => strategies)[index]!
        added = `${strategy.id}@${sector}@${venue}`
        if (menus.optionById.has(added)) return
        strategy.options.unshift({ sector, venue, reach: reach / 10, why: 'a test', medications: [], populations: [] })
      })
      const before = recommended(profile)
      const after = recommend(profile as CommunityProfile<never>, { menus: more })
      const others = after.ranking.filter(({ id }) => id !== added || menus.optionById.has(added))
      expect(others.map(({ id }) => id)).toEqual(before.ranking.map(({ id }) => id))
      expect(others.map(({ priority, impact, feasibility }) => ({ priority, impact, feasibility }))).toEqual(before.ranking.map(numbers))
    },
  )
})

describe('A fact that becomes known', () => {
  /** Which of an option's numbers lie outside what they were while the fact was not known. */
  const outside = (known: RankedOption, before: RankedOption | undefined): string[] =>
    (['priority', 'impact', 'feasibility'] as const).flatMap((key) =>
      before && (known[key].low < before[key].low || known[key].high > before[key].high)
        ? [`${known.id}: ${key} ${JSON.stringify(known[key])} was ${JSON.stringify(before[key])}`]
        : [],
    )
  // One of several alternatives may take the place of another: it is not a resolution of the same unknown.
  const alone = givenIndicators.filter(
    ({ id, insteadOf }) => insteadOf.length === 0 && !givenIndicators.some((other) => other.insteadOf.includes(id)),
  )
  // The same holds for a fact that one of several alternatives is computed from: a part-time service corrects the yes that was given before.
  const factsAlone = data.facts.filter(
    ({ id }) => !data.indicators.some(({ from, insteadOf }) => from?.fact === id && insteadOf.length > 0),
  )
  const resolution = fc.oneof(
    fc
      .constantFrom(...alone)
      .chain((indicator) => fc.tuple(fc.constant('indicators' as const), fc.constant(indicator.id), indicatorValue(indicator))),
    fc.constantFrom(...factsAlone).chain((fact) => fc.tuple(fc.constant('context' as const), fc.constant(fact.id), factValue(fact))),
    fc.constantFrom(...data.gaps).chain((gap) =>
      fc.tuple(
        fc.constant('gaps' as const),
        fc.constant(gap.id),
        fc.integer({ min: 0, max: 100 }).map((part) => part / 100),
      ),
    ),
  )

  test.prop([anyProfile, resolution], runs(250))(
    'keeps low, best and high of every option that stays ranked inside what they were',
    (profile, [place, id, value]) => {
      const { [id]: _, ...others } = (profile[place] ?? {}) as Record<string, unknown>
      // A stated severity speaks for what is not measured: a measured value is not a resolution of it.
      const { gaps, ...unstated } = profile
      const base = place === 'gaps' ? profile : unstated
      const unknown = new Map(recommended({ ...base, [place]: others }).ranking.map((option) => [option.id, option]))
      const after = recommended({ ...base, [place]: { ...others, [id]: value } }).ranking
      expect(after.flatMap((known) => outside(known, unknown.get(known.id)))).toEqual([])
    },
  )

  test.prop([anyProfile, fc.infiniteStream(fc.nat()).map((stream) => randomFrom(stream.next().value as number))], runs(40))(
    'and all of them together keep it too',
    (profile, random) => {
      const { gaps, ...known } = profile
      const before = new Map(recommended(known).ranking.map((option) => [option.id, option]))
      const indicators = Object.fromEntries(alone.map(({ id, range }) => [id, range.min + Math.round((range.max - range.min) * random())]))
      const context = Object.fromEntries(
        factsAlone.map(({ id, type, values, range }) => [
          id,
          type === 'boolean'
            ? random() < 0.5
            : type === 'choice'
              ? values![Math.floor(random() * values!.length)]
              : random() < 0.5
                ? (range?.min ?? 0)
                : (range?.max ?? 1),
        ]),
      )
      const held = Object.fromEntries(Object.entries(known.indicators ?? {}).filter(([, value]) => value !== 'suppressed'))
      const all = { ...known, indicators: { ...indicators, ...held }, context: { ...context, ...known.context } } as CommunityProfile
      expect(recommended(all).ranking.flatMap((option) => outside(option, before.get(option.id)))).toEqual([])
    },
  )
})

describe('Dominance', () => {
  test.prop([anyProfile], runs(60))(
    'an option that is at least as good in need, potential and feasibility, and as much moved by rules, never ranks behind',
    (profile) => {
      const { ranking } = recommended(profile)
      const answers = ({ factors, feasibility }: RankedOption): number[] => [
        factors.need.best,
        factors.potential.best,
        feasibility.best,
        factors.adjustments.impact.best,
      ]
      const all = ranking.map((option) => ({ priority: option.priority.best, answers: answers(option) }))
      const wrong = all.flatMap((better, index) =>
        all
          .slice(0, index)
          .filter((ahead) => ahead.priority > better.priority && better.answers.every((answer, part) => answer >= ahead.answers[part]!)),
      )
      expect(wrong).toEqual([])
    },
  )

  test.prop([anyProfile], runs(60))('a higher effect and reach at the same need never give a lower impact', (profile) => {
    const { ranking } = recommended(profile)
    const wrong = ranking.flatMap((a) =>
      ranking.filter(
        (b) =>
          a.factors.need.best === b.factors.need.best &&
          a.factors.adjustments.impact.best === b.factors.adjustments.impact.best &&
          a.factors.effect.best >= b.factors.effect.best &&
          a.factors.reach.best >= b.factors.reach.best &&
          a.impact.best < b.impact.best,
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('The plan', () => {
  /** Counts the trial's requirements anew from the ids alone. */
  function isMet(id: string, { plan, ranking }: Recommendation, profile: CommunityProfile): boolean {
    const chosen = plan.selections.map((selection) => ({ ...selection, ...ranking.find((option) => option.id === selection.id)! }))
    const strategies = (holds: (option: (typeof chosen)[number]) => boolean): number =>
      new Set(chosen.filter(holds).map(({ strategy }) => strategy)).size
    const [kind, ...rest] = id.split('-')
    const named = rest.join('-')
    if (id === 'r1-five-strategies') return strategies(() => true) >= 5
    if (id === 'r2-one-oend') return strategies(({ menu }) => menu === 'oend') >= 1
    if (id === 'r2-three-moud') return strategies(({ menu }) => menu === 'moud') >= 3
    if (id === 'r2-one-safer-prescribing') return strategies(({ menu }) => menu === 'safer-prescribing') >= 1
    if (kind === 'r3' || kind === 'r4' || kind === 'r5') return strategies(({ section }) => section === named) >= 1
    if (kind === 'r6') return chosen.some(({ menu, populations }) => menu === named.replace('population-', '') && populations.length > 0)
    if (kind === 'r7') return chosen.some(({ sector }) => sector === named)
    if (kind === 'goal')
      return chosen.some(({ strategy }) =>
        menus.strategies.get(strategy)!.addresses.some(({ gap, weight }) => gap === named && weight >= 0.5),
      )
    if (kind === 'population')
      return chosen.some(({ menu, populations }) => menu !== 'safer-prescribing' && (populations as string[]).includes(named))
    throw new Error(`What is ${id} of ${profile.name}?`)
  }

  test.prop([anyProfile, fc.integer({ min: 1, max: 12 })], runs(100))(
    'a requirement is marked met where it is met, and only there; complete is all of them, with five strategies or more',
    (profile, size) => {
      const result = recommended(profile, { size })
      const { plan } = result
      for (const { id, met } of plan.requirements) expect(isMet(id, result, profile), id).toBe(met)
      expect(plan.complete).toBe(plan.requirements.every(({ met }) => met))
      const strategies = plan.selections.map(({ id }) => id.split('@')[0]!)
      if (plan.complete) expect(new Set(strategies).size).toBeGreaterThanOrEqual(5)
      for (const strategy of strategies) expect(strategies.filter((other) => other === strategy).length).toBeLessThanOrEqual(2)
      expect(plan.total).toBeCloseTo(
        plan.selections.reduce((sum, { expected }) => sum + expected, 0),
        3,
      )
      for (const { metBy } of plan.requirements)
        for (const id of metBy) expect(plan.selections.map((selection) => selection.id)).toContain(id)
    },
  )
})

describe('The printed factors', () => {
  // Written anew from the documented formulas, with plain decimal rounding.
  const rounded = (value: number): number => Number((Math.round((value + 1e-11) * 1e4) / 1e4).toFixed(4))
  const held = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
  const anyWeights = fc.constantFrom(
    { impact: 2 / 3, feasibility: 1 / 3 },
    { impact: 0.5, feasibility: 0.5 },
    { impact: 0.8, feasibility: 0.2 },
  )

  test.prop([anyProfile, anyWeights], runs(80))(
    'reproduce the printed score exactly, from potential and from effect and reach alike',
    (profile, weights) => {
      const { ranking, gaps, weights: used } = recommended(profile, { weights })
      expect(used).toEqual(weights)
      for (const { id, factors, impact, feasibility, priority, quadrant } of ranking) {
        const { effect, reach, potential, need, adjustments, ratings, defaultFeasibility } = factors
        const addresses = menus.strategies.get(id.split('@')[0]!)!.addresses
        for (const corner of ['low', 'best', 'high'] as const) {
          const worst = Math.max(...addresses.map(({ gap, weight }) => gaps.find((each) => each.gap === gap)!.severity[corner] * weight))
          const impactFrom = (works: number): number =>
            rounded(held(Math.sqrt(need[corner] * works) * (1 + adjustments.impact[corner]), 0, 1))
          const fallback = held(rounded(defaultFeasibility[corner] + adjustments.feasibility[corner]), 0.05, 1)
          const part = (rating: number | null): number => (rating === null ? fallback : (rating - 1) / 4)
          const printed = [need[corner], reach[corner], impact[corner], impact[corner], feasibility[corner], priority[corner]]
          const recomputed = [
            rounded(Math.max(0.05, Math.min(worst, factors.room))),
            rounded(held(rounded(factors.listedReach + adjustments.reach[corner]), 0.05, 1) * factors.atRiskShare[corner]),
            impactFrom(potential[corner]),
            impactFrom(Math.sqrt(effect[corner] * reach[corner])),
            rounded(
              held(
                0.5 * part(ratings.feasibility) + 0.3 * part(ratings.readiness) + 0.2 * part(ratings.desirability) - factors.delay[corner],
                0.05,
                1,
              ),
            ),
            rounded(100 * impact[corner] ** used.impact * feasibility[corner] ** used.feasibility),
          ]
          // Compared as text first: half a million assertions would take half a minute.
          if (printed.join() !== recomputed.join()) expect(recomputed, `${id} ${corner}`).toEqual(printed)
        }
        // What is not open cannot be done now.
        const now = factors.delay.best > 0 ? 'build-toward' : 'do-now'
        const column = feasibility.best >= 0.5 ? [now, 'easy-but-small'] : ['build-toward', 'not-now']
        if (quadrant !== column[impact.best >= 0.5 ? 0 : 1]) expect(quadrant, id).toBe(column[impact.best >= 0.5 ? 0 : 1])
      }
      expect(ranking.length).toBeGreaterThan(0)
    },
  )

  test.prop([anyProfile], runs(20))('stand in the sentences as they are shown: priority, impact and feasibility', (profile) => {
    const decision = decide(profile)
    const names = namesOf(menus)
    for (const option of decision.ranking) {
      const { id, priority, impact, feasibility } = option
      const text = wordsOf(option, decision, names, english).reasons.join('\n')
      for (const number of [shown(priority.best, 1), shown(impact.best, 2), shown(feasibility.best, 2)])
        if (!text.includes(number)) expect(text, id).toContain(number)
    }
  })
})

describe('The same bytes', () => {
  test('are not those of another order of keys, or of another value', () => {
    expect(isSameJson({ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] })).toBe(true)
    for (const other of [{ a: [1, { b: 'y' }] }, { a: [{ b: 'x' }, 1] }, { a: [1, { b: 'x', c: null }] }, { a: { 0: 1, 1: { b: 'x' } } }])
      expect(isSameJson({ a: [1, { b: 'x' }] }, other)).toBe(false)
    expect(isSameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false)
  })

  test.prop([anyProfile], runs(40))('come out of a second run', (profile) => {
    expect(JSON.stringify(recommended(profile))).toBe(JSON.stringify(recommended(structuredClone(profile))))
  })

  test.prop([anyProfile], runs(40))('come out whatever the order of the keys of the profile', (profile) => {
    expect(JSON.stringify(recommended(turnKeys(profile)))).toBe(JSON.stringify(recommended(profile)))
  })

  test.prop([anyProfile], runs(40))('come out when the profile and the options are frozen: nothing is changed', (profile) => {
    const options = {
      size: 7,
      include: ['disposal-programs' as const],
      exclude: ['naloxone-hotspots' as const],
      weights: { impact: 0.6, feasibility: 0.4 },
    }
    const plain = JSON.stringify(recommended(profile, options))
    expect(JSON.stringify(recommended(deepFreeze(structuredClone(profile)), deepFreeze(options)))).toBe(plain)
  })

  const withOrder = (seed: number): Menus => {
    const random = randomFrom(seed)
    const { gates, rules, ...rest } = data
    return compileMenus(turnKeys({ ...rest, gates: shuffled(gates, random), rules: shuffled(rules, random) }))
  }
  const reordered = [1, 2, 3].map(withOrder)

  test.prop([anyProfile], runs(40))('come out whatever the order of the gates, of the rules, and of the keys of the menus', (profile) => {
    const plain = JSON.stringify(recommended(profile))
    for (const other of reordered) expect(JSON.stringify(recommend(profile as CommunityProfile<never>, { menus: other }))).toBe(plain)
  })

  test('the order of the rows of the menus changes no score, no plan and no requirement', () => {
    const random = randomFrom(7)
    const other = compileMenus({
      ...data,
      menus: data.menus.map((menu) => ({
        ...menu,
        strategies: shuffled(menu.strategies, random).map((strategy) => ({
          ...strategy,
          options: shuffled(strategy.options, random),
        })),
      })),
      gaps: shuffled(data.gaps, random),
      facts: shuffled(data.facts, random),
    } as MenuData)
    for (const profile of fc.sample(anyProfile, { seed: 7, numRuns: 40 })) {
      const plain = recommended(profile)
      const turned = recommend(profile as CommunityProfile<never>, { menus: other }) as unknown as Recommendation
      expect(turned.ranking).toEqual(plain.ranking)
      expect(turned.plan).toEqual(plain.plan)
      expect(turned.excluded).toEqual(plain.excluded)
      const byGap = (result: Recommendation) => [...result.gaps].sort((a, b) => (a.gap < b.gap ? -1 : 1))
      expect(byGap(turned)).toEqual(byGap(plain))
    }
  })
})
