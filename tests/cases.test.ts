import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import type { RecommendOptions } from '../src/decide/options.js'
import { ProfileError } from '../src/issues/issue.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { CommunityProfile, Ids } from '../src/profile/schema.js'
import { recommend } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { namesOf } from '../src/words/names.js'
import { type Recommendation, wordsOf } from '../src/words/plan.js'
import { confirmationsOf } from '../src/words/reason.js'

const estimate = z.union([z.number(), z.strictObject({ low: z.number(), best: z.number(), high: z.number() })])
const optionSchema = z.strictObject({
  reach: estimate.optional(),
  need: estimate.optional(),
  impact: estimate.optional(),
  feasibility: estimate.optional(),
  priority: estimate.optional(),
  quadrant: z.string().optional(),
  gap: z.string().optional(),
  medications: z.array(z.string()).optional(),
  adjustments: z
    .strictObject({ reach: z.number().optional(), impact: z.number().optional(), feasibility: z.number().optional() })
    .optional(),
  warns: z.string().optional(),
  doesNotWarn: z.string().optional(),
})

/** A case, as an expert writes it: a profile, what is expected, and why. */
const caseSchema = z.strictObject({
  case: z.string().min(1),
  profile: z.looseObject({ name: z.string() }),
  options: z.looseObject({}).optional(),
  because: z.string().min(1),
  expect: z
    .strictObject({
      gaps: z.record(z.string(), z.strictObject({ severity: estimate, basis: z.string(), measuredShare: z.number() })).optional(),
      dataGaps: z.record(z.string(), z.enum(['missing', 'suppressed'])).optional(),
      /** Numbers of ranked options; one number is the best value. */
      options: z.record(z.string(), optionSchema).optional(),
      /** Options that are offered, whatever their rank. */
      offered: z.array(z.string()).optional(),
      /** Excluded options, each with the gate. */
      excluded: z.record(z.string(), z.string()).optional(),
      /** Options to confirm first, each with the gate that asks. */
      confirmFirst: z.record(z.string(), z.string()).optional(),
      /** Pairs: the first is ranked above the second. */
      above: z.array(z.tuple([z.string(), z.string()])).optional(),
      requirements: z.record(z.string(), z.enum(['met', 'notMet'])).optional(),
      complete: z.boolean().optional(),
      size: z.number().optional(),
      /** How many different strategies the plan holds. */
      strategies: z.number().optional(),
      /** Strategies or options that are in the plan. */
      planHas: z.array(z.string()).optional(),
      planWarns: z.string().optional(),
      planNotes: z.string().optional(),
      /** The profile is refused, and the message holds this. */
      refused: z.string().optional(),
    })
    .refine((expected) => Object.keys(expected).length > 0, 'a case expects something'),
})
type Case = z.output<typeof caseSchema>

const folder = 'tests/cases'
const files = readdirSync(folder).sort()
const cases = files.map((file) => [file, z.array(caseSchema).parse(parse(readFileSync(`${folder}/${file}`, 'utf8')))] as const)
const menus = builtInMenus()
const names = namesOf(menus)
const all = cases.flatMap(([, list]) => list)

const run = ({ profile, options }: Case): Recommendation<Ids> =>
  recommend(profile as CommunityProfile<Ids>, { ...(options as RecommendOptions<Ids>), menus })

const strategyOf = ({ id }: { readonly id: string }): string => id.split('@')[0]!
const texts = (said: readonly { readonly text: string }[]): string => said.map(({ text }) => text).join('\n')

/** Compares with one number (the best value) or all three. */
function expectEstimate(actual: { low: number; best: number; high: number }, expected: z.output<typeof estimate>, what: string): void {
  expect(typeof expected === 'number' ? actual.best : actual, what).toEqual(expected)
}

