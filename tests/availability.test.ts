import { describe, expect, test } from 'vitest'
import { decide } from '../src/recommend.js'
import { smallMenus } from './fixtures/menus.js'

const syringe = 'active-oend-at-risk@behavioral-health@syringe-service-programs'
const option = (decision: ReturnType<typeof decide>, id: string) => decision.ranking.find((each) => each.id === id)
const lawful = { 'state-ssp-law': 1, 'state-syringe-distribution-not-prohibited': 1 } as const

describe('What an option counts while nobody knows whether it can be done here', () => {
  test('is its priority times the chance that there is such a place: about 1 county in 7 has a syringe service', () => {
    const unknown = option(decide({ name: 'X', context: lawful }), syringe)!
    expect(unknown.availability).toEqual({ chance: 0.15, waitsFor: ['partner-syringe-services'] })
    expect(unknown.expected).toBe(Number((unknown.priority.best * 0.15).toFixed(4)))
  })

  test('is all of its priority once the place is known, and nothing where there is none', () => {
    const open = option(decide({ name: 'X', context: { ...lawful, 'ssp-present': true } }), syringe)!
    expect(open.availability).toEqual({ chance: 1, waitsFor: [] })
    expect(open.expected).toBe(open.priority.best)
    const none = decide({ name: 'X', context: { ...lawful, 'ssp-present': false, 'ssp-planned': false } })
    expect(option(none, syringe)).toBeUndefined()
    expect(none.excluded.find(({ id }) => id === syringe)!.by).toEqual(['partner-syringe-services'])
  })

  test('is less still where the state has neither law nor freedom to hand out syringes', () => {
    const barred = { 'state-ssp-law': 0, 'state-syringe-distribution-not-prohibited': 0 } as const
    const waiting = option(decide({ name: 'X', context: barred }), syringe)!
    expect(waiting.availability).toEqual({ chance: 0.09, waitsFor: ['legal-syringe-services', 'partner-syringe-services'] })
  })

  test('puts a place that nobody knows to exist behind, and back where its priority puts it once it is known', () => {
    const [unknown, known] = [decide({ name: 'X', context: lawful }), decide({ name: 'X', context: { ...lawful, 'ssp-present': true } })]
    expect(option(unknown, syringe)!.rank).toBeGreaterThan(40)
    expect(option(known, syringe)!.rank).toBe(1)
  })
})

describe('A venue that is planned but not open', () => {
  const at = (context: object) => option(decide({ name: 'X', context: { ...lawful, ...context } } as never), syringe)!
  const planned = at({ 'ssp-present': false, 'ssp-planned': true })
  const open = at({ 'ssp-present': true })

  test('is never to be done now, loses what the venue would make easier, and 0.25 of its feasibility', () => {
    expect(planned.quadrant).not.toBe('do-now')
    expect(planned.factors.defaultFeasibility.best).toBe(planned.factors.defaultFeasibility.strategy)
    expect(planned.factors.delay).toEqual({ low: 0.25, best: 0.25, high: 0.25 })
    expect(planned.feasibility.best).toBe(0.4)
  })

  test('does not beat the same venue open', () => {
    expect(planned.expected).toBeLessThan(open.expected)
  })
})

describe('Rules of one group', () => {
  const rule = (id: string, effect: 'raise' | 'lower', by: number, group?: string) => ({
    id,
    conditions: { all: [{ fact: 'open', operator: 'equal', value: true }] },
    because: 'x',
    basis: 'judgement',
    sources: [],
    examples: [],
    warnWhenUnknown: false,
    event: { type: 'adjust', params: { effects: [{ effect, on: 'impact', by }] } },
    ...(group === undefined ? {} : { group }),
  })
  const moved = (rules: readonly object[], context: object) => {
    const menus = smallMenus({ strategies: [{ id: 'kits', options: { 'north@clinic': 0.5 } }], rules: rules as never })
    return decide({ name: 'X', context } as never, { menus }).ranking[0]!.factors.adjustments.impact
  }
  const burden = [rule('a', 'raise', 0.1, 'burden'), rule('b', 'raise', 0.05, 'burden'), rule('c', 'lower', 0.04, 'burden')]

  test('count with their largest raise and their largest lower alone', () => {
    expect(moved(burden, { open: true })).toEqual({ low: 0.06, best: 0.06, high: 0.06 })
    expect(moved([...burden, rule('d', 'raise', 0.02)], { open: true }).best).toBe(0.08)
    expect(moved([...burden].reverse(), { open: true }).best).toBe(0.06)
  })

  test('widen by the same largest while they are undecided', () => {
    expect(moved(burden, {})).toEqual({ low: -0.04, best: 0, high: 0.1 })
  })
})

describe('A goal that names a place', () => {
  const goal = { gap: 'naloxone-at-high-risk-venues', venue: 'jails', statement: 'Nobody leaves jail without a kit' } as const
  const targets = { measure: 'people with a kit, in %', from: 10, to: 90, by: '2027-06-30' }

  test('is addressed only by an option at that place', () => {
    const { plan } = decide({ name: 'X', context: { 'jail-present': true }, goals: [{ ...goal, ...targets }] })
    expect(plan.requirements.find(({ kind }) => kind === 'goal')).toMatchObject({
      id: 'goal-naloxone-at-high-risk-venues-jails',
      venue: 'jails',
      targets: [targets],
      met: true,
      metBy: ['active-oend-high-risk-venues@criminal-legal@jails'],
    })
  })

  test('says why nothing can address it where there is no such place', () => {
    const { plan } = decide({ name: 'X', context: { 'jail-present': false }, goals: [goal] })
    const row = plan.requirements.find(({ kind }) => kind === 'goal')!
    expect(row.met).toBe(false)
    expect(row.missing!.gates.map(({ gate }) => gate)).toContain('partner-jail')
    expect(plan.complete).toBe(false)
  })
})

describe('The upgrades of a plan', () => {
  const profile = { name: 'X', context: lawful } as const
  const { plan } = decide(profile)
  const upgrade = plan.upgrades.find(({ facts }) => facts.includes('ssp-present'))!

  test('name the question, what would enter and leave, the gain and the chance', () => {
    expect(upgrade.in).toContain(syringe)
    expect(upgrade.chance).toBe(0.15)
    expect(upgrade.gain).toBeGreaterThan(0)
  })

  test('bring the plan and the gain that they promise when the question is answered, as far as no rule reads the answer', () => {
    const { plan } = decide({ name: 'X' })
    const jail = plan.upgrades.find(({ facts }) => facts.join() === 'jail-present')!
    const answered = decide({ name: 'X', context: { 'jail-present': true } })
    const chosen = answered.plan.selections.map(({ id }) => id)
    const stays = plan.selections.map(({ id }) => id).filter((id) => !jail.out.includes(id))
    expect([...chosen].sort()).toEqual([...stays, ...jail.in].sort())
    expect(answered.plan.total - plan.total).toBeCloseTo(jail.gain, 3)
  })

  test('come first among the questions', () => {
    const { dataGaps } = decide(profile)
    expect(plan.upgrades.flatMap(({ facts }) => facts)).toContain(dataGaps[0]!.fact)
    expect(dataGaps[0]!.gain).toBeGreaterThan(0)
  })
})
