import { describe, expect, test } from 'vitest'
import { builtInMenus } from '../src/menus/built-in.js'
import { recommend } from '../src/recommend.js'
import { changedMenus } from './fixtures/menus.js'
import { recommended } from './fixtures/profiles.js'

const notes = (profile: object): string => recommended({ name: 'X', ...profile }).notes.join('\n')

describe('The notes of a result', () => {
  test('say once that options without a landscape entry count as not begun', () => {
    expect(notes({})).toContain('152 of 152 options have no landscape entry and count as not begun.')
    expect(notes({ landscape: [{ strategy: 'first-responder-naloxone', stage: 'pilot' }] })).toContain('148 of 152 options')
  })

  test('name a contradiction between what runs and what a gate says', () => {
    const landscape = [{ strategy: 'active-oend-at-risk', venue: 'syringe-service-programs', stage: 'partial' }]
    const said = notes({ context: { 'ssp-present': false }, landscape })
    expect(said).toContain(
      "Contradiction: landscape[0] says that active-oend-at-risk@syringe-service-programs is at stage 'partial', while 'ssp-present' is no. Correct one of them.",
    )
    expect(notes({ context: { 'ssp-present': { value: false, year: 2025 }, 'ssp-planned': true }, landscape })).toContain(
      "while 'ssp-present' is no",
    )
    expect(notes({ context: { 'ssp-planned': false }, landscape })).not.toContain('Contradiction')
    expect(notes({ context: { 'ssp-present': true }, landscape })).not.toContain('Contradiction')
    expect(notes({ landscape })).not.toContain('Contradiction')
    expect(notes({ context: { 'ssp-present': false }, landscape: [{ ...landscape[0], stage: 'planned' }] })).not.toContain('Contradiction')
  })

  test('name a contradiction with a law', () => {
    const landscape = [{ strategy: 'moud-telemedicine', venue: 'hotline', stage: 'at-scale' }]
    expect(notes({ context: { 'state-allows-tele-buprenorphine': false }, landscape })).toContain(
      "Contradiction: landscape[0] says that moud-telemedicine@hotline is at stage 'at-scale', while 'state-allows-tele-buprenorphine' exclude it ('legal-tele-buprenorphine'). Correct one of them.",
    )
  })

  test('say which law is out of date on the day of the profile, and say nothing before', () => {
    const { gate } = builtInMenus().gates.find(({ gate }) => gate.recheckBy !== undefined)!
    expect(gate.recheckBy).toBe('2026-12-31')
    expect(notes({ asOf: '2026-12-31' })).not.toContain('Out of date')
    expect(notes({ asOf: '2027-01-01' })).toContain(
      `Out of date on 2027-01-01: ${gate.id} was to be rechecked by 2026-12-31. Check the law before acting.`,
    )
    expect(notes({})).toContain('The profile gives no date (asOf)')
  })

  test('a rule whose time has passed still counts: nothing reads the clock', () => {
    const scores = (asOf: string) => recommend({ name: 'X', asOf }).ranking.map(({ id, priority }) => [id, priority])
    expect(scores('1999-01-01')).toEqual(scores('2099-01-01'))
  })

  test("hold the profile's own remarks and what is weak in the data", () => {
    const { limits } = builtInMenus().data.set
    expect(recommend({ name: 'X', notes: ['Drive times are uncertain here.'] }).notes).toEqual(
      expect.arrayContaining(['Drive times are uncertain here.', ...limits]),
    )
  })

  test('never promise deaths averted or that a strategy will work', () => {
    const { ranking, plan, notes: all, gaps, dataGaps } = recommend({ name: 'X', indicators: { 'overdose-death-rate': 60 } })
    const words = JSON.stringify([ranking, plan, all, gaps, dataGaps]).toLowerCase()
    expect(words.replaceAll('no forecast of deaths averted', '')).not.toContain('deaths averted')
    expect(words).not.toMatch(/will work|lives saved|would prevent \d|averts? \d/)
  })
})

