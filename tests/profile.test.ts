import { describe, expect, test } from 'vitest'
import { formatIssues } from '../src/issues/issue.js'
import { parseProfile, safeParseProfile } from '../src/profile/parse.js'
import { recommend } from '../src/recommend.js'
import { inShort, refusal } from './fixtures/issues.js'
import { smallMenus } from './fixtures/menus.js'
import { ranked } from './fixtures/profiles.js'

const problems = (profile: unknown): string[] => inShort(refusal(() => parseProfile(profile)))
const warnings = (profile: unknown): string[] => {
  const parsed = safeParseProfile(profile)
  if (!parsed.success) throw new Error(formatIssues(parsed.issues))
  return inShort(parsed.warnings)
}

test('everything but the name may be missing', () => {
  expect(parseProfile({ name: 'Boyle County' })).toEqual({ name: 'Boyle County' })
  expect(problems({})).toEqual([": 'name' is missing"])
})

test('a value may stand alone, or with its year and source, or be suppressed', () => {
  const profile = {
    name: 'X',
    indicators: {
      'uninsured-19-64-pct': 9.5,
      'otp-count': { value: 0, year: 2021, source: 'OEPS' },
      'overdose-death-rate': 'suppressed',
      'nonfatal-overdose-ed-rate': { value: 'suppressed', year: 2023 },
    },
    context: { rurality: 'nonmetro', 'jail-present': { value: false, year: 2024 }, 'state-ssp-law': 0.21 },
  }
  expect(parseProfile(profile)).toEqual(profile)
})

describe('A mistake is refused with its place and what was meant', () => {
  test.each([
    {
      what: 'a misspelt key',
      profile: { name: 'X', indicator: {} },
      problem: "indicator: Unknown key 'indicator'. Did you mean 'indicators'?",
    },
    {
      what: 'a misspelt indicator',
      profile: { name: 'X', indicators: { 'uninsured-19-64': 9 } },
      problem: "indicators.uninsured-19-64: Unknown key 'uninsured-19-64'. Did you mean 'uninsured-19-64-pct'?",
    },
    {
      what: 'a misspelt fact',
      profile: { name: 'X', context: { 'jail-presnt': true } },
      problem: "context.jail-presnt: Unknown key 'jail-presnt'. Did you mean 'jail-present'?",
    },
    {
      what: 'a misspelt strategy',
      profile: { name: 'X', landscape: [{ strategy: 'linkage-program', stage: 'pilot' }] },
      problem: "landscape[0].strategy: Unknown strategy 'linkage-program'. Did you mean 'linkage-programs'?",
    },
    {
      what: 'a misspelt venue',
      profile: { name: 'X', ratings: [{ strategy: 'linkage-programs', venue: 'jail', feasibility: 3 }] },
      problem: "ratings[0].venue: Unknown venue 'jail'. Did you mean 'jails'?",
    },
    {
      what: 'a misspelt stage',
      profile: { name: 'X', landscape: [{ strategy: 'linkage-programs', stage: 'patial' }] },
      problem: "landscape[0].stage: Unknown stage 'patial'. Did you mean 'partial'?",
    },
    {
      what: 'a misspelt gap',
      profile: { name: 'X', goals: [{ gap: 'moud_linkage' }] },
      problem: "goals[0].gap: Unknown service gap 'moud_linkage'. Did you mean 'moud-linkage'?",
    },
    {
      what: 'a misspelt population',
      profile: { name: 'X', priorityPopulations: ['reduced-tolerence'] },
      problem: "priorityPopulations[0]: Unknown high-risk population 'reduced-tolerence'. Did you mean 'reduced-tolerance'?",
    },
    {
      what: 'an answer that the fact does not have',
      profile: { name: 'X', context: { rurality: 'rural' } },
      problem: "context.rurality: Unknown answer 'rural'.",
    },
    {
      what: 'a fact among the indicators',
      profile: { name: 'X', indicators: { rurality: 'metro' } },
      problem: "indicators.rurality: Unknown key 'rurality'.",
    },
    {
      what: 'a rating out of range',
      profile: { name: 'X', ratings: [{ strategy: 'linkage-programs', feasibility: 6 }] },
      problem: 'ratings[0].feasibility: 6 is out of range',
    },
    {
      what: 'a share in per cent',
      profile: { name: 'X', gaps: { 'naloxone-supply': 80 } },
      problem: 'gaps.naloxone-supply: 80 is out of range',
    },
    {
      what: 'a percentage over 100',
      profile: { name: 'X', indicators: { 'uninsured-19-64-pct': 101 } },
      problem: 'indicators.uninsured-19-64-pct: 101 is out of range',
    },
    { what: 'a day that does not exist', profile: { name: 'X', asOf: '2025-02-30' }, problem: "asOf: '2025-02-30' has the wrong form" },
    {
      what: 'a rating of nothing',
      profile: { name: 'X', ratings: [{ strategy: 'linkage-programs', rater: 'A' }] },
      problem: 'ratings[0]: the entry rates nothing',
    },
  ])('$what', ({ profile, problem }) => {
    expect(problems(profile)).toEqual([problem])
  })

  test.each([
    { profile: { indicators: { rurality: 'metro' } }, why: "'rurality' is a fact: it belongs under 'context'." },
    { profile: { context: { 'uninsured-19-64-pct': 9 } }, why: "'uninsured-19-64-pct' is an indicator: it belongs under 'indicators'." },
    {
      profile: { indicators: { 'ssp-in-county-0-1': 1 } },
      why: "It is computed from the fact 'ssp-present': enter that under 'context' instead.",
    },
  ])('an id in the wrong place is told where it belongs: $why', ({ profile, why }) => {
    expect(formatIssues(refusal(() => parseProfile({ name: 'X', ...profile })))).toContain(`why: ${why}`)
  })

  test('a number out of range is told both ends of it', () => {
    expect(formatIssues(refusal(() => parseProfile({ name: 'X', indicators: { 'uninsured-19-64-pct': 101 } })))).toContain('from 0 to 100')
  })
})

