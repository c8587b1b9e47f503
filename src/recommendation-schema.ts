import * as z from 'zod'
import type { Ids } from './profile/schema.js'
import { stages } from './profile/schema.js'
import { withoutEval } from './without-eval.js'
import type { Recommendation } from './words/plan.js'

const share = () => z.number().min(0).max(1)
const id = () => z.string()
const ids = () => z.array(z.string())
const estimateOf = (value: z.ZodNumber) => z.object({ low: value, best: value, high: value })
const estimate = () => estimateOf(share())
const points = () => estimateOf(z.number().min(0).max(100))
const counted = () => z.number().min(0).max(100)
const text = () => z.string()
const basis = () => z.enum(['trial', 'guidance', 'coalition'])
const quantity = () => z.enum(['feasibility', 'reach', 'impact'])

const states = () => z.array(z.object({ id: id(), verdict: z.enum(['met', 'unknown']), missing: ids() }))
const valued = { year: z.int().nullable(), source: z.string().nullable() }

const gaps = () =>
  z.array(
    z.object({
      gap: id(),
      menu: id(),
      severity: estimate(),
      basis: z.enum(['measured', 'stated', 'assumed']),
      measuredShare: share(),
      indicators: z.array(z.object({ id: id(), value: z.number().nullable(), ...valued, severity: estimate(), weight: share() })),
      notes: z.array(z.object({ code: z.enum(['state-value', 'stand-in']), indicator: id(), year: z.int().nullable() })),
    }),
  )

const dataGaps = () =>
  z.array(
    z.object({
      fact: id(),
      why: z.enum(['missing', 'suppressed']),
      strategies: ids(),
      settles: z.object({ gaps: ids(), gates: ids(), rules: ids() }),
      planned: z.int(),
      gain: z.number().min(0),
      swing: z.number().min(0).max(100),
    }),
  )

function factors() {
  const signed = estimateOf(z.number().min(-0.25).max(0.25))
  const rating = z.number().min(1).max(5).nullable()
  return z.object({
    effect: estimate(),
    reach: estimate(),
    potential: estimate(),
    need: estimate(),
    gap: id(),
    gapWeight: share(),
    stage: z.enum(stages),
    room: share(),
    listedReach: share(),
    atRiskShare: estimate(),
    adjustments: z.object({ reach: signed, impact: signed, feasibility: signed }),
    feasibilityBasis: z.enum(['default', 'rated', 'partly-rated']),
    defaultFeasibility: z.object({ strategy: share(), modifier: z.number() }).extend(estimate().shape),
    delay: estimate(),
    ratings: z.object({
      feasibility: rating,
      readiness: rating,
      desirability: rating,
      raters: z.int().min(0),
      leftOut: z.int().min(0),
    }),
  })
}

const ranking = () =>
  z.array(
    z.object({
      id: id(),
      strategy: id(),
      menu: id(),
      section: id(),
      sector: id(),
      venue: id(),
      medications: ids(),
      populations: ids(),
      priority: points(),
      impact: estimate(),
      feasibility: estimate(),
      expected: counted(),
      availability: z.object({ chance: share(), waitsFor: ids() }),
      quadrant: z.enum(['do-now', 'build-toward', 'easy-but-small', 'not-now']),
      unsettled: z.boolean(),
      rank: z.int().min(1),
      certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
      factors: factors(),
      rules: z.array(z.object({ id: id(), on: quantity(), by: z.number() })),
      gates: ids(),
    }),
  )

function requirements() {
  const missing = z.object({
    listed: z.int(),
    gates: z.array(z.object({ gate: id(), options: z.int() })),
    vetoed: z.int(),
    left: z.int(),
    byHand: z.boolean(),
  })
  const row = z.object({
    id: id(),
    basis: basis(),
    met: z.boolean(),
    metBy: ids(),
    count: z.enum(['strategies', 'options']),
    counted: z.int(),
    atLeast: z.int(),
    unnamed: ids().nullable(),
    missing: missing.nullable(),
    label: text(),
    text: text(),
  })
  const target = z.object({
    measure: text().nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    by: z.string().nullable(),
  })
  const goal = { sector: id().nullable(), venue: id().nullable(), population: id().nullable(), targets: z.array(target) }
  return z.array(
    z.discriminatedUnion('kind', [
      row.extend({ kind: z.literal('menu') }),
      row.extend({ kind: z.literal('goal'), gap: id(), statements: z.array(z.string()), ...goal }),
      row.extend({ kind: z.literal('population'), population: id() }),
      row.extend({ kind: z.literal('pin'), of: id() }),
    ]),
  )
}

function plan() {
  const otherwise = z.object({ id: id(), cost: z.number(), changes: z.object({ out: ids(), in: ids() }).optional() })
  const words = z.object({ reasons: z.array(text()), warnings: z.array(text()), confirmFirst: z.array(text()), sources: ids() })
  return z.object({
    size: z.int().min(0),
    selections: z.array(
      z.object({ id: id(), rank: z.int().min(1), priority: points(), expected: counted(), otherwise: otherwise.nullable(), words }),
    ),
    upgrades: z.array(z.object({ facts: ids(), in: ids(), out: ids(), gain: z.number().min(0), chance: share() })),
    requirements: requirements(),
    complete: z.boolean(),
    total: z.number().min(0),
    proven: z.boolean(),
    withoutWishes: z.object({ size: z.int(), total: z.number() }).nullable(),
    warnings: z.array(
      z.object({
        code: z.literal('warning'),
        id: id(),
        leaning: z.array(z.object({ strategy: id(), on: ids() })),
        crowded: z.array(z.object({ by: z.enum(['venue', 'fact']), id: id(), options: z.int(), of: z.int() })),
        text: text(),
      }),
    ),
    notes: z.array(z.looseObject({ code: z.string(), text: text() })),
  })
}

const build = () =>
  z.object({
    schemaVersion: z.literal(2),
    menus: z.object({ id: id(), version: z.string() }),
    community: z.object({
      name: z.string(),
      state: z.string().nullable(),
      population: z.int().nullable(),
      asOf: z.string().nullable(),
      priorityPopulations: ids(),
      specialPopulations: ids(),
    }),
    weights: z.object({ impact: share(), feasibility: share() }),
    facts: z.array(
      z.object({ id: id(), value: z.union([z.number(), z.boolean(), z.string()]), ...valued, given: z.enum(['profile', 'computed']) }),
    ),
    gates: states(),
    rules: states(),
    gaps: gaps(),
    dataGaps: dataGaps(),
    ranking: ranking(),
    excluded: z.array(z.object({ id: id(), by: ids() })),
    plan: plan(),
    notes: z.array(z.looseObject({ code: z.string(), text: text() })),
  })

let built: z.ZodType<Recommendation<Ids>> | undefined

/** The schema of a result, for apps that read one from a file or a network. Keys may be added; unknown ones are left out, not refused. */
export function recommendationSchema(): z.ZodType<Recommendation<Ids>> {
  built ??= withoutEval(build) as unknown as z.ZodType<Recommendation<Ids>>
  return built
}