describe('Data gaps', () => {
  const gapsOf = (profile: object) => recommended({ name: 'X', ...profile }).dataGaps

  test('name each fact that is not known, the strategies that it touches, and what it would settle', () => {
    const gap = gapsOf({}).find(({ fact }) => fact === 'retention-180d-pct-of-moud')!
    expect(gap).toMatchObject({ why: 'missing' })
    expect(gap.strategies).toEqual([
      'clinical-delivery-enhancement',
      'co-occurring-integration',
      'reduce-barriers',
      'retention-care-coordinators',
      'virtual-retention',
    ])
    expect(gap.text).toContain("the gap 'moud-retention'")
    const jail = gapsOf({}).find(({ fact }) => fact === 'jail-present')!
    expect(jail.text).toContain("the gate 'partner-jail'")
  })

  test('are gone once the fact is known, stated, or given by an alternative', () => {
    const named = (profile: object) => gapsOf(profile).map(({ fact }) => fact)
    expect(named({})).toContain('retention-180d-pct-of-moud')
    expect(named({ indicators: { 'retention-180d-pct-of-moud': 50 } })).not.toContain('retention-180d-pct-of-moud')
    expect(named({ indicators: { 'retention-180d-hedis-pod-pct': 30 } })).not.toContain('retention-180d-pct-of-moud')
    expect(named({ gaps: { 'moud-retention': 0.4 } })).not.toContain('retention-180d-pct-of-moud')
    expect(named({ context: { 'jail-present': true } })).not.toContain('jail-present')
  })

  test('tell a value that exists and is withheld from one that is missing', () => {
    const suppressed = gapsOf({ indicators: { 'retention-180d-pct-of-moud': 'suppressed' } }).find(
      ({ fact }) => fact === 'retention-180d-pct-of-moud',
    )!
    expect(suppressed.why).toBe('suppressed')
    expect(suppressed.text).toContain('withheld')
  })

  test('are in the order of what they touch in the plan, then of how far they move a priority', () => {
    const gaps = gapsOf({})
    for (const [index, gap] of gaps.slice(1).entries()) {
      const before = gaps[index]!
      expect(before.planned > gap.planned || (before.planned === gap.planned && before.swing >= gap.swing)).toBe(true)
    }
  })

  test('hold nothing where everything that is read is known', () => {
    const { data } = builtInMenus()
    const indicators = Object.fromEntries(data.indicators.filter(({ from }) => !from).map(({ id, range }) => [id, range.min]))
    const context = Object.fromEntries(
      data.facts.map(({ id, type, values, range }) => [id, type === 'boolean' ? true : type === 'choice' ? values![0] : (range?.min ?? 0)]),
    )
    expect(gapsOf({ indicators, context })).toEqual([])
  })
})

describe('Values that are not of the community itself', () => {
  test('a value of the whole state and a stand-in are said to be so, with the year, in the gap and in the reasons', () => {
    const result = recommend({ name: 'X', indicators: { 'naloxone-rx-per-100-people-state': { value: 0.4, year: 2023 } } })
    const said = 'is one value for the whole state: the same for all of its counties.'
    expect(result.gaps.find(({ gap }) => gap === 'naloxone-supply')!.notes.join(' ')).toContain(`(2023) ${said}`)
    expect(result.ranking.find(({ factors }) => factors.gap === 'naloxone-supply')!.reasons.join(' ')).toContain(said)
  })

  test('the year of a law is said with the rule that it fires', () => {
    const result = recommend({ name: 'X', context: { 'state-medicaid-expansion': { value: 0, year: 2024, source: 'KFF 2024' } } })
    expect(result.ranking.find(({ strategy }) => strategy === 'co-occurring-integration')!.reasons.join(' ')).toMatch(
      /Rule no-medicaid-expansion: .*2024/,
    )
  })
})

test('a menu without limits gives none', () => {
  const menus = changedMenus((data) => {
    data.set.limits = []
  })
  const { limits } = builtInMenus().data.set
  const said = recommend({ name: 'X' }, { menus }).notes
  for (const limit of limits) expect(said).not.toContain(limit)
})
