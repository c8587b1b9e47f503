import { describe, expect, test } from 'vitest'
import { loadMenuData } from '../scripts/menus-plugin.js'
import { compileCondition, met, notMet, unknown } from '../src/conditions/compile.js'
import { type Condition, factsOf } from '../src/conditions/condition.js'
import type { Gate, Rule } from '../src/menus/schema/index.js'
import { decide } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { namesOf } from '../src/words/names.js'
import { planInWords, wordsOf } from '../src/words/plan.js'
import { confirmationsOf, reasonsOf, warningsOf } from '../src/words/reason.js'
import { smallGate, smallMenus, smallRule } from './fixtures/menus.js'

type Value = number | boolean | string
const is = (fact: string, value: Value): Condition => ({ fact, operator: 'equal', value })
const verdicts = { 0: 'notMet', 1: 'unknown', 2: 'met' } as const
const verdict = (condition: Condition, facts: Record<string, Value>) =>
  verdicts[compileCondition(condition)(new Map(Object.entries(facts)))]

// A part that is met, not met or unknown, in whatever it is put.
const part = { met: is('known', 1), notMet: is('known', 2), unknown: is('nobody-knows', 1) } as const
const facts = { known: 1 }

describe('Three-valued logic (Kleene)', () => {
  test('is an order: not met is 0, unknown is 1, met is 2', () => {
    expect([notMet, unknown, met]).toEqual([0, 1, 2])
    expect(Object.values(part).map((each) => compileCondition(each)(new Map([['known', 1]])))).toEqual([met, notMet, unknown])
  })

  test.each([
    ['met', 'met', 'met'],
    ['met', 'notMet', 'notMet'],
    ['met', 'unknown', 'unknown'],
    ['notMet', 'notMet', 'notMet'],
    ['notMet', 'unknown', 'notMet'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('all of %s and %s is %s, in either order', (a, b, expected) => {
    expect(verdict({ all: [part[a], part[b]] }, facts)).toBe(expected)
    expect(verdict({ all: [part[b], part[a]] }, facts)).toBe(expected)
  })

  test.each([
    ['met', 'met', 'met'],
    ['met', 'notMet', 'met'],
    ['met', 'unknown', 'met'],
    ['notMet', 'notMet', 'notMet'],
    ['notMet', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('any of %s and %s is %s, in either order', (a, b, expected) => {
    expect(verdict({ any: [part[a], part[b]] }, facts)).toBe(expected)
    expect(verdict({ any: [part[b], part[a]] }, facts)).toBe(expected)
  })

  test.each([
    ['met', 'notMet'],
    ['notMet', 'met'],
    ['unknown', 'unknown'],
  ] as const)('not %s is %s', (inner, expected) => {
    expect(verdict({ not: part[inner] }, facts)).toBe(expected)
  })

  test('a group of one part is that part', () => {
    for (const each of ['met', 'notMet', 'unknown'] as const) {
      expect(verdict({ all: [part[each]] }, facts)).toBe(each)
      expect(verdict({ any: [part[each]] }, facts)).toBe(each)
    }
  })

  test('groups nest', () => {
    expect(verdict({ all: [{ any: [part.notMet, { not: part.notMet }] }, { not: { all: [part.met, part.notMet] } }] }, facts)).toBe('met')
    expect(verdict({ not: { any: [part.unknown, { all: [part.met, part.notMet] }] } }, facts)).toBe('unknown')
  })
})

describe('Operators', () => {
  test.each([
    { operator: 'equal', value: 5, met: [5], notMet: [4, '5', true] },
    { operator: 'equal', value: true, met: [true], notMet: [false, 1, 'true'] },
    { operator: 'equal', value: 'some', met: ['some'], notMet: ['Some', '', 0] },
    { operator: 'notEqual', value: 5, met: [4, '5'], notMet: [5] },
    { operator: 'lessThan', value: 25, met: [24.999, -1], notMet: [25, 26, '24', false] },
    { operator: 'lessThanInclusive', value: 25, met: [25, 0], notMet: [25.001, '25'] },
    { operator: 'greaterThan', value: 0, met: [0.0001, 1], notMet: [0, -1, true, '1'] },
    { operator: 'greaterThanInclusive', value: 10, met: [10, 11], notMet: [9.999, '10'] },
    { operator: 'in', value: ['none', 'some'], met: ['none', 'some'], notMet: ['all', 'None', 0] },
    { operator: 'in', value: [1, 2], met: [1, 2], notMet: [3, '1'] },
    { operator: 'notIn', value: ['none', 'some'], met: ['all', 0], notMet: ['none', 'some'] },
  ] as const)('$operator $value holds for $met and not for $notMet', ({ operator, value, met, notMet }) => {
    const condition: Condition = { fact: 'given', operator, value }
    for (const given of met) expect(verdict(condition, { given }), String(given)).toBe('met')
    for (const given of notMet) expect(verdict(condition, { given }), String(given)).toBe('notMet')
  })

  test.each(['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'in', 'notIn'] as const)(
    '%s of a fact that is not known is unknown: never met, never not met',
    (operator) => {
      expect(verdict({ fact: 'nobody-knows', operator, value: operator.toLowerCase().endsWith('in') ? [1] : 1 }, facts)).toBe('unknown')
    },
  )

  test('false and 0 are known', () => {
    expect(verdict(is('given', false), { given: false })).toBe('met')
    expect(verdict(is('given', 0), { given: 0 })).toBe('met')
  })
})

test('factsOf names every fact of a condition once, in order', () => {
  expect(factsOf({ all: [is('a', 1), { any: [is('b', 1), { not: is('c', 1) }] }, is('a', 2)] })).toEqual(['a', 'b', 'c'])
})

describe('The built-in gates and rules do what their own examples say', () => {
  // The examples stand in the files; the package leaves them out.
  const { gates, rules } = loadMenuData()
  const wanted = { fires: 'met', 'does-not-fire': 'notMet', unknown: 'unknown' } as const

  test.each([...gates, ...rules])('$id', ({ examples, conditions }) => {
    expect(examples.length).toBeGreaterThanOrEqual(2)
    for (const { facts: given, expect: outcome } of examples)
      expect(verdict(conditions, given), JSON.stringify(given)).toBe(wanted[outcome])
  })
})

describe('Gates', () => {
  const closed = is('open', false)
  const menusWith = (event: Gate['event'], change: Partial<Gate> = {}) =>
    smallMenus({
      strategies: [
        { id: 'doses', options: { 'north@clinic': 0.4, 'south@jail': 0.4 }, medications: ['methadone'] },
        { id: 'both', options: { 'south@jail': 0.3 }, medications: ['methadone', 'buprenorphine'] },
      ],
      gates: [smallGate('closed', closed, event, change)],
    })

  test('an exclusion drops the options that it names, with its reason', () => {
    const menus = menusWith({ type: 'exclude', params: { venues: ['jail'] } })
    const { ranking, excluded } = decide({ name: 'X', context: { open: false } }, { menus })
    expect(ranking.map(({ id }) => id)).toEqual(['doses@north@clinic'])
    expect(excluded).toEqual([
      { id: 'both@south@jail', by: ['closed'] },
      { id: 'doses@south@jail', by: ['closed'] },
    ])
    expect(english.exclusion(excluded[0]!.by, namesOf(menus))).toEqual(['Because of closed.'])
  })

  test('an unknown fact never excludes; it asks to confirm first where the gate says so', () => {
    const silentMenus = menusWith({ type: 'exclude', params: { venues: ['jail'] } })
    const silent = decide({ name: 'X' }, { menus: silentMenus })
    expect(silent.excluded).toEqual([])
    expect(silent.ranking.flatMap((option) => confirmationsOf(option, silent, silentMenus))).toEqual([])

    const askingMenus = menusWith({ type: 'exclude', params: { venues: ['jail'] } }, { confirmWhenUnknown: ['open'] })
    const asking = decide({ name: 'X' }, { menus: askingMenus })
    expect(asking.excluded).toEqual([])
    const confirmations = (option: (typeof asking.ranking)[number]) => confirmationsOf(option, asking, askingMenus)
    expect(asking.ranking.filter((option) => confirmations(option).length > 0).map(({ id }) => id)).toEqual([
      'doses@south@jail',
      'both@south@jail',
    ])
    const both = asking.ranking.find(({ id }) => id === 'both@south@jail')!
    expect(confirmations(both)).toEqual([{ gate: 'closed', facts: [{ fact: 'open', known: null }], otherwise: 'excluded' }])
    expect(both.availability.waitsFor).toEqual(['closed'])
    expect(wordsOf(both, asking, namesOf(askingMenus), english).confirmFirst).toEqual([
      'Not known: Is it open? If the answer rules it out, this option is excluded. Because of closed.',
    ])
  })

  test('a gate never moves a number, whether it is decided or not', () => {
    const menus = menusWith({ type: 'confirm-first', params: {} }, { confirmWhenUnknown: ['open'] })
    const scores = (context: object) =>
      decide({ name: 'X', context }, { menus }).ranking.map(({ id, priority, impact, feasibility }) => ({
        id,
        priority,
        impact,
        feasibility,
      }))
    expect(scores({ open: false })).toEqual(scores({}))
    expect(scores({ open: true })).toEqual(scores({}))
  })

  test('one that drops a medication leaves the option with the others, and drops an option that has no other', () => {
    const menus = menusWith({ type: 'drop-medication', params: { medications: ['methadone'], venues: ['jail'] } })
    const decision = decide({ name: 'X', context: { open: false } }, { menus })
    const { ranking, excluded } = decision
    expect(ranking.map(({ id, medications }) => [id, medications])).toEqual([
      ['doses@north@clinic', ['methadone']],
      ['both@south@jail', ['buprenorphine']],
    ])
    expect(warningsOf(ranking[1]!, decision, menus)).toEqual([{ code: 'dropped', gate: 'closed', medications: ['methadone'] }])
    expect(wordsOf(ranking[1]!, decision, namesOf(menus), english).warnings).toEqual(['Without methadone: Because of closed.'])
    expect(excluded).toEqual([{ id: 'doses@south@jail', by: ['closed'] }])
  })
})

describe('Rules', () => {
  const raise = (by: number, on: 'reach' | 'impact' | 'feasibility' = 'feasibility') => ({ effect: 'raise', on, by }) as const
  const lower = (by: number, on: 'reach' | 'impact' | 'feasibility' = 'feasibility') => ({ effect: 'lower', on, by }) as const
  const open = is('open', true)
  const strategies = [{ id: 'kits', options: { 'north@clinic': 0.4 } }]
  type Rules = NonNullable<Parameters<typeof smallMenus>[0]['rules']>
  const decided = (rules: Rules, context: object) => {
    const menus = smallMenus({ strategies, rules })
    const decision = decide({ name: 'X', context, gaps: { supply: 0.9 } }, { menus })
    const option = decision.ranking[0]!
    return {
      reasons: reasonsOf(option, decision, menus),
      warnings: warningsOf(option, decision, menus),
      words: wordsOf(option, decision, namesOf(menus), english),
      option,
    }
  }
  const option = (rules: Rules, context: object) => decided(rules, context).option

  test('add up, in hundredths, whatever their order', () => {
    const rules = [smallRule('a', open, [raise(0.1)]), smallRule('b', open, [raise(0.07)]), smallRule('c', open, [lower(0.05)])]
    expect(option(rules, { open: true }).factors.adjustments.feasibility).toEqual({ low: 0.12, best: 0.12, high: 0.12 })
    expect(option([...rules].reverse(), { open: true }).feasibility).toEqual({ low: 0.62, best: 0.62, high: 0.62 })
  })

  test('their sum is held to 0.25 either way, and only the sum', () => {
    const rules = [smallRule('a', open, [raise(0.2)]), smallRule('b', open, [raise(0.2)]), smallRule('c', open, [lower(0.1)])]
    expect(option(rules, { open: true }).factors.adjustments.feasibility.best).toBe(0.25)
    expect(option([smallRule('a', open, [lower(0.2), lower(0.2)])], { open: true }).factors.adjustments.feasibility.best).toBe(-0.25)
  })

  test('move reach before the share, scale impact, move feasibility before the ratings', () => {
    const rules = [smallRule('a', open, [raise(0.1, 'reach'), lower(0.1, 'impact'), raise(0.1)])]
    const { factors, impact, feasibility } = option(rules, { open: true })
    expect(factors.reach.best).toBe(0.5)
    // √(0.9 × √(0.7 × 0.5)) × (1 - 0.1)
    expect(impact.best).toBe(0.6567)
    expect(feasibility.best).toBe(0.6)
  })

  test('an undecided one never moves best: it moves low by its lowers and high by its raises', () => {
    const rules = [smallRule('a', open, [raise(0.1), lower(0.05)]), smallRule('b', is('level', 'all'), [lower(0.1)])]
    expect(option(rules, {}).factors.adjustments.feasibility).toEqual({ low: -0.15, best: 0, high: 0.1 })
    expect(option(rules, { level: 'all' }).factors.adjustments.feasibility).toEqual({ low: -0.15, best: -0.1, high: 0 })
    expect(option(rules, { level: 'none' }).factors.adjustments.feasibility).toEqual({ low: -0.05, best: 0, high: 0.1 })
  })

  test('one that is not met does nothing', () => {
    expect(option([smallRule('a', open, [raise(0.1)])], { open: false }).factors.adjustments.feasibility).toEqual({
      low: 0,
      best: 0,
      high: 0,
    })
  })

  test('never move what the coalition rated', () => {
    const menus = smallMenus({ strategies, rules: [smallRule('a', open, [lower(0.2)])] })
    const rating = { strategy: 'kits', rater: 'A' }
    const full = decide(
      { name: 'X', context: { open: true }, ratings: [{ ...rating, feasibility: 3, readiness: 3, desirability: 3 }] },
      { menus },
    ).ranking[0]!
    expect(full.feasibility).toEqual({ low: 0.5, best: 0.5, high: 0.5 })
    expect(full.factors.feasibilityBasis).toBe('rated')
    const partly = decide({ name: 'X', context: { open: true }, ratings: [{ ...rating, feasibility: 3 }] }, { menus }).ranking[0]!
    // 0.5 × 0.5 + (0.3 + 0.2) × (0.5 - 0.2)
    expect(partly.feasibility.best).toBe(0.4)
    expect(partly.factors.feasibilityBasis).toBe('partly-rated')
  })

  test('a fired one is named in the reasons, with its fact and what it did', () => {
    const { reasons, words } = decided([smallRule('doors-open', open, [raise(0.1)])], { open: true })
    expect(reasons.filter(({ code }) => code === 'rule')).toEqual([
      {
        code: 'rule',
        rule: 'doors-open',
        facts: [{ fact: 'open', known: { id: 'open', value: true, year: null, source: null, given: 'profile' } }],
        moves: [{ on: 'feasibility', by: 0.1 }],
      },
    ])
    expect(words.reasons.filter((reason) => reason.includes('doors-open'))).toEqual([
      'Because of what is known here (open: yes), a rule raises feasibility by 0.10 (size: judgement). Because of doors-open.',
    ])
  })

  test('a warning is shown when its rule is met, and while it is undecided only where the rule says so', () => {
    const warn = { effect: 'warn', text: 'Mind the step.', strategies: ['kits'] } as const
    const warned = (change: Partial<Rule>, context: object) => decided([smallRule('a', open, [warn as never], change)], context)
    const warning = { code: 'rule-warning', rule: 'a', effect: 0, missing: [] }
    expect(warned({}, { open: true }).warnings).toEqual([warning])
    expect(warned({}, { open: true }).words.warnings).toEqual(['Mind the step. (Because of a.)'])
    expect(warned({}, { open: false }).warnings).toEqual([])
    expect(warned({}, {}).warnings).toEqual([])
    expect(warned({ warnWhenUnknown: true }, {}).warnings).toEqual([{ ...warning, missing: ['open'] }])
    expect(warned({ warnWhenUnknown: true }, {}).words.warnings).toEqual([
      'Mind the step. (Because of a. Shown because it is not known: open.)',
    ])
  })

  test('a warning about every option is shown once, with the result', () => {
    const menus = smallMenus({ strategies, rules: [smallRule('a', open, [{ effect: 'warn', text: 'Mind the step.' }])] })
    const decision = decide({ name: 'X', context: { open: true } }, { menus })
    const general = ({ notes }: Pick<typeof decision, 'notes'>) => notes.filter(({ code }) => code === 'general-warning')
    const note = { code: 'general-warning', rule: 'a', effect: 0, missing: [] }
    expect(general(decision)).toEqual([note])
    expect(general(planInWords(decision, menus, english))).toEqual([{ ...note, text: 'Mind the step. (Because of a.)' }])
    expect(warningsOf(decision.ranking[0]!, decision, menus)).toEqual([])
    expect(general(decide({ name: 'X' }, { menus }))).toEqual([])
  })
})
