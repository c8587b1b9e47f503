import { describe, expect, test } from 'vitest'
import { assessGaps } from '../src/decide/gaps.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { recommend } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { namesOf } from '../src/words/names.js'
import { wordsOf } from '../src/words/plan.js'
import { smallIndicator, smallMenus } from './fixtures/menus.js'

const strategies = [{ id: 'kits', options: { 'north@clinic': 0.4 } }]
const menus = smallMenus({
  strategies,
  indicators: [
    smallIndicator({ id: 'kits-pct', weight: 0.6, insteadOf: ['kits-per-death'] }),
    smallIndicator({ id: 'kits-per-death', weight: 0.6, insteadOf: ['kits-pct'], met: 50, worst: 0 }),
    smallIndicator({ id: 'law', weight: 0.25, standsFor: 'the-state' }),
    smallIndicator({ id: 'shops', weight: 0.15, standsFor: 'something-else' }),
  ],
})
const supply = (profile: object) => assessGaps({ name: 'X', ...profile }, menus).find(({ gap }) => gap === 'supply')!

describe('The severity of a gap', () => {
  test('is the sum of its indicators by weight', () => {
    const gap = supply({ indicators: { 'kits-pct': 50, law: 100, shops: 0 } })
    // 0.6 × 0.5 + 0.25 × 1 + 0.15 × 0
    expect(gap).toMatchObject({ severity: { low: 0.55, best: 0.55, high: 0.55 }, basis: 'measured', measuredShare: 1 })
    expect(gap.indicators.map(({ id, value, weight }) => [id, value, weight])).toEqual([
      ['kits-pct', 50, 0.6],
      ['law', 100, 0.25],
      ['shops', 0, 0.15],
    ])
  })

  test('counts the share of a missing indicator as 0, 0.5, 1, and spreads its weight over nothing', () => {
    expect(supply({ indicators: { law: 0 } })).toMatchObject({
      severity: { low: 0, best: 0.375, high: 0.75 },
      basis: 'measured',
      measuredShare: 0.25,
    })
  })

  test('counts the share of a missing indicator as stated, without width, where the coalition states the gap', () => {
    const gap = supply({ indicators: { law: 0 }, gaps: { supply: 0.8 } })
    expect(gap).toMatchObject({ severity: { low: 0.6, best: 0.6, high: 0.6 }, basis: 'measured', measuredShare: 0.25 })
  })

  test('is what the coalition states where nothing is measured', () => {
    expect(supply({ gaps: { supply: 0.8 } })).toMatchObject({
      severity: { low: 0.8, best: 0.8, high: 0.8 },
      basis: 'stated',
      measuredShare: 0,
    })
  })

  test('is not known where nothing is measured or stated', () => {
    expect(supply({})).toMatchObject({ severity: { low: 0, best: 0.5, high: 1 }, basis: 'assumed', measuredShare: 0 })
  })

  test('that no indicator measures is what the coalition states, else not known', () => {
    const distance = (profile: object) => assessGaps({ name: 'X', ...profile }, menus).find(({ gap }) => gap === 'distance')!
    expect(distance({ gaps: { distance: 0.7 } })).toMatchObject({ severity: { low: 0.7, best: 0.7, high: 0.7 }, basis: 'stated' })
    expect(distance({})).toMatchObject({ severity: { low: 0, best: 0.5, high: 1 }, basis: 'assumed' })
  })

  test('takes a zero that is measured for a value, not for a missing one', () => {
    expect(supply({ indicators: { 'kits-pct': 0, law: 0, shops: 0 } })).toMatchObject({
      severity: { low: 0, best: 0, high: 0 },
      measuredShare: 1,
    })
    expect(supply({ gaps: { supply: 0 } })).toMatchObject({ severity: { low: 0, best: 0, high: 0 }, basis: 'stated' })
  })

  test('takes a suppressed value for a missing one', () => {
    expect(supply({ indicators: { 'kits-pct': 'suppressed' } })).toMatchObject({
      severity: { low: 0, best: 0.5, high: 1 },
      measuredShare: 0,
    })
    expect(supply({ indicators: { 'kits-pct': { value: 'suppressed', year: 2024 } } })).toMatchObject({
      severity: { low: 0, best: 0.5, high: 1 },
    })
  })

  test('takes the first of several alternatives that has a value', () => {
    expect(supply({ indicators: { 'kits-per-death': 25 } }).indicators[0]).toMatchObject({
      id: 'kits-per-death',
      value: 25,
      severity: { best: 0.5 },
      weight: 0.6,
    })
    expect(supply({ indicators: { 'kits-per-death': 25, 'kits-pct': 10 } }).indicators[0]).toMatchObject({
      id: 'kits-pct',
      value: 10,
      severity: { best: 0.1 },
    })
    expect(supply({ indicators: { 'kits-per-death': 25, 'kits-pct': 'suppressed' } }).indicators[0]).toMatchObject({ id: 'kits-per-death' })
  })

  test('keeps the year and the source of a value', () => {
    const gap = supply({ indicators: { law: { value: 50, year: 2022, source: 'OPTIC' } } })
    expect(gap.indicators[1]).toEqual({
      id: 'law',
      value: 50,
      year: 2022,
      source: 'OPTIC',
      severity: { low: 0.5, best: 0.5, high: 0.5 },
      weight: 0.25,
    })
  })

  test('says what holds for the whole state and what stands in for something else', () => {
    expect(supply({ indicators: { law: { value: 50, year: 2022 }, shops: 10 } }).notes).toEqual([
      { code: 'state-value', indicator: 'law', year: 2022 },
      { code: 'stand-in', indicator: 'shops', year: null },
    ])
    expect(supply({}).notes).toEqual([])
  })

  test('says so in the first reason of an option that it drives', () => {
    const result = recommend({ name: 'X', indicators: { law: { value: 50, year: 2022 }, shops: 10 } } as never, { menus })
    expect(wordsOf(result.ranking[0]!, result, namesOf(menus), english).reasons[0]).toMatch(
      / law \(2022\) is one value for the whole state, the same for all of its counties\. shops is used in place of what is not measured\.$/,
    )
  })
})

