import * as z from 'zod'
import { basis, id, range, ref, refs, share, sources, text } from './fields.js'

export const indicatorSchema = z.strictObject({
  id: id('The id of the indicator; profiles give its value under it.', 'otp-within-30-min-pct-tracts'),
  label: text('What it measures.', 'Tracts within 30 minutes of an opioid treatment program (methadone)'),
  unit: text('Its unit.', '% of tracts'),
  form: z
    .enum(['amount', 'percent', 'scale'])
    .meta({
      description:
        'How a sentence writes a value: with its unit (`amount`: 7 days), with the sign alone (`percent`: 25 %), or explained (`scale`).',
      examples: ['percent'],
    })
    .default('amount'),
  range,
  gap: ref('gaps', 'The service gap that it measures; left out for a number that only rules read.', 'moud-distance').optional(),
  met: z
    .number()
    .meta({ description: 'At this value the gap is met (severity 0).', examples: [82] })
    .optional(),
  worst: z
    .number()
    .meta({ description: 'At this value the gap is at its worst (severity 1).', examples: [0] })
    .optional(),
  weight: share('The share of the gap that it tells; the shares of a gap add up to 1.', 0.5).optional(),
  insteadOf: refs(
    'indicators',
    'Alternatives that share one weight with it: the first one in the file that has a value counts.',
    'ed-followup-30d-fua-pct',
  ).default([]),
  standsFor: z
    .enum(['itself', 'something-else', 'the-state'])
    .meta({
      description: 'Whether it measures the thing itself, stands in for something else, or is one value for the whole state.',
      examples: ['itself'],
    })
    .default('itself'),
  from: z
    .strictObject({
      fact: ref('facts', 'The fact that it is computed from.', 'jail-moud-level'),
      values: z
        .record(z.string(), z.number())
        .meta({
          description: 'The value for each answer; left out where the fact is the number itself.',
          examples: [{ none: 0, 'anyone-who-asks': 1 }],
        })
        .optional(),
    })
    .meta({ description: 'For a value that is computed from a fact instead of being given in the profile.' })
    .optional(),
  basis: basis.optional(),
  why: text('What the benchmark rests on.', 'Kleinman 2020 (17.8 % of US residents are 30 minutes or more away)').optional(),
  sources,
  note: text('What to know before using it.', 'Free-flow car time; it says a program exists, not that it takes patients.').optional(),
})
export const indicatorsSchema = z.strictObject({ indicators: z.array(indicatorSchema).min(1).meta({ description: 'The indicators.' }) })

export type Indicator = z.output<typeof indicatorSchema>