function check(result: Recommendation<Ids>, { expect: expected }: Case): void {
  const { plan } = result
  const option = (id: string) => {
    const found = result.ranking.find((each) => each.id === id)
    if (!found) throw new Error(`'${id}' is not ranked`)
    return found
  }
  for (const [id, { severity, basis, measuredShare }] of Object.entries(expected.gaps ?? {})) {
    const gap = result.gaps.find((each) => each.gap === id)!
    expectEstimate(gap.severity, severity, id)
    expect({ basis: gap.basis, measuredShare: gap.measuredShare }, id).toEqual({ basis, measuredShare })
  }
  for (const [fact, why] of Object.entries(expected.dataGaps ?? {}))
    expect(result.dataGaps.find((gap) => gap.fact === fact)?.why, fact).toBe(why)
  for (const [id, wanted] of Object.entries(expected.options ?? {})) {
    const found = option(id)
    const { reach, need } = found.factors
    for (const [key, actual] of Object.entries({
      reach,
      need,
      impact: found.impact,
      feasibility: found.feasibility,
      priority: found.priority,
    })) {
      const value = wanted[key as 'reach']
      if (value !== undefined) expectEstimate(actual, value, `${id}: ${key}`)
    }
    for (const [key, by] of Object.entries(wanted.adjustments ?? {}))
      expect(found.factors.adjustments[key as 'reach'].best, `${id}: ${key}`).toBe(by)
    if (wanted.quadrant) expect(found.quadrant, id).toBe(wanted.quadrant)
    if (wanted.gap) expect(found.factors.gap, id).toBe(wanted.gap)
    if (wanted.medications) expect(found.medications, id).toEqual(wanted.medications)
    const warnings = (): string => wordsOf(found, result, names, english).warnings.join('\n')
    if (wanted.warns) expect(warnings(), id).toContain(wanted.warns)
    if (wanted.doesNotWarn) expect(warnings(), id).not.toContain(wanted.doesNotWarn)
  }
  for (const id of expected.offered ?? []) expect(option(id).id).toBe(id)
  for (const [id, gate] of Object.entries(expected.excluded ?? {})) {
    expect(result.excluded.find((each) => each.id === id)?.by, id).toEqual([gate])
    expect(
      result.ranking.some((each) => each.id === id),
      id,
    ).toBe(false)
  }
  for (const [id, gate] of Object.entries(expected.confirmFirst ?? {}))
    expect(
      confirmationsOf(option(id), result, menus).map((each) => each.gate),
      id,
    ).toContain(gate)
  for (const [first, second] of expected.above ?? [])
    expect(option(first).rank, `${first} above ${second}`).toBeLessThan(option(second).rank)
  for (const [id, met] of Object.entries(expected.requirements ?? {}))
    expect(plan.requirements.find((each) => each.id === id)?.met, id).toBe(met === 'met')
  if (expected.complete !== undefined) expect(plan.complete).toBe(expected.complete)
  if (expected.size !== undefined) expect(plan.selections).toHaveLength(expected.size)
  if (expected.strategies !== undefined) expect(new Set(plan.selections.map(strategyOf)).size).toBe(expected.strategies)
  for (const id of expected.planHas ?? []) expect(plan.selections.flatMap((each) => [each.id, strategyOf(each)])).toContain(id)
  if (expected.planWarns) expect(texts(plan.warnings)).toContain(expected.planWarns)
  if (expected.planNotes) expect(texts(plan.notes)).toContain(expected.planNotes)
}

describe.each(cases)('%s', (_, list) => {
  test.each(list)('$case', (each) => {
    const { refused } = each.expect
    if (refused === undefined) check(run(each), each)
    else {
      expect(() => run(each)).toThrow(ProfileError)
      expect(() => run(each)).toThrow(refused)
    }
  })
})

describe('the cases cover', () => {
  const { data } = menus
  const expected = all.map((each) => each.expect)

  test('every requirement, met; and every one that a coalition can rule out, not met', () => {
    const seen = (state: string) =>
      new Set(expected.flatMap(({ requirements = {} }) => Object.entries(requirements).flatMap(([id, is]) => (is === state ? [id] : []))))
    const ids = data.plan.requirements.map(({ id }) => id)
    expect(ids.filter((id) => !seen('met').has(id))).toEqual([])
    // Populations and sectors are named by options of nearly every strategy: what rules them out rules out the menu itself.
    expect(ids.filter((id) => !seen('notMet').has(id))).toEqual([
      'r6-population-moud',
      'r7-healthcare',
      'r7-behavioral-health',
      'r7-criminal-legal',
    ])
  })

  test('every kind of gate and every thing that a gate does', () => {
    const gates = new Map(data.gates.map((gate) => [gate.id, gate]))
    const named = expected
      .flatMap(({ excluded = {}, confirmFirst = {} }) => [...Object.values(excluded), ...Object.values(confirmFirst)])
      .map((id) => gates.get(id)!)
    expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(data.gates.map(({ kind }) => kind)))
    expect(new Set(named.map(({ event }) => event.type))).toEqual(new Set(['exclude', 'confirm-first', 'drop-medication']))
  })

  test('every thing that a rule does: up and down on each number, a warning, a warning while undecided', () => {
    const moved = expected.flatMap(({ options = {} }) =>
      Object.values(options).flatMap(({ adjustments = {} }) => Object.entries(adjustments).map(([on, by]) => `${on} ${Math.sign(by)}`)),
    )
    for (const on of ['reach', 'impact', 'feasibility']) expect(moved).toEqual(expect.arrayContaining([`${on} 1`, `${on} -1`]))
    expect(expected.filter(({ options = {} }) => Object.values(options).some(({ warns }) => warns)).length).toBeGreaterThan(2)
  })

  test('every formula: severity, need, reach, impact, feasibility, priority and the quadrant', () => {
    for (const key of ['need', 'reach', 'impact', 'feasibility', 'priority', 'quadrant'] as const) {
      expect(
        expected.some(({ options = {} }) => Object.values(options).some((option) => option[key] !== undefined)),
        key,
      ).toBe(true)
    }
    expect(all.length).toBeGreaterThanOrEqual(30)
    expect(new Set(all.map((each) => each.case)).size).toBe(all.length)
  })
})
