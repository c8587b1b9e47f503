import { describe, expect, test } from 'vitest'
import * as formulas from '../src/decide/formulas.js'
import { indicatorSeverity } from '../src/decide/gaps.js'
import { strategyFeasibility } from '../src/menus/compile.js'
import { round4 } from '../src/numbers.js'
import { recommend } from '../src/recommend.js'
import { smallIndicator, smallMenus } from './fixtures/menus.js'

describe('The worked example: effect 0.7, reach 0.4, severity 0.9, not begun, feasibility 0.5', () => {
  test('formula by formula', () => {
    const potential = formulas.potential(0.7, 0.4)
    const need = formulas.need(0.9, formulas.roomLeft['not-begun'])
    const impact = formulas.impact(need, potential)
    expect(round4(potential)).toBe(0.5292)
    expect(need).toBe(0.9)
    expect(impact).toBe(0.6901)
    expect(formulas.priority(impact, 0.5)).toBe(61.9819)
    expect(formulas.quadrant(impact, 0.5)).toBe('do-now')
  })

  test('through recommend', () => {
    const menus = smallMenus({
      strategies: [{ id: 'kits', options: { 'north@clinic': 0.4 } }],
      indicators: [smallIndicator({ id: 'missing-kits-pct' })],
    })
    const [option] = recommend({ name: 'X', indicators: { 'missing-kits-pct': 90 } }, { menus }).ranking
    expect(option).toMatchObject({
      id: 'kits@north@clinic',
      impact: { low: 0.6901, best: 0.6901, high: 0.6901 },
      feasibility: { low: 0.5, best: 0.5, high: 0.5 },
      priority: { low: 61.9819, best: 61.9819, high: 61.9819 },
      quadrant: 'do-now',
      unsettled: false,
      factors: { effect: { best: 0.7 }, reach: { best: 0.4 }, need: { best: 0.9 }, gap: 'supply', feasibilityBasis: 'default' },
    })
    expect(option!.factors.potential.best).toBeCloseTo(0.5292, 4)
  })
})

describe('round4 rounds to four decimals, halves up', () => {
  test.each([
    [0.00005, 0.0001],
    [0.00015, 0.0002],
    [0.00025, 0.0003],
    [0.00004999, 0],
    [0.12345, 0.1235],
    [0.12344999, 0.1234],
    // 1.00005 is a hair less than a half in binary
    [1.00005, 1.0001],
    [61.98185, 61.9819],
    [99.99995, 100],
    [0, 0],
    [1, 1],
  ])('%d becomes %d', (value, rounded) => {
    expect(round4(value)).toBe(rounded)
  })

  test('every half of four decimals between 0 and 1 goes up', () => {
    for (let n = 0; n < 10_000; n += 1) expect(round4(Number(`0.${String(n).padStart(4, '0')}5`))).toBe((n + 1) / 10_000)
  })
})

describe('Severity of an indicator', () => {
  test.each([
    { value: 41, met: 82, worst: 0, severity: 0.5, why: 'halfway, where more is better' },
    { value: 82, met: 82, worst: 0, severity: 0, why: 'at the benchmark' },
    { value: 90, met: 82, worst: 0, severity: 0, why: 'better than the benchmark' },
    { value: 0, met: 82, worst: 0, severity: 1, why: 'at the worst' },
    { value: 15, met: 5, worst: 25, severity: 0.5, why: 'halfway, where less is better' },
    { value: 30, met: 5, worst: 25, severity: 1, why: 'beyond the worst' },
    { value: 2, met: 5, worst: 25, severity: 0, why: 'better than the benchmark, where less is better' },
    { value: 1, met: 0, worst: 3, severity: 0.3333, why: 'a third, to four decimals' },
    { value: 2, met: 0, worst: 3, severity: 0.6667, why: 'two thirds, to four decimals' },
  ])('$value between $met (met) and $worst (worst) is $severity: $why', ({ value, met, worst, severity }) => {
    expect(indicatorSeverity(value, met, worst)).toBe(severity)
  })
})

