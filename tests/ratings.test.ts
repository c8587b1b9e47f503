import { describe, expect, test } from 'vitest'
import { median, medianRatings } from '../src/decide/ratings.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { recommend } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { namesOf } from '../src/words/names.js'
import { wordsOf } from '../src/words/plan.js'
import { warningsOf } from '../src/words/reason.js'

const menus = builtInMenus()

describe('median', () => {
  test.each([
    { values: [], middle: null },
    { values: [3], middle: 3 },
    { values: [1, 5], middle: 3 },
    { values: [5, 1, 2], middle: 2 },
    { values: [4, 1, 5, 2], middle: 3 },
    { values: [2, 3], middle: 2.5 },
    { values: [10, 9, 1], middle: 9 },
  ])('of $values is $middle', ({ values, middle }) => {
    expect(median(values)).toBe(middle)
  })
})

describe('Ratings by several raters', () => {
  const place = ['linkage-programs', 'healthcare', 'emergency-department'] as const
  const strategy = 'linkage-programs'
  const at = (ratings: readonly object[]) =>
    medianRatings(ratings.map((rating) => ({ strategy, ...rating })) as Parameters<typeof medianRatings>[0], ...place)

  test('give the median, part by part, of those who rated the part', () => {
    const ratings = [
      { rater: 'A', feasibility: 1, readiness: 5 },
      { rater: 'B', feasibility: 4 },
      { rater: 'C', feasibility: 5, readiness: 2 },
    ]
    expect(at(ratings)).toEqual({ feasibility: 4, readiness: 3.5, desirability: null, raters: 3, leftOut: 0 })
  })

  test('count the most specific entry of each rater', () => {
    const ratings = [
      { rater: 'A', feasibility: 1 },
      { rater: 'A', venue: 'emergency-department', feasibility: 3 },
      { rater: 'A', sector: 'healthcare', venue: 'emergency-department', feasibility: 5 },
      { rater: 'A', venue: 'jails', feasibility: 2 },
    ]
    expect(at(ratings)).toMatchObject({ feasibility: 5, raters: 1 })
    expect(at([...ratings].reverse())).toMatchObject({ feasibility: 5, raters: 1 })
    expect(at(ratings.slice(0, 2))).toMatchObject({ feasibility: 3 })
  })

  test('leave a rater with an interest in any entry out of the whole strategy', () => {
    const ratings = [
      { rater: 'A', feasibility: 5 },
      { rater: 'A', venue: 'jails', interest: true },
      { rater: 'B', feasibility: 2 },
    ]
    expect(at(ratings)).toMatchObject({ feasibility: 2, raters: 1, leftOut: 1 })
  })

  test('fall back to the default when nobody is left', () => {
    expect(at([{ rater: 'A', feasibility: 5, interest: true }])).toEqual({
      feasibility: null,
      readiness: null,
      desirability: null,
      raters: 0,
      leftOut: 1,
    })
  })

  test('take entries without a rater as one rater', () => {
    const ratings = [{ feasibility: 1 }, { venue: 'emergency-department', feasibility: 5 }]
    expect(at(ratings)).toMatchObject({ feasibility: 5, raters: 1 })
  })
})

describe('A conflict of interest in a result', () => {
  const ratings = [
    { strategy: 'linkage-programs', rater: 'A', feasibility: 5, readiness: 5, desirability: 5, interest: true },
    { strategy: 'linkage-programs', rater: 'B', feasibility: 2, readiness: 2, desirability: 2 },
    { strategy: 'bridging-medications', rater: 'A', feasibility: 4, readiness: 4, desirability: 4 },
  ] as const
  const result = recommend({ name: 'X', ratings: [...ratings] })
  const of = (strategy: string) => result.ranking.filter((option) => option.strategy === strategy)

  test('leaves that rater out of the strategy, and of no other', () => {
    expect(new Set(of('linkage-programs').map(({ feasibility }) => feasibility.best))).toEqual(new Set([0.25]))
    expect(new Set(of('bridging-medications').map(({ feasibility }) => feasibility.best))).toEqual(new Set([0.75]))
  })

  test('is said in the notes and with each option', () => {
    expect(result.notes.filter(({ code }) => code === 'interest')).toEqual([
      {
        code: 'interest',
        strategy: 'linkage-programs',
        raters: ['A'],
        text: 'Interest declared in Linkage Programs by A: left out of all its ratings. No score was changed for it.',
      },
    ])
    const leftOut = (option: (typeof result.ranking)[number]) => warningsOf(option, result, menus).filter(({ code }) => code === 'left-out')
    for (const option of of('linkage-programs')) expect(leftOut(option)).toEqual([{ code: 'left-out', raters: 1 }])
    for (const option of of('bridging-medications')) expect(leftOut(option)).toEqual([])
    const { warnings } = wordsOf(of('linkage-programs')[0]!, result, namesOf(menus), english)
    expect(warnings.at(-1)).toBe('1 rater left out: they declared an interest in this strategy.')
  })

  test('of the only rater gives the score of an unrated strategy', () => {
    const alone = recommend({ name: 'X', ratings: [ratings[0]] })
    const unrated = recommend({ name: 'X' })
    const scores = ({ ranking }: typeof alone) => ranking.map(({ id, priority }) => [id, priority])
    expect(scores(alone)).toEqual(scores(unrated))
  })
})
