import { describe, expect, test } from 'vitest'
import type { DataGap, Note } from '../src/decide/decision.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { recommend } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { say } from '../src/words/language.js'
import { namesOf } from '../src/words/names.js'
import { wordsOf } from '../src/words/plan.js'
import { reasonsOf } from '../src/words/reason.js'
import { plain } from '../src/words/rich.js'
import { changedMenus } from './fixtures/menus.js'
import { recommended } from './fixtures/profiles.js'

const notesOf = (profile: object) => recommended({ name: 'X', ...profile }).notes
const only = (code: Note['code'], profile: object) => notesOf(profile).filter((note) => note.code === code)

describe('The notes of a result', () => {
  test('say once that options without a landscape entry count as not begun', () => {
    expect(only('not-staged', {})).toEqual([
      {
        code: 'not-staged',
        options: 152,
        of: 152,
        text: '152 of 152 options have no entry in the landscape and count as not begun.',
      },
    ])
    expect(only('not-staged', { landscape: [{ strategy: 'first-responder-naloxone', stage: 'pilot' }] })).toMatchObject([
      { options: 148, of: 152 },
    ])
  })

  test('name a contradiction between what runs and what a gate says', () => {
    const landscape = [{ strategy: 'active-oend-at-risk', venue: 'syringe-service-programs', stage: 'partial' }]
    const contradictions = (profile: object) => only('contradiction', profile)
    const note = {
      code: 'contradiction',
      entry: 0,
      strategy: 'active-oend-at-risk',
      sector: null,
      venue: 'syringe-service-programs',
      stage: 'partial',
      facts: ['ssp-present'],
      gate: null,
    }
    expect(contradictions({ context: { 'ssp-present': false }, landscape })).toEqual([
      {
        ...note,
        text: 'Contradiction: entry 1 of the landscape says that Active OEND for at-risk individuals (syringe service programs) is in part of the community, but “syringe service in the community” is answered with no. Correct one of them.',
      },
    ])
    expect(contradictions({ context: { 'ssp-present': { value: false, year: 2025 }, 'ssp-planned': true }, landscape })).toMatchObject([
      note,
    ])
    expect(contradictions({ context: { 'ssp-planned': false }, landscape })).toEqual([])
    expect(contradictions({ context: { 'ssp-present': true }, landscape })).toEqual([])
    expect(contradictions({ landscape })).toEqual([])
    expect(contradictions({ context: { 'ssp-present': false }, landscape: [{ ...landscape[0], stage: 'planned' }] })).toEqual([])
  })

  test('name a contradiction with a law', () => {
    const landscape = [{ strategy: 'moud-telemedicine', venue: 'hotline', stage: 'at-scale' }]
    expect(only('contradiction', { context: { 'state-allows-tele-buprenorphine': false }, landscape })).toMatchObject([
      {
        code: 'contradiction',
        entry: 0,
        strategy: 'moud-telemedicine',
        venue: 'hotline',
        stage: 'at-scale',
        facts: ['state-allows-tele-buprenorphine'],
        gate: 'legal-tele-buprenorphine',
        text: expect.stringMatching(
          /^Contradiction: entry 1 of the landscape .* is at scale, but the answer to .* excludes it \(.*\)\. Correct/,
        ),
      },
    ])
  })

  test('say which law is out of date on the day of the profile, and say nothing before', () => {
    const gate = builtInMenus().gates.find(({ recheckBy }) => recheckBy !== undefined)!
    expect(gate.recheckBy).toBe('2026-12-31')
    const dated = (profile: object) => [...only('out-of-date', profile), ...only('no-date', profile)]
    expect(dated({ asOf: '2026-12-31' })).toEqual([])
    const recheck = { id: gate.id, recheckBy: '2026-12-31' }
    expect(dated({ asOf: '2027-01-01' })).toEqual([
      {
        code: 'out-of-date',
        asOf: '2027-01-01',
        rechecks: [recheck],
        text: `Out of date on 2027-01-01: check the law before acting. ${gate.because} (Check by 2026-12-31.)`,
      },
    ])
    expect(dated({})).toMatchObject([
      { code: 'no-date', rechecks: [recheck], text: expect.stringContaining('The profile gives no date (asOf)') },
    ])
  })

  test('a rule whose time has passed still counts: nothing reads the clock', () => {
    const scores = (asOf: string) => recommend({ name: 'X', asOf }).ranking.map(({ id, priority }) => [id, priority])
    expect(scores('1999-01-01')).toEqual(scores('2099-01-01'))
  })

  test("hold the profile's own remarks and what is weak in the data", () => {
    const { limits } = builtInMenus().data.set
    expect(limits.length).toBeGreaterThan(0)
    const { notes: said } = recommend({ name: 'X', notes: ['Drive times are uncertain here.'] })
    expect(said).toEqual(
      expect.arrayContaining([
        { code: 'own', text: 'Drive times are uncertain here.' },
        ...limits.map((text, limit) => ({ code: 'limit', limit, text })),
      ]),
    )
  })

  test('never promise deaths averted or that a strategy will work', () => {
    const result = recommend({ name: 'X', indicators: { 'overdose-death-rate': 60 } })
    const names = namesOf(builtInMenus())
    const everyOption = result.ranking.map((option) => wordsOf(option, result, names, english))
    const everyGap = result.gaps.flatMap(({ gap, notes: said }) => [
      names.gap(gap),
      ...said.map((note) => say(english.gapNote, note, names)),
    ])
    const everyQuestion = result.dataGaps.map((gap) => [english.question(gap.fact, names), english.settles(gap, names)])
    const words = JSON.stringify([result, everyOption, everyGap, everyQuestion]).toLowerCase()
    expect(everyOption.every(({ reasons }) => reasons.length > 0)).toBe(true)
    expect(words.replaceAll('no forecast of deaths averted', '')).not.toContain('deaths averted')
    expect(words).not.toMatch(/will work|lives saved|would prevent \d|averts? \d/)
  })
})