describe('Need', () => {
  test.each([
    { stage: 'not-begun', need: 0.95 },
    { stage: 'planned', need: 0.9 },
    { stage: 'pilot', need: 0.75 },
    { stage: 'partial', need: 0.5 },
    { stage: 'at-scale', need: 0.2 },
    { stage: 'saturated', need: 0.05 },
  ] as const)('of a gap of 0.95 at stage $stage is $need', ({ stage, need }) => {
    expect(formulas.need(0.95, formulas.roomLeft[stage])).toBe(need)
  })

  test('is the smaller of severity and room, not their product', () => {
    expect(formulas.need(0.5, 0.5)).toBe(0.5)
    expect(formulas.need(0.3, 0.5)).toBe(0.3)
  })

  test('never falls under 0.05', () => {
    expect(formulas.need(0, 1)).toBe(0.05)
    expect(formulas.need(0.04, 1)).toBe(0.05)
  })
})

describe('Reach', () => {
  test.each([
    { listed: 0.4, by: 0, share: 1, reach: 0.4, why: 'as listed' },
    { listed: 0.4, by: -0.1, share: 1, reach: 0.3, why: 'lowered by a rule' },
    { listed: 0.1, by: -0.25, share: 1, reach: 0.05, why: 'never under 0.05' },
    { listed: 0.9, by: 0.25, share: 1, reach: 1, why: 'never over 1' },
    { listed: 0.4, by: 0.1, share: 0.3, reach: 0.15, why: 'among those of the strategy’s own group' },
    { listed: 0.05, by: -0.1, share: 0.05, reach: 0.0025, why: 'the floor comes before the share' },
    { listed: 0.7, by: 0.1, share: 1, reach: 0.8, why: 'a sum without binary noise' },
  ])('$listed moved by $by, of a group of $share, is $reach: $why', ({ listed, by, share, reach }) => {
    expect(formulas.reach(listed, by, share)).toBe(reach)
  })
})

describe('Impact', () => {
  test('is scaled by rules, held to 0..1', () => {
    expect(formulas.impact(0.9, 0.4)).toBe(0.6)
    expect(formulas.impact(0.9, 0.4, 0.1)).toBe(0.66)
    expect(formulas.impact(0.9, 0.4, -0.1)).toBe(0.54)
    expect(formulas.impact(0.04, 0.04, -0.25)).toBe(0.03)
    expect(formulas.impact(1, 0.9, 0.25)).toBe(1)
  })
})

