import { describe, expect, test } from 'vitest'
import { recommend } from '../src/recommend.js'
import { type SmallStrategy, smallMenus } from './fixtures/menus.js'

const order = (strategies: readonly SmallStrategy[], gaps: Record<string, number> = { supply: 0.9 }) =>
  recommend({ name: 'X', gaps }, { menus: smallMenus({ strategies }) }).ranking.map(({ id }) => id)

describe('The ranking', () => {
  test('is by priority', () => {
    const strategies = [
      { id: 'small', options: { 'north@clinic': 0.2 } },
      { id: 'large', options: { 'north@clinic': 0.6 } },
    ]
    expect(order(strategies)).toEqual(['large@north@clinic', 'small@north@clinic'])
  })

  test('then by impact', () => {
    // All answers 0.5 and 0.125 against 0.25 and 0.5: the same product of impact² and feasibility
    const menus = smallMenus({
      strategies: [
        { id: 'easy', options: { 'north@clinic': 0.25 }, effect: { low: 0.25, best: 0.25, high: 0.25 }, score: 5 },
        { id: 'strong', options: { 'north@clinic': 1 }, effect: { low: 0.25, best: 0.25, high: 0.25 }, score: 3 },
      ],
    })
    const { ranking } = recommend({ name: 'X', gaps: { supply: 1 } }, { menus, weights: { impact: 0, feasibility: 1 } })
    expect(ranking.map(({ feasibility }) => feasibility.best)).toEqual([0.95, 0.5])
    const rated = recommend(
      { name: 'X', gaps: { supply: 1 }, ratings: [{ strategy: 'easy', feasibility: 3, readiness: 3, desirability: 3 }] },
      { menus, weights: { impact: 0, feasibility: 1 } },
    )
    expect(rated.ranking.map(({ id, priority, impact }) => [id, priority.best, impact.best > 0.5])).toEqual([
      ['strong@north@clinic', 50, true],
      ['easy@north@clinic', 50, false],
    ])
  })

  test('then by need', () => {
    // need 0.4 × potential 0.8 = need 0.8 × potential 0.4
    const strategies = [
      {
        id: 'a',
        options: { 'north@clinic': 0.8 },
        effect: { low: 0.8, best: 0.8, high: 0.8 },
        addresses: [{ gap: 'supply', weight: 0.5 }],
      },
      { id: 'b', options: { 'north@clinic': 0.4 }, effect: { low: 0.4, best: 0.4, high: 0.4 } },
    ]
    expect(order(strategies, { supply: 0.8 })).toEqual(['b@north@clinic', 'a@north@clinic'])
  })

  test('then by certainty of the evidence, the surer first', () => {
    const strategies = (['very-low', 'moderate', 'low', 'high'] as const).map((certainty) => ({
      id: certainty,
      options: { 'north@clinic': 0.4 },
      certainty,
    }))
    expect(order(strategies)).toEqual(['high@north@clinic', 'moderate@north@clinic', 'low@north@clinic', 'very-low@north@clinic'])
  })

  test('then by id', () => {
    const strategies: SmallStrategy[] = [
      { id: 'b', options: { 'north@clinic': 0.4 } },
      { id: 'a', options: { 'south@shop': 0.4, 'north@shop': 0.4, 'north@jail': 0.4 } },
    ]
    expect(order(strategies)).toEqual(['a@north@jail', 'a@north@shop', 'a@south@shop', 'b@north@clinic'])
  })

  test('counts its ranks from 1', () => {
    const { ranking } = recommend({ name: 'X' })
    expect(ranking.map(({ rank }) => rank)).toEqual(Array.from({ length: 152 }, (_, index) => index + 1))
  })

  test('says when low..high crosses a line between quadrants', () => {
    const menus = smallMenus({ strategies: [{ id: 'kits', options: { 'north@clinic': 0.4 }, effect: { low: 0.1, best: 0.7, high: 0.7 } }] })
    expect(recommend({ name: 'X', gaps: { supply: 0.9 } }, { menus }).ranking[0]).toMatchObject({ quadrant: 'do-now', unsettled: true })
  })
})

describe('The gap that drives a need', () => {
  const menus = smallMenus({
    strategies: [
      {
        id: 'kits',
        options: { 'north@clinic': 0.4 },
        addresses: [
          { gap: 'supply', weight: 1 },
          { gap: 'distance', weight: 0.5 },
        ],
      },
    ],
  })
  const driven = (gaps: Record<string, number>) => recommend({ name: 'X', gaps }, { menus }).ranking[0]!.factors

  test('is the one whose weighted severity is worst', () => {
    expect(driven({ supply: 0.4, distance: 0.7 })).toMatchObject({ gap: 'supply', gapWeight: 1, need: { best: 0.4 } })
    expect(driven({ supply: 0.3, distance: 0.7 })).toMatchObject({ gap: 'distance', gapWeight: 0.5, need: { best: 0.35 } })
  })

  test('is of two that are as bad the one whose id comes first', () => {
    // supply 0.3 × 1 = distance 0.6 × 0.5
    expect(driven({ supply: 0.3, distance: 0.6 })).toMatchObject({ gap: 'distance', gapWeight: 0.5, need: { best: 0.3 } })
  })

  test('is taken anew at each corner', () => {
    // supply is known as 0.3; distance is not, and reaches 0.5 at most
    expect(driven({ supply: 0.3 })).toMatchObject({ gap: 'supply', need: { low: 0.3, best: 0.3, high: 0.5 } })
  })
})