describe('The built-in gaps', () => {
  const builtIn = builtInMenus()

  test('are thirteen, each with shares that add up to 1', () => {
    expect(builtIn.gaps).toHaveLength(13)
    for (const { gap, shares } of builtIn.gaps)
      expect(
        shares.reduce((sum, { weight }) => sum + weight, 0),
        gap.id,
      ).toBeCloseTo(1, 10)
  })

  test.each([
    // none 0, pregnant-only 0.2, continuation-only 0.5, some-started 0.7, anyone-who-asks 1; it tells 0.6 of the gap
    { fact: 'jail-moud-level', value: 'none', gap: 'moud-in-custody', severity: { low: 0.6, best: 0.8, high: 1 } },
    { fact: 'jail-moud-level', value: 'pregnant-only', gap: 'moud-in-custody', severity: { low: 0.48, best: 0.68, high: 0.88 } },
    { fact: 'jail-moud-level', value: 'some-started', gap: 'moud-in-custody', severity: { low: 0.18, best: 0.38, high: 0.58 } },
    { fact: 'drop-box-coverage', value: 'take-back-days', gap: 'unused-opioid-disposal', severity: { low: 0.5, best: 0.5, high: 0.5 } },
    { fact: 'drop-box-coverage', value: 'one', gap: 'unused-opioid-disposal', severity: { low: 0, best: 0, high: 0 } },
    { fact: 'ssp-present', value: true, gap: 'naloxone-at-high-risk-venues', severity: { low: 0, best: 0.375, high: 0.75 } },
    { fact: 'state-pdmp-mandate', value: 0, gap: 'dispensing-safety', severity: { low: 0.15, best: 0.575, high: 1 } },
  ] as const)('the fact $fact = $value gives $gap a severity of $severity', ({ fact, value, gap, severity }) => {
    const found = recommend({ name: 'X', context: { [fact]: value } }).gaps.find((each) => each.gap === gap)!
    expect(found.severity).toEqual(severity)
    expect(found.basis).toBe('measured')
  })

  test('no burden (deaths, visits) is ever a gap', () => {
    const calm = recommend({ name: 'X', indicators: { 'overdose-death-rate': 0, 'nonfatal-overdose-ed-rate': 0 } })
    const hard = recommend({ name: 'X', indicators: { 'overdose-death-rate': 100, 'nonfatal-overdose-ed-rate': 900 } })
    expect(hard.gaps).toEqual(calm.gaps)
  })
})
