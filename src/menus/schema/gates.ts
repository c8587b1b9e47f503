import * as z from 'zod'
import { refs } from './fields.js'
import { ruleHead } from './rule-head.js'
import { selectorSchema } from './selector.js'

export const gateSchema = z.strictObject({
  ...ruleHead,
  kind: z.enum(['legal', 'partner', 'contraindicated', 'saturated']).meta({ description: 'The kind of gate.', examples: ['legal'] }),
  event: z
    .strictObject({
      type: z
        .enum(['exclude', 'confirm-first', 'drop-medication'])
        .meta({ description: 'Drop the option, ask to confirm it first, or take the named medications off it.', examples: ['exclude'] }),
      params: selectorSchema,
    })
    .meta({ description: 'What happens to which options.' }),
  confirmWhenUnknown: refs(
    'readable',
    'While undecided and one of these facts is missing, the option is kept but must be confirmed first.',
    'jail-present',
  ).default([]),
})
export const gatesSchema = z.strictObject({ gates: z.array(gateSchema).meta({ description: 'The gates.' }) })

export type Gate = z.output<typeof gateSchema>
