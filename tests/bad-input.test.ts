import { describe, expect, test } from 'vitest'
import { checkPlan } from '../src/check-plan.js'
import { formatIssues } from '../src/issues/issue.js'
import { decide, recommend } from '../src/recommend.js'
import { inShort, refusal } from './fixtures/issues.js'
import { deepFreeze } from './fixtures/values.js'

// Data of unknown origin: no type protects from it.
const recommendAnything = recommend as (profile: unknown, options?: unknown) => ReturnType<typeof recommend>
const checkAnything = checkPlan as (selections: unknown, profile: unknown, options?: unknown) => ReturnType<typeof checkPlan>
const decideAnything = decide as (profile: unknown, options?: unknown) => ReturnType<typeof decide>
const refused = (profile: unknown, options?: unknown): string[] => inShort(refusal(() => recommendAnything(profile, options)))

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'the innermost'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

describe('A profile of the wrong type', () => {
  test.each([
    ['null', null, 'nothing'],
    ['undefined', undefined, 'nothing'],
    ['text', 'Boyle County', "'Boyle County'"],
    ['a number', 5, '5'],
    ['a list', [{ name: 'X' }], 'a list'],
    ['a function', () => ({ name: 'X' }), 'a function'],
    ['a symbol', Symbol('X'), 'a symbol'],
    ['a bigint', 10n, 'a bigint'],
  ])('%s is refused', (_, profile, received) => {
    expect(refused(profile)).toEqual([`: expected a group of keys, found ${received}`])
  })

  test.each(['indicators', 'context', 'gaps'])('%s must be a group of keys', (key) => {
    for (const value of [null, [], 'x', 5, true])
      expect(refused({ name: 'X', [key]: value })[0]).toMatch(new RegExp(`^${key}: expected a group of keys, found .*$`))
  })

  test.each(['landscape', 'ratings', 'goals', 'priorityPopulations', 'specialPopulations', 'notes'])('%s must be a list', (key) => {
    for (const value of [null, {}, 'x', 5, true])
      expect(refused({ name: 'X', [key]: value })[0]).toMatch(new RegExp(`^${key}: expected a list, found .*$`))
    expect(refused({ name: 'X', [key]: [null] })).toHaveLength(1)
    expect(refused({ name: 'X', [key]: new Array(2) })).toHaveLength(2)
  })

  test.each([
    ['not a number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['minus infinite', Number.NEGATIVE_INFINITY],
    ['text', '9.5'],
    ['null', null],
    ['true', true],
    ['a list', [9.5]],
    ['a bigint', 9n],
    ['a date', new Date(0)],
    ['under its range', -1],
    ['over its range', 100.001],
    ['over its range in a value with a year', { value: 100.001, year: 2024 }],
    ['infinite in a value with a year', { value: Number.POSITIVE_INFINITY }],
    ['missing in a value with a year', { year: 2024 }],
  ])('an indicator that is %s is refused, with its place', (_, value) => {
    const [problem, ...others] = refused({ name: 'X', indicators: { 'uninsured-19-64-pct': value } })
    expect(problem).toMatch(/^indicators\.uninsured-19-64-pct/)
    expect(others.every((other) => other.startsWith('indicators.uninsured-19-64-pct'))).toBe(true)
  })

  test('a truth value is never taken from text or numbers', () => {
    for (const value of ['yes', 'true', 1, 0, '', null]) expect(refused({ name: 'X', context: { 'jail-present': value } })).toHaveLength(1)
  })
})

describe('Names that objects have of themselves', () => {
  test.each([
    ['the profile', '{"name":"X","__proto__":{"polluted":1}}', '__proto__'],
    ['the indicators', '{"name":"X","indicators":{"__proto__":1}}', 'indicators.__proto__'],
    ['the context', '{"name":"X","context":{"__proto__":true}}', 'context.__proto__'],
    ['the gaps', '{"name":"X","gaps":{"__proto__":0.5}}', 'gaps.__proto__'],
    ['a value', '{"name":"X","indicators":{"otp-count":{"value":1,"__proto__":{"year":2024}}}}', 'indicators.otp-count.__proto__'],
    ['an entry', '{"name":"X","landscape":[{"strategy":"linkage-programs","stage":"pilot","__proto__":1}]}', 'landscape[0].__proto__'],
  ])('an own key __proto__ in %s is refused', (_, json, place) => {
    expect(refused(JSON.parse(json))).toEqual([`${place}: Unknown key '__proto__'.`])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])('%s is no key and no id', (name) => {
    expect(refused({ name: 'X', indicators: { [name]: 1 } })).toEqual([`indicators.${name}: Unknown key '${name}'.`])
    expect(refused({ name: 'X', context: { [name]: true } })).toEqual([`context.${name}: Unknown key '${name}'.`])
    expect(refused({ name: 'X', landscape: [{ strategy: name, stage: name }] })).toEqual([
      `landscape[0].strategy: Unknown strategy '${name}'.`,
      `landscape[0].stage: Unknown stage '${name}'.`,
    ])
    expect(refused({ name: 'X' }, { include: [name] })).toHaveLength(1)
    expect(refusal(() => checkAnything([`${name}@${name}@${name}`], { name: 'X' }))).toHaveLength(3)
  })
})

describe('Shapes that go on and on', () => {
  test('10,000 levels of keys or lists are refused where they begin', () => {
    const keys = nested(10_000, (inner) => ({ inner }))
    const lists = nested(10_000, (inner) => [inner])
    expect(refused(keys)).toEqual([": 'name' is missing", "inner: Unknown key 'inner'."])
    expect(refused({ name: 'X', indicators: keys })).toEqual(["indicators.inner: Unknown key 'inner'."])
    expect(refused({ name: lists, landscape: lists, notes: lists }).map((line) => line.split(':')[0])).toEqual([
      'name',
      'landscape[0]',
      'notes[0]',
    ])
    expect(refusal(() => checkAnything(lists, { name: 'X' }))).toHaveLength(1)
  })

  test('an object that holds itself is refused', () => {
    const profile: Record<string, unknown> = { name: 'X' }
    profile.indicators = profile
    profile.landscape = [profile]
    expect(refused(profile).length).toBeGreaterThan(3)
    const options: Record<string, unknown> = {}
    options.weights = options
    expect(refused({ name: 'X' }, options).length).toBeGreaterThan(0)
  })

  test('a key or an id of a million characters is shortened in the message', () => {
    const long = 'k'.repeat(1_000_000)
    const issues = refusal(() =>
      recommendAnything(
        { name: 'X', [long]: 1, landscape: [{ strategy: long, stage: long }], indicators: { 'otp-count': long } },
        { include: [long] },
      ),
    )
    expect(issues).toHaveLength(5)
    expect(formatIssues(issues).length).toBeLessThan(5_000)
  })
})

describe('Objects that are fine although unusual', () => {
  const plain = recommend({ name: 'X', indicators: { 'uninsured-19-64-pct': 9.5 } })

  test('a frozen one', () => {
    expect(recommend(deepFreeze({ name: 'X', indicators: { 'uninsured-19-64-pct': 9.5 } }))).toEqual(plain)
  })

  test('one without a prototype', () => {
    const indicators = Object.assign(Object.create(null), { 'uninsured-19-64-pct': 9.5 })
    expect(recommendAnything(Object.assign(Object.create(null), { name: 'X', indicators }))).toEqual(plain)
  })

  test('one with getters, of its own or of its class', () => {
    class Community {
      get name(): string {
        return 'X'
      }
      get indicators(): object {
        return { 'uninsured-19-64-pct': 9.5 }
      }
    }
    expect(recommendAnything(new Community())).toEqual(plain)
    expect(
      recommendAnything({
        get name() {
          return 'X'
        },
        indicators: {
          get 'uninsured-19-64-pct'() {
            return 9.5
          },
        },
      }),
    ).toEqual(plain)
  })
})

describe('Options that cannot be used', () => {
  test.each([
    ['null', null, 'options'],
    ['a list', [], 'options'],
    ['a number', 5, 'options'],
    ['text', 'text', 'options'],
    ['an unknown key', { sise: 6 }, 'options.sise'],
    ['a size of 0', { size: 0 }, 'options.size'],
    ['a size of 31', { size: 31 }, 'options.size'],
    ['half a place', { size: 5.5 }, 'options.size'],
    ['a size that is not a number', { size: Number.NaN }, 'options.size'],
    ['a size as text', { size: '6' }, 'options.size'],
    ['weights that do not add up to 1', { weights: { impact: 0.9, feasibility: 0.9 } }, 'options.weights'],
    ['a weight below 0', { weights: { impact: -0.5, feasibility: 1.5 } }, 'options.weights.impact'],
    ['one weight alone', { weights: { impact: 1 } }, 'options.weights'],
    ['a pin that is no list', { include: 'linkage-programs' }, 'options.include'],
    ['an unknown pin', { include: ['linkage-program'] }, 'options.include[0]'],
    ['an unknown veto', { exclude: ['linkage-programs@healthcare@nowhere'] }, 'options.exclude[0]'],
    ['a pin that is ruled out', { include: ['linkage-programs'], exclude: ['linkage-programs'] }, 'options.include[0]'],
    [
      'a pin whose strategy is ruled out',
      { include: ['linkage-programs@criminal-legal@jails'], exclude: ['linkage-programs'] },
      'options.include[0]',
    ],
    ['a limit of 0', { maxPerStrategy: 0 }, 'options.maxPerStrategy'],
    ['menus that are text', { menus: 'orcca' }, 'options.menus'],
    ['menus that are no menu set', { menus: {} }, 'options.menus'],
    ['menus that are null', { menus: null }, 'options.menus'],
  ])('%s is refused, with its place', (_, options, place) => {
    expect(refused({ name: 'X' }, options)[0]!.split(':')[0]).toBe(place)
    expect(inShort(refusal(() => decideAnything({ name: 'X' }, options)))).toEqual(refused({ name: 'X' }, options))
    expect(refusal(() => checkAnything([], { name: 'X' }, options)).length).toBeGreaterThan(0)
  })

  test('an own key __proto__ is refused', () => {
    expect(refused({ name: 'X' }, JSON.parse('{"__proto__":{"size":9}}'))).toEqual(["options.__proto__: Unknown key '__proto__'."])
  })
})

describe('A plan made by hand that cannot be used', () => {
  const place = { strategy: 'linkage-programs', sector: 'healthcare', venue: 'pharmacy' }
  test.each([
    ['text', 'linkage-programs', ['selections']],
    ['null', null, ['selections']],
    [
      'no selections',
      [null, 5, {}, [], 'linkage-programs'],
      ['selections[0]', 'selections[1]', 'selections[2]', 'selections[3]', 'selections[4]'],
    ],
    ['unknown ids', ['linkage-program@health@jail'], ['selections[0].strategy', 'selections[0].sector', 'selections[0].venue']],
    ['the same selection twice', ['linkage-programs@criminal-legal@jails', 'linkage-programs@criminal-legal@jails'], ['selections[1]']],
    [
      'populations that are no list',
      [{ ...place, populations: 'prior-overdose', medications: 5 }],
      ['selections[0].populations', 'selections[0].medications'],
    ],
    ['unknown populations', [{ ...place, populations: ['veterans', 5] }], ['selections[0].populations[0]', 'selections[0].populations[1]']],
    ['an unknown key', [{ ...place, population: [] }], ['selections[0].population']],
  ])('%s', (_, selections, places) => {
    expect(inShort(refusal(() => checkAnything(selections, { name: 'X' }))).map((line) => line.split(':')[0])).toEqual(places)
  })

  test('is reported together with what is wrong with the profile and the options', () => {
    expect(inShort(refusal(() => checkAnything(['x'], {}, { size: 0 }))).map((line) => line.split(':')[0])).toEqual([
      '',
      'options.size',
      'selections[0]',
    ])
  })
})