describe('Data gaps', () => {
  const names = namesOf(builtInMenus())
  const said = (gap: DataGap): string => plain(english.settles(gap, names), names)
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
    expect(gap.settles.gaps).toContain('moud-retention')
    expect(said(gap)).toContain('It would settle the gap “')
    const jail = gapsOf({}).find(({ fact }) => fact === 'jail-present')!
    expect(jail.settles.gates).toContain('partner-jail')
    expect(said(jail)).toMatch(/It would settle .*\d+ conditions? for options to be possible/)
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
    expect(said(suppressed)).toContain('withheld')
  })

  test('are in the order of what an answer would bring, then of what they touch in the plan, then of how far they move a priority', () => {
    const gaps = gapsOf({})
    for (const [index, gap] of gaps.slice(1).entries()) {
      const before = gaps[index]!
      const order = before.gain - gap.gain || before.planned - gap.planned || before.swing - gap.swing
      expect(order).toBeGreaterThanOrEqual(0)
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
  const menus = builtInMenus()
  const names = namesOf(menus)

  test('a value of the whole state and a stand-in are said to be so, with the year, in the gap and in the reasons', () => {
    const result = recommend({ name: 'X', indicators: { 'naloxone-rx-per-100-people-state': { value: 0.4, year: 2023 } } })
    const gap = result.gaps.find((each) => each.gap === 'naloxone-supply')!
    expect(gap.notes).toEqual([{ code: 'state-value', indicator: 'naloxone-rx-per-100-people-state', year: 2023 }])
    const driven = result.ranking.find(({ factors }) => factors.gap === 'naloxone-supply')!
    expect(reasonsOf(driven, result, menus)[0]).toEqual({ code: 'gap', ...gap })
    expect(wordsOf(driven, result, names, english).reasons[0]).toContain(
      '(2023) is one value for the whole state, the same for all of its counties.',
    )
  })

  test('the year of a law is said with the rule that it fires', () => {
    const result = recommend({ name: 'X', context: { 'state-medicaid-expansion': { value: 0, year: 2024, source: 'KFF 2024' } } })
    const moved = result.ranking.find(({ strategy }) => strategy === 'co-occurring-integration')!
    expect(reasonsOf(moved, result, menus)).toContainEqual(
      expect.objectContaining({
        code: 'rule',
        rule: 'no-medicaid-expansion',
        facts: [expect.objectContaining({ known: expect.objectContaining({ value: 0, year: 2024, source: 'KFF 2024' }) })],
      }),
    )
    expect(wordsOf(moved, result, names, english).reasons.join('\n')).toMatch(
      /Because of what is known here \(.*: 0 \(law as of 2024, KFF 2024\)\), a rule /,
    )
  })
})

test('a menu without limits gives none', () => {
  const menus = changedMenus((data) => {
    data.set.limits = []
  })
  const { limits } = builtInMenus().data.set
  const { notes: said } = recommend({ name: 'X' }, { menus })
  expect(said.filter(({ code }) => code === 'limit')).toEqual([])
  for (const limit of limits) expect(JSON.stringify(said)).not.toContain(limit)
})
