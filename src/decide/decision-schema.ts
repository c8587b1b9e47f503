import * as z from 'zod'
import type { Ids } from '../profile/schema.js'
import { stages } from '../profile/schema.js'
import { withoutEval } from '../without-eval.js'
import type { Recommendation } from './decision.js'

function build(): z.ZodType<Recommendation<Ids>> {
  const share = z.number().min(0).max(1)
  const estimateOf = (value: z.ZodNumber) => z.object({ low: value, best: value, high: value }).readonly()
  const estimate = estimateOf(share)
  const signed = estimateOf(z.number().min(-0.25).max(0.25))
  const points = estimateOf(z.number().min(0).max(100))
  const id = z.string()
  const texts = z.array(z.string()).readonly()
  const option = { id, strategy: id, menu: id, section: id, sector: id, venue: id, priority: points, reasons: texts }
  const rating = z.number().min(1).max(5).nullable()

  return z.object({
    schemaVersion: z.literal(1),
    menus: z.object({ id, version: z.string() }),
    community: z.object({
      name: z.string(),
      state: z.string().nullable(),
      population: z.int().nullable(),
      asOf: z.string().nullable(),
      priorityPopulations: z.array(id),
      specialPopulations: z.array(id),
    }),
    gaps: z.array(
      z.object({
        gap: id,
        name: z.string(),
        menu: id,
        severity: estimate,
        basis: z.enum(['measured', 'stated', 'assumed']),
        measuredShare: share,
        indicators: z.array(
          z.object({
            id,
            value: z.number().nullable(),
            year: z.int().nullable(),
            source: z.string().nullable(),
            severity: estimate,
            weight: share,
          }),
        ),
        notes: texts,
      }),
    ),
    dataGaps: z.array(
      z.object({
        fact: id,
        why: z.enum(['missing', 'suppressed']),
        strategies: z.array(id),
        text: z.string(),
        planned: z.int(),
        swing: z.number().min(0).max(100),
      }),
    ),
    ranking: z.array(
      z.object({
        ...option,
        medications: z.array(id),
        populations: z.array(id),
        impact: estimate,
        feasibility: estimate,
        quadrant: z.enum(['do-now', 'build-toward', 'easy-but-small', 'not-now']),
        unsettled: z.boolean(),
        rank: z.int().min(1),
        certainty: z.enum(['high', 'moderate', 'low', 'very-low']),
        factors: z.object({
          effect: estimate,
          reach: estimate,
          potential: estimate,
          need: estimate,
          gap: id,
          gapWeight: share,
          stage: z.enum(stages),
          room: share,
          listedReach: share,
          atRiskShare: share,
          adjustments: z.object({ reach: signed, impact: signed, feasibility: signed }),
          feasibilityBasis: z.enum(['default', 'rated', 'partly-rated']),
          defaultFeasibility: z.object({ strategy: share, modifier: z.number(), value: share }),
          ratings: z.object({ feasibility: rating, readiness: rating, desirability: rating, raters: z.int().min(0) }),
          weights: z.object({ impact: share, feasibility: share }),
        }),
        confirmFirst: z.array(z.object({ gate: id, facts: z.array(id), text: z.string() })),
        warnings: texts,
        sources: texts,
      }),
    ),
    excluded: z.array(z.object({ id, strategy: id, sector: id, venue: id, rule: id, reason: z.string() })),
    plan: z.object({
      size: z.int().min(0),
      selections: z.array(
        z.object({
          ...option,
          otherwise: z.object({ id, cost: z.number(), changes: z.object({ out: texts, in: texts }).optional() }).nullable(),
        }),
      ),
      requirements: z.array(
        z.object({
          id,
          label: z.string(),
          basis: z.enum(['trial', 'guidance', 'coalition']),
          met: z.boolean(),
          metBy: z.array(id),
          reason: z.string(),
        }),
      ),
      complete: z.boolean(),
      total: z.number().min(0),
      notes: texts,
      warnings: texts,
    }),
    notes: texts,
  })
}

let built: z.ZodType<Recommendation<Ids>> | undefined

/** The schema of a result, for apps that read one from a file or a network. Keys may be added; unknown ones are left out, not refused. */
export function recommendationSchema(): z.ZodType<Recommendation<Ids>> {
  built ??= withoutEval(build)
  return built
}
