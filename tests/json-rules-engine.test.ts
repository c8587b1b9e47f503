import { Engine, type RuleProperties } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { loadMenuData } from '../scripts/menus-plugin.js'
import { askEngine, engineAgrees } from '../src/authoring/checks/engine-agrees.js'
import { parseMenuFiles } from '../src/authoring/read-menus.js'
import { met } from '../src/conditions/compile.js'
import { evaluateRules } from '../src/decide/gates.js'
import { engineFacts, type RuleEventParams, runRules, toEngine, undecidedRules } from '../src/json-rules-engine.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { MenuData } from '../src/menus/schema/index.js'
import { starterFiles } from './fixtures/starter.js'

const menus = builtInMenus()
const loaded = loadMenuData()
/** In the order of the ids, as they are compiled. */
const inOrder = <T extends { readonly id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
const data: MenuData = { ...loaded, gates: inOrder(loaded.gates), rules: inOrder(loaded.rules) }

/** Every fact and indicator that the rules read, with a value that can be. */
function everyFact(
  pick: (values: readonly (number | boolean | string)[]) => number | boolean | string,
): Record<string, number | boolean | string> {
  const read = new Set([...menus.gates, ...menus.rules].flatMap(({ facts }) => facts))
  return Object.fromEntries(
    [...read].map((id) => {
      const fact = menus.facts.get(id)
      const range = fact?.range ?? menus.indicators.get(id)?.range
      return [
        id,
        fact?.type === 'boolean'
          ? pick([true, false])
          : fact?.type === 'choice'
            ? pick(fact.values!)
            : pick([range!.min, (range!.min + range!.max) / 2, range!.max]),
      ]
    }),
  )
}

const fires = (facts: Record<string, number | boolean | string>): string[] => {
  const { gates, rules } = evaluateRules(new Map(Object.entries(facts)), menus)
  return [...data.gates.filter((_, index) => gates[index] === met), ...data.rules.filter((_, index) => rules[index] === met)].map(
    ({ id }) => id,
  )
}

describe('an engine with the rules of the menus', () => {
  test.each([
    ['first', (values: readonly (number | boolean | string)[]) => values[0]!],
    ['last', (values: readonly (number | boolean | string)[]) => values.at(-1)!],
    ['middle', (values: readonly (number | boolean | string)[]) => values[values.length >> 1]!],
  ])('fires the rules that recommend applies when every fact is known (the %s value of each)', async (_, pick) => {
    const facts = everyFact(pick)
    const expected = fires(facts)
    expect(expected.length).toBeGreaterThan(0)
    expect(await runRules(facts)).toEqual({ fired: expected, undecided: [] })
  })

  test('tells in each event which rule fired, what it touches and why', async () => {
    const facts = { ...everyFact((values) => values.at(-1)!), 'jail-present': false }
    const { events } = await toEngine().run(facts)
    const event = events.find(({ params }) => params?.rule === 'partner-jail')
    const gate = data.gates.find(({ id }) => id === 'partner-jail')!
    expect(event).toEqual({
      type: 'exclude',
      params: { rule: 'partner-jail', because: gate.because, basis: gate.basis, sources: gate.sources, touches: { venues: ['jails'] } },
    })
  })

  test('refuses to run when a fact is not known, and names it', async () => {
    await expect(toEngine().run({ 'jail-present': false })).rejects.toThrow(/^Undefined fact: /)
  })

  test('runs the rules that the known facts settle, and lists the rest', async () => {
    const { fired, undecided } = await runRules({ 'jail-present': false, 'stigma-level': 'high' })
    expect(fired).toEqual(['partner-jail', 'stigma-high'])
    expect(undecided).toEqual(undecidedRules({ 'jail-present': false, 'stigma-level': 'high' }))
    expect(undecided).toContainEqual({ rule: 'partner-syringe-services', missing: ['ssp-present', 'ssp-planned'] })
  })

  test('takes the facts of a profile, computed indicators with them, and nothing that is missing or suppressed', () => {
    const facts = engineFacts({
      name: 'X',
      indicators: { 'otp-count': 2, 'moud-wait-days': 'suppressed' },
      context: { 'drop-box-coverage': 'take-back-days' },
    })
    expect(facts).toEqual({ 'otp-count': 2, 'drop-box-coverage': 'take-back-days', 'disposal-site-in-county-0-1': 0.5 })
  })

  test('leaves the menus as they are, whatever a handler does to an event', async () => {
    const before = JSON.stringify(data)
    const engine = toEngine(menus, ['jail-present'])
    const seen: RuleEventParams[] = []
    engine.on<RuleEventParams>('exclude', (params) => {
      seen.push(params)
      ;(params.touches!.venues as string[]).push('hotline')
    })
    await engine.run({ 'jail-present': false })
    expect(seen.map(({ rule }) => rule)).toEqual(['partner-jail'])
    expect(JSON.stringify(data)).toBe(before)
  })
})

describe('what json-rules-engine 7.3.1 does, on which the comments of this package rest', () => {
  const rule = (condition: object): RuleProperties => ({ conditions: condition as RuleProperties['conditions'], event: { type: 'fired' } })

  test.each([
    ['notEqual', { all: [{ fact: 'ssp-planned', operator: 'notEqual', value: true }] }],
    ['notIn', { all: [{ fact: 'ssp-planned', operator: 'notIn', value: [true] }] }],
    ['not', { not: { fact: 'ssp-planned', operator: 'equal', value: true } }],
  ])('a missing fact passes %s when undefined facts are allowed', async (_, condition) => {
    const { events } = await new Engine([rule(condition)], { allowUndefinedFacts: true }).run({})
    expect(events).toHaveLength(1)
  })

  test('an empty any holds, and all beside any is ignored', async () => {
    const never = { fact: 'a', operator: 'equal', value: 2 }
    const { events } = await new Engine([rule({ any: [] }), rule({ any: [{ fact: 'a', operator: 'equal', value: 1 }], all: [never] })]).run(
      { a: 1 },
    )
    expect(events).toHaveLength(2)
  })
})

describe('the examples of rules, run through json-rules-engine', () => {
  test('agree in the built-in menus', async () => {
    expect(await engineAgrees(data, await askEngine())).toEqual([])
  })

  test('a disagreement is reported at its example', async () => {
    const parsed = parseMenuFiles(starterFiles())
    if (!parsed.success) throw new Error('the starter set is not sound')
    const found = await engineAgrees(parsed.data, async () => true)
    expect(found.map(({ file, path, check }) => [file, path.join('.'), check])).toEqual([
      ['gates.yaml', 'gates.0.examples.1', 'engine-agrees'],
      ['gates.yaml', 'gates.0.examples.2', 'engine-agrees'],
      ['rules.yaml', 'rules.0.examples.1', 'engine-agrees'],
      ['rules.yaml', 'rules.0.examples.2', 'engine-agrees'],
      ['rules.yaml', 'rules.1.examples.1', 'engine-agrees'],
    ])
    expect(found[0]).toMatchObject({ what: "json-rules-engine fires where the example of 'no-jail' says 'does-not-fire'" })
    expect(found[1]).toMatchObject({ what: 'json-rules-engine fires where a fact is missing' })
  })

  test('an example that the rule does not follow is caught by the engine, too', async () => {
    const changed: MenuData = {
      ...data,
      gates: data.gates.map((gate) =>
        gate.id === 'partner-jail' ? { ...gate, conditions: { all: [{ fact: 'jail-present', operator: 'equal', value: true }] } } : gate,
      ),
    }
    const found = await engineAgrees(changed, await askEngine())
    expect(found.map(({ path }) => path.at(-1))).toEqual([0, 1])
  })
})
