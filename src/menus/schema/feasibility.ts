import * as z from 'zod'
import { id, ref, share, sources, text, why } from './fields.js'

export const feasibilitySchema = z.strictObject({
  anchors: z
    .record(z.string(), z.record(z.string(), z.string().min(1)))
    .meta({ description: 'What each score from 1 to 5 means, for each part.', examples: [{ cost: { '5': 'almost nothing' } }] }),
  clip: z
    .strictObject({ min: share('The lowest default feasibility.', 0.05), max: share('The highest default feasibility.', 0.95) })
    .meta({ description: 'The limits of a default.' }),
  spread: share('How far off each venue modifier may be, up or down. Judgement.', 0.05),
  kinds: z
    .array(
      z.strictObject({
        id: id('The id of the kind of activity.', 'a-naloxone-handout'),
        label: text('What it is.', 'handing out naloxone'),
        reference: text('The setting that counts as 0.', 'an outpatient clinic = 0'),
        venues: z
          .array(
            z.strictObject({
              venue: ref('venues', 'The venue.', 'jails'),
              sector: ref('sectors', 'Only in this sector.', 'criminal-legal').optional(),
              modifier: z
                .number()
                .min(-0.2)
                .max(0.15)
                .meta({
                  description: 'How much easier (+) or harder (-) the start is there. Judgement, in steps of 0.05.',
                  examples: [-0.1],
                }),
              why,
              sources,
            }),
          )
          .meta({ description: 'The modifier at each venue; a venue not listed has 0.' }),
      }),
    )
    .meta({ description: 'Kinds of activity and how much easier or harder they are at each venue.' }),
  exceptions: z
    .array(
      z.strictObject({
        strategy: ref('strategies', 'The strategy.', 'moud-criminal-legal'),
        venue: ref('venues', 'Only at this venue; left out: at every venue not named in another exception.', 'other').optional(),
        modifier: z
          .number()
          .min(-0.2)
          .max(0.15)
          .meta({ description: 'The modifier in place of that of its kind.', examples: [0] }),
        why,
        sources,
      }),
    )
    .meta({ description: 'Strategies whose default already pictures a venue.' }),
})

export type Feasibility = z.output<typeof feasibilitySchema>
