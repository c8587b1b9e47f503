import * as z from 'zod'
import { basis, refs, share, sources, text } from './fields.js'
import { ruleHead } from './rule-head.js'
import { selectorSchema } from './selector.js'

const ifUnknownSchema = z
  .strictObject({
    chance: share('The chance that the gate rules its options out while it is undecided, 0 to 1.', 0.85),
    open: text('What has to be so for the options to be possible, after the word "if".', 'there is a syringe service here'),
    among: text('Where that is so: stands after "about 1 county in 7".', 'have one'),
    basis,
    sources,
    sourceNote: text('How the chance follows from its sources, or why it is judged so.', 'judgement, from 93 % of vulnerable counties'),
  })
  .meta({ description: 'What an excluding gate counts while the facts that it reads are not known.' })

export const gateSchema = z.strictObject({
  ...ruleHead,
  kind: z.enum(['legal', 'partner', 'contraindicated', 'saturated']).meta({ description: 'The kind of gate.', examples: ['legal'] }),
  event: z
    .strictObject({
      type: z.enum(['exclude', 'confirm-first', 'drop-medication', 'not-yet']).meta({
        description:
          'Drop the option, ask to confirm it first, take the named medications off it, or say that its venue is planned but not open.',
        examples: ['exclude'],
      }),
      params: selectorSchema,
    })
    .meta({ description: 'What happens to which options.' }),
  confirmWhenUnknown: refs(
    'readable',
    'While undecided and one of these facts is missing, the option is kept but must be confirmed first.',
    'jail-present',
  ).default([]),
  ifUnknown: ifUnknownSchema.optional(),
})
export const gatesSchema = z.strictObject({ gates: z.array(gateSchema).meta({ description: 'The gates.' }) })

export type Gate = z.output<typeof gateSchema>