describe('All problems are reported at once', () => {
  test('wherever they are', () => {
    expect(
      problems({
        nmae: 'X',
        indicators: { 'uninsured-19-64-pct': 101, 'otp-count': '3' },
        context: { 'jail-present': 'maybe' },
        landscape: [{ strategy: 'linkage-programs' }, { strategy: 'x', stage: 'y' }],
        goals: [{ statement: 'A' }],
      }).map((line) => line.split(':')[0]),
    ).toEqual(
      expect.arrayContaining([
        '',
        'nmae',
        'indicators.uninsured-19-64-pct',
        'indicators.otp-count',
        'context.jail-present',
        'landscape[0]',
        'landscape[1].strategy',
        'landscape[1].stage',
        'goals[0]',
      ]),
    )
  })

  test('those of the shape do not hide those between entries', () => {
    const twice = { strategy: 'linkage-programs', stage: 'pilot' }
    expect(
      problems({
        name: 'X',
        population: -1,
        landscape: [twice, { strategy: 'linkage-programs', stage: 'nope' }, twice],
        ratings: [{ strategy: 'linkage-programs' }],
      }).map((line) => line.split(':')[0]),
    ).toEqual(['population', 'landscape[1].stage', 'landscape[2]', 'ratings[0]'])
  })

  test('those of the profile do not hide those of the options', () => {
    expect(
      inShort(refusal(() => recommend({ name: '' }, { size: 0, include: ['nobody' as 'linkage-programs'] }))).map(
        (line) => line.split(':')[0],
      ),
    ).toEqual(['name', 'options.size'])
  })
})