describe('Feasibility', () => {
  const nobody = { feasibility: null, readiness: null, desirability: null }

  test.each([
    { rating: 1, share: 0 },
    { rating: 2, share: 0.25 },
    { rating: 3, share: 0.5 },
    { rating: 4, share: 0.75 },
    { rating: 5, share: 1 },
  ])('a rating of $rating is $share', ({ rating, share }) => {
    expect(formulas.fromRating(rating)).toBe(share)
  })

  test.each([
    { ratings: nobody, feasibility: 0.4, why: 'the default where nobody rated' },
    { ratings: { feasibility: 5, readiness: 3, desirability: 1 }, feasibility: 0.65, why: '0.5 × 1 + 0.3 × 0.5 + 0.2 × 0' },
    { ratings: { ...nobody, feasibility: 5 }, feasibility: 0.7, why: '0.5 × 1 + 0.3 × 0.4 + 0.2 × 0.4' },
    { ratings: { ...nobody, readiness: 1 }, feasibility: 0.28, why: '0.5 × 0.4 + 0 + 0.2 × 0.4' },
    { ratings: { ...nobody, desirability: 5 }, feasibility: 0.52, why: '0.5 × 0.4 + 0.3 × 0.4 + 0.2' },
    { ratings: { feasibility: 1, readiness: 1, desirability: 1 }, feasibility: 0.05, why: 'never under 0.05' },
    { ratings: { feasibility: 5, readiness: 5, desirability: 5 }, feasibility: 1, why: 'at most 1' },
  ])('with a default of 0.4 and ratings $ratings it is $feasibility: $why', ({ ratings, feasibility }) => {
    expect(formulas.feasibility(0.4, ratings)).toBe(feasibility)
  })

  test('a default is moved by rules and held to 0.05..1', () => {
    expect(formulas.movedDefault(0.95, 0.25)).toBe(1)
    expect(formulas.movedDefault(0.1, -0.25)).toBe(0.05)
    expect(formulas.movedDefault(0.7, 0.1)).toBe(0.8)
  })

  test.each([
    { scores: [3, 3, 3, 3, 3], value: 0.5 },
    { scores: [5, 5, 5, 5, 5], value: 1 },
    { scores: [1, 1, 1, 1, 1], value: 0 },
    { scores: [5, 5, 5, 5, 1], value: 0.6 },
    // (0.75 × 3.4 + 0.25 × 2 - 1) / 4 = 0.5125, to two decimals
    { scores: [4, 4, 4, 3, 2], value: 0.51 },
    // (0.75 × 2.8 + 0.25 × 2 - 1) / 4 = 0.4
    { scores: [2, 3, 3, 3, 3], value: 0.4 },
  ])('five parts of $scores give a default of $value: three quarters mean, one quarter weakest link', ({ scores, value }) => {
    const [regulatory, workforce, cost, timeToStart, partners] = scores.map((score) => ({
      score,
      why: 'a test',
      basis: 'judgement' as const,
      sources: [],
      organisations: [],
    }))
    expect(
      strategyFeasibility({ regulatory: regulatory!, workforce: workforce!, cost: cost!, timeToStart: timeToStart!, partners: partners! }),
    ).toBe(value)
  })
})

describe('Priority', () => {
  test('is by default the geometric mean of need, potential and feasibility', () => {
    // need 0.64, potential 0.36: impact is 0.48 exactly
    expect(formulas.impact(0.64, 0.36)).toBe(0.48)
    expect(formulas.priority(0.48, 0.5)).toBe(round4(100 * (0.64 * 0.36 * 0.5) ** (1 / 3)))
  })

  test.each([
    { impact: 1, feasibility: 1, priority: 100 },
    { impact: 0, feasibility: 1, priority: 0 },
    { impact: 0.5, feasibility: 0.5, priority: 50 },
    { impact: 0.125, feasibility: 1, priority: 25 },
    { impact: 1, feasibility: 0.125, priority: 50 },
  ])('of impact $impact and feasibility $feasibility is $priority', ({ impact, feasibility, priority }) => {
    expect(formulas.priority(impact, feasibility)).toBe(priority)
  })

  test('takes other weights', () => {
    expect(formulas.priority(0.25, 1, { impact: 0.5, feasibility: 0.5 })).toBe(50)
    expect(formulas.priority(0.25, 0.81, { impact: 0, feasibility: 1 })).toBe(81)
    expect(formulas.priority(0.25, 0.81, { impact: 1, feasibility: 0 })).toBe(25)
  })
})

describe('Quadrant, inclusive at 0.5 on both axes', () => {
  test.each([
    { impact: 0.5, feasibility: 0.5, quadrant: 'do-now' },
    { impact: 0.5, feasibility: 0.4999, quadrant: 'build-toward' },
    { impact: 0.4999, feasibility: 0.5, quadrant: 'easy-but-small' },
    { impact: 0.4999, feasibility: 0.4999, quadrant: 'not-now' },
    { impact: 1, feasibility: 1, quadrant: 'do-now' },
    { impact: 0, feasibility: 0.05, quadrant: 'not-now' },
  ])('impact $impact and feasibility $feasibility: $quadrant', ({ impact, feasibility, quadrant }) => {
    expect(formulas.quadrant(impact, feasibility)).toBe(quadrant)
  })
})
