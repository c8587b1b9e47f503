import * as z from 'zod'
import { id, range, sources, text } from './fields.js'

export const factSchema = z.strictObject({
  id: id('The id of the fact; profiles give its value under `context`.', 'jail-present'),
  ask: text('The question that settles it.', 'Is there a jail in the community?'),
  label: text('The fact as a short phrase for sentences.', 'jail in the community'),
  type: z.enum(['boolean', 'choice', 'number']).meta({ description: 'Yes or no, one of `values`, or a number.', examples: ['boolean'] }),
  values: z
    .array(z.string().min(1))
    .min(2)
    .meta({ description: 'The answers of a choice.', examples: [['none', 'some', 'strong']] })
    .optional(),
  range: range.optional(),
  unit: text('The unit of a number.', 'share of the year in force, 0 to 1').optional(),
  from: z
    .enum(['public-data', 'inventory', 'coalition'])
    .meta({ description: 'Where the answer comes from: public data, a local inventory, or the coalition.', examples: ['inventory'] }),
  law: z
    .boolean()
    .meta({ description: 'A law, whose year must be shown.', examples: [false] })
    .default(false),
  sources,
  note: text('What to know before answering.', 'Not naltrexone alone.').optional(),
})
export const factsSchema = z.strictObject({ facts: z.array(factSchema).min(1).meta({ description: 'The facts.' }) })

export type Fact = z.output<typeof factSchema>
