import { describe, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import {
  type BuiltInIds,
  type CheckedPlan,
  type CommunityProfile,
  checkPlan,
  type Decision,
  decide,
  type Estimate,
  type Explanation,
  explain,
  type Ids,
  type Menus,
  parseProfile,
  type Recommendation,
  recommend,
  type recommendationSchema,
} from '../src/index.js'

declare const menus: Menus

describe('With the built-in menus', () => {
  const result = recommend({ name: 'X' })

  test('ids are literals, not text', () => {
    const option = result.ranking[0]!
    expectTypeOf(option.strategy).toEqualTypeOf<BuiltInIds['strategy']>()
    expectTypeOf<'linkage-programs'>().toExtend<typeof option.strategy>()
    expectTypeOf<string>().not.toExtend<typeof option.strategy>()
    expectTypeOf(option.venue).toEqualTypeOf<BuiltInIds['venue']>()
    expectTypeOf(option.sector).toEqualTypeOf<'healthcare' | 'behavioral-health' | 'criminal-legal'>()
    expectTypeOf(option.menu).toEqualTypeOf<'oend' | 'moud' | 'safer-prescribing'>()
    expectTypeOf(option.factors.gap).toEqualTypeOf<BuiltInIds['gap']>()
    expectTypeOf(option.section).toEqualTypeOf<BuiltInIds['section']>()
    expectTypeOf(result.plan.selections[0]!.id).toEqualTypeOf<string>()
    expectTypeOf(result.excluded[0]!).toEqualTypeOf<{ readonly id: string; readonly by: readonly string[] }>()
    expectTypeOf(result.plan.requirements[0]!.unnamed).toEqualTypeOf<readonly BuiltInIds['population'][] | null>()
    expectTypeOf(result.plan.warnings[0]!.leaning[0]!.strategy).toEqualTypeOf<BuiltInIds['strategy']>()
    expectTypeOf(result.facts[0]!.id).toEqualTypeOf<BuiltInIds['indicator'] | BuiltInIds['fact']>()
    expectTypeOf(result.dataGaps[0]!.fact).toEqualTypeOf<BuiltInIds['indicator'] | BuiltInIds['fact']>()
    expectTypeOf(option.quadrant).toEqualTypeOf<'do-now' | 'build-toward' | 'easy-but-small' | 'not-now'>()
    expectTypeOf(option.priority).toEqualTypeOf<Estimate>()
  })

  test('a comparison with a wrong id does not compile', () => {
    const { strategy } = result.ranking[0]!
    // @ts-expect-error no such strategy
    expectTypeOf(strategy === 'linkage-program').toBeBoolean()
    expectTypeOf(strategy === 'linkage-programs').toBeBoolean()
  })

  test('wrong ids do not compile', () => {
    // @ts-expect-error a misspelt indicator
    recommend({ name: 'X', indicators: { 'uninsured-pct': 9 } })
    // @ts-expect-error a misspelt fact
    recommend({ name: 'X', context: { 'jail-presnt': true } })
    // @ts-expect-error a misspelt strategy
    recommend({ name: 'X', landscape: [{ strategy: 'linkage-program', stage: 'pilot' }] })
    // @ts-expect-error a misspelt stage
    recommend({ name: 'X', landscape: [{ strategy: 'linkage-programs', stage: 'begun' }] })
    // @ts-expect-error a misspelt gap
    recommend({ name: 'X', gaps: { linkage: 0.5 } })
    // @ts-expect-error a misspelt population
    recommend({ name: 'X', priorityPopulations: ['veterans'] })
    // @ts-expect-error a misspelt pin
    recommend({ name: 'X' }, { include: ['linkage-program'] })
    // @ts-expect-error a misspelt strategy in the pin of an option
    recommend({ name: 'X' }, { include: ['linkage-program@criminal-legal@jails'] })
  })

  test('wrong values do not compile', () => {
    // @ts-expect-error the name is missing
    recommend({})
    // @ts-expect-error a fact of yes or no
    recommend({ name: 'X', context: { 'jail-present': 'yes' } })
    // @ts-expect-error an answer that the fact does not have
    recommend({ name: 'X', context: { rurality: 'rural' } })
    // @ts-expect-error a number as text
    recommend({ name: 'X', indicators: { 'uninsured-19-64-pct': '9.5' } })
    // @ts-expect-error an unknown option
    recommend({ name: 'X' }, { sise: 6 })
  })

  test('right ones do', () => {
    expectTypeOf(recommend).toBeCallableWith({
      name: 'X',
      indicators: { 'uninsured-19-64-pct': { value: 9.5, year: 2023, source: 'ACS' }, 'overdose-death-rate': 'suppressed' },
      context: { rurality: 'nonmetro', 'jail-present': { value: true, year: 2024 } },
      gaps: { 'moud-linkage': 0.8 },
      landscape: [{ strategy: 'linkage-programs', venue: 'jails', stage: 'partial' }],
      priorityPopulations: ['reduced-tolerance'],
      specialPopulations: ['veterans'],
    })
    expectTypeOf(
      recommend({ name: 'X' }, { size: 6, include: ['linkage-programs@criminal-legal@jails'], exclude: ['disposal-programs'] }),
    ).toEqualTypeOf<Recommendation>()
  })

  test('a profile read from a file can be passed on', () => {
    expectTypeOf(parseProfile({})).toEqualTypeOf<CommunityProfile>()
    expectTypeOf(recommend(parseProfile({}))).toEqualTypeOf<Recommendation>()
  })

  test('the other functions keep the ids', () => {
    expectTypeOf(checkPlan(['linkage-programs@criminal-legal@jails'], { name: 'X' })).toEqualTypeOf<CheckedPlan>()
    expectTypeOf(decide({ name: 'X' })).toEqualTypeOf<Decision>()
    expectTypeOf(explain(decide({ name: 'X' }), 'linkage-programs')).toEqualTypeOf<Explanation>()
    expectTypeOf(explain(decide({ name: 'X' }), 'linkage-programs').option!.strategy).toEqualTypeOf<BuiltInIds['strategy']>()
  })

  test('a result can be explained, and its selections can be checked, as they are', () => {
    expectTypeOf(explain(result, 'linkage-programs').option!.strategy).toEqualTypeOf<BuiltInIds['strategy']>()
    expectTypeOf(checkPlan(result.plan.selections, { name: 'X' })).toEqualTypeOf<CheckedPlan>()
  })

  test('a decision has no words, a recommendation has those of its plan', () => {
    expectTypeOf<Decision['plan']['selections'][number]>().not.toHaveProperty('words')
    expectTypeOf(result.plan.selections[0]!.words.reasons).toEqualTypeOf<readonly string[]>()
    expectTypeOf(result.plan.requirements[0]!.text).toEqualTypeOf<string>()
    expectTypeOf(result.notes[0]!.text).toEqualTypeOf<string>()
  })

  test('a requirement is known by its kind', () => {
    const requirement = result.plan.requirements[0]!
    if (requirement.kind === 'goal') expectTypeOf(requirement.statements).toEqualTypeOf<readonly string[]>()
    if (requirement.kind === 'pin') expectTypeOf(requirement.of).toEqualTypeOf<string>()
    // @ts-expect-error a requirement of the menus has no statements
    if (requirement.kind === 'menu') requirement.statements.at(0)
  })

  test('nothing of a result can be changed', () => {
    // @ts-expect-error readonly
    result.plan = recommend({ name: 'Y' }).plan
    // @ts-expect-error readonly
    result.ranking[0]!.priority.best = 1
    // @ts-expect-error readonly
    result.ranking.push(result.ranking[0]!)
  })
})

describe('With another menu set', () => {
  const result = recommend({ name: 'X', landscape: [{ strategy: 'kits', stage: 'pilot' }] }, { menus, include: ['kits@north@clinic'] })

  test('ids are text', () => {
    expectTypeOf(result).toEqualTypeOf<Recommendation<Ids>>()
    expectTypeOf(result.ranking[0]!.strategy).toEqualTypeOf<string>()
    expectTypeOf(result.ranking[0]!.venue).toEqualTypeOf<string>()
    expectTypeOf(decide({ name: 'X' }, { menus })).toEqualTypeOf<Decision<Ids>>()
    expectTypeOf(result.dataGaps[0]!.fact).toEqualTypeOf<string>()
  })

  test('what is no id is still checked', () => {
    // @ts-expect-error a misspelt stage
    recommend({ name: 'X', landscape: [{ strategy: 'kits', stage: 'begun' }] }, { menus })
    // @ts-expect-error a misspelt key
    recommend({ name: 'X', landscapes: [] }, { menus })
  })

  test('a pin without its three parts is a strategy, and any text can be one', () => {
    expectTypeOf(recommend({ name: 'X' }, { menus, include: ['anything'] })).toEqualTypeOf<Recommendation<Ids>>()
  })
})

test('the schema of a result gives the type of a result', () => {
  type Parsed = z.output<ReturnType<typeof recommendationSchema>>
  expectTypeOf<Parsed>().toEqualTypeOf<Recommendation<Ids>>()
  expectTypeOf<Recommendation>().toExtend<Parsed>()
})