describe('Entries of landscape and ratings', () => {
  test.each([
    { a: {}, b: {} },
    { a: { sector: 'healthcare' }, b: { sector: 'healthcare' } },
    { a: { sector: 'healthcare', venue: 'emergency-department' }, b: { sector: 'healthcare', venue: 'emergency-department' } },
    // one names the sector, one the venue: the emergency department is in healthcare
    { a: { sector: 'healthcare' }, b: { venue: 'emergency-department' } },
  ])('two that speak of one option and are as specific are refused: $a and $b', ({ a, b }) => {
    const landscape = [
      { strategy: 'linkage-programs', stage: 'pilot', ...a },
      { strategy: 'linkage-programs', stage: 'partial', ...b },
    ]
    expect(problems({ name: 'X', landscape })).toEqual(['landscape[1]: it covers the same option as landscape[0], equally specifically'])
    const ratings = landscape.map(({ stage, ...place }) => ({ ...place, rater: 'A', feasibility: 3 }))
    expect(problems({ name: 'X', ratings })).toEqual(['ratings[1]: it covers the same option as ratings[0], equally specifically'])
  })

  test.each([
    { a: {}, b: { sector: 'healthcare' } },
    { a: { sector: 'healthcare' }, b: { sector: 'criminal-legal' } },
    { a: { venue: 'jails' }, b: { venue: 'emergency-department' } },
    { a: { sector: 'healthcare' }, b: { venue: 'jails' } },
    { a: { sector: 'healthcare' }, b: { sector: 'healthcare', venue: 'emergency-department' } },
  ])('two that do not meet, or of which one is more specific, are fine: $a and $b', ({ a, b }) => {
    const landscape = [
      { strategy: 'linkage-programs', stage: 'pilot', ...a },
      { strategy: 'linkage-programs', stage: 'partial', ...b },
    ]
    expect(warnings({ name: 'X', landscape })).toEqual([])
  })

  test('ratings of two raters never contradict each other', () => {
    const rating = { strategy: 'linkage-programs', feasibility: 3 } as const
    expect(warnings({ name: 'X', ratings: [{ ...rating, rater: 'A' }, { ...rating, rater: 'B' }, rating] })).toEqual([])
  })

  test('the most specific landscape entry sets the stage, whatever the order', () => {
    const landscape = [
      { strategy: 'linkage-programs', stage: 'planned' },
      { strategy: 'linkage-programs', sector: 'criminal-legal', stage: 'pilot' },
      { strategy: 'linkage-programs', sector: 'criminal-legal', venue: 'jails', stage: 'partial' },
      { strategy: 'linkage-programs', venue: 'hotline', stage: 'at-scale' },
    ] as const
    for (const order of [[...landscape], [...landscape].reverse()]) {
      const result = recommend({ name: 'X', landscape: order })
      const stage = (place: string) => ranked(result, `linkage-programs@${place}`).factors.stage
      expect(stage('healthcare@emergency-department')).toBe('planned')
      expect(stage('criminal-legal@community-supervision')).toBe('pilot')
      expect(stage('criminal-legal@jails')).toBe('partial')
      expect(stage('behavioral-health@hotline')).toBe('at-scale')
    }
  })

  test('a combination that the menus do not list is accepted with a warning, in both', () => {
    const place = { strategy: 'linkage-programs', sector: 'healthcare', venue: 'pharmacy' } as const
    expect(warnings({ name: 'X', landscape: [{ ...place, stage: 'partial' }], ratings: [{ ...place, feasibility: 3 }] })).toEqual([
      "landscape[0]: the menus list no option of 'linkage-programs' at healthcare / pharmacy",
      "ratings[0]: the menus list no option of 'linkage-programs' at healthcare / pharmacy",
    ])
    const { ranking, notes } = recommend({ name: 'X', landscape: [{ ...place, stage: 'partial' }] })
    expect(ranking).toEqual(recommend({ name: 'X' }).ranking)
    expect(notes.filter(({ code }) => code === 'unlisted')).toEqual([
      {
        code: 'unlisted',
        list: 'landscape',
        entry: 0,
        ...place,
        text: 'Entry 1 of the landscape is about Linkage Programs (pharmacies, Healthcare), which the menus do not list: nothing can be scored there.',
      },
    ])
  })
})

test('a stated severity of a gap that is measured in full is not used, and that is said', () => {
  const measured = { indicators: { 'retention-180d-pct-of-moud': 53 } }
  expect(warnings({ name: 'X', ...measured, gaps: { 'moud-retention': 1 } })).toEqual([
    "gaps.moud-retention: the stated severity of 'moud-retention' is not used",
  ])
  expect(recommend({ name: 'X', ...measured, gaps: { 'moud-retention': 1 } }).ranking).toEqual(
    recommend({ name: 'X', ...measured }).ranking,
  )
  expect(
    recommend({ name: 'X', ...measured, gaps: { 'moud-retention': 1 } }).notes.filter(({ code }) => code === 'severity-not-used'),
  ).toEqual([
    {
      code: 'severity-not-used',
      gap: 'moud-retention',
      text: 'The stated severity of “People do not stay on medication” is not used: every indicator of this gap is measured, and a measured value counts before a stated one.',
    },
  ])
  expect(warnings({ name: 'X', indicators: { 'retention-180d-pct-of-moud': 'suppressed' }, gaps: { 'moud-retention': 1 } })).toEqual([])
})

test('another menu set takes its own ids and no others', () => {
  const menus = smallMenus({ strategies: [{ id: 'kits', options: { 'north@clinic': 0.4 } }] })
  expect(recommend({ name: 'X', landscape: [{ strategy: 'kits', stage: 'pilot' }] }, { menus }).ranking.map(({ id }) => id)).toEqual([
    'kits@north@clinic',
  ])
  expect(
    inShort(refusal(() => recommend({ name: 'X', landscape: [{ strategy: 'linkage-programs', stage: 'pilot' }] }, { menus }))),
  ).toEqual(["landscape[0].strategy: Unknown strategy 'linkage-programs'."])
  expect(inShort(refusal(() => recommend({ name: 'X', specialPopulations: ['veterans'] }, { menus })))).toHaveLength(1)
})
