import * as z from 'zod'
import { id, text } from './fields.js'
import { ruleHead } from './rule-head.js'
import { selectorSchema } from './selector.js'

const selectorFields = {
  strategies: selectorSchema.shape.strategies,
  sectors: selectorSchema.shape.sectors,
  venues: selectorSchema.shape.venues,
}
const adjustmentSchema = z.strictObject({
  effect: z.enum(['raise', 'lower']).meta({ description: 'Up or down.', examples: ['lower'] }),
  on: z.enum(['feasibility', 'reach', 'impact']).meta({ description: 'Which number.', examples: ['reach'] }),
  by: z
    .number()
    .positive()
    .max(0.25)
    .multipleOf(0.01)
    .meta({ description: 'By how much, in whole hundredths. Every size is judgement.', examples: [0.1] }),
  ...selectorFields,
})
const warningSchema = z.strictObject({
  effect: z.literal('warn').meta({ description: 'Show a warning.', examples: ['warn'] }),
  text: text('The warning.', 'Plan for voice calls and lent phones.'),
  ...selectorFields,
})
export const ruleSchema = z.strictObject({
  ...ruleHead,
  group: id(
    'Rules of one group measure the same thing twice: per option and number only the largest raise and the largest lower count.',
    'burden',
  ).optional(),
  event: z
    .strictObject({
      type: z.literal('adjust').meta({ description: 'Rules adjust numbers and warn.', examples: ['adjust'] }),
      params: z
        .strictObject({
          effects: z
            .array(z.discriminatedUnion('effect', [adjustmentSchema, warningSchema]))
            .min(1)
            .meta({ description: 'What it raises, lowers or warns of, and for which options.' }),
        })
        .meta({ description: 'What it does.' }),
    })
    .meta({ description: 'What happens when the conditions hold.' }),
  warnWhenUnknown: z
    .boolean()
    .meta({ description: 'Show its warnings also while the rule is undecided.', examples: [true] })
    .default(false),
})
export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema).meta({ description: 'The rules.' }) })

export type Rule = z.output<typeof ruleSchema>
