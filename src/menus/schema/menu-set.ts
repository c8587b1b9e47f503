import * as z from 'zod'
import { id, text } from './fields.js'

export const menuSetSchema = z.strictObject({
  id: id('The id of this set of menus.', 'orcca'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, as in 1.0.0')
    .meta({ description: 'Version of the data, by semantic versioning (see the README).', examples: ['1.0.0'] }),
  title: text('The name of the set, as shown to people.', 'Opioid-overdose Reduction Continuum of Care Approach (ORCCA)'),
  licence: text('The licence of the data, as an SPDX id.', 'CC-BY-4.0'),
  editions: z
    .record(z.string(), text('What the edition is.', 'Chandler et al. 2023, Table 1'))
    .meta({
      description: 'The published editions that names are taken from, by their short code.',
      examples: [{ E2: 'Chandler et al. 2023, Table 1' }],
    })
    .default({}),
  limits: z
    .array(text('A known weakness of the data.', 'The naloxone effects rest on evidence from before fentanyl.'))
    .meta({
      description: 'What is weak in these data: shown with every result.',
      examples: [['The naloxone effects rest on evidence from before fentanyl.']],
    })
    .default([]),
})

export type MenuSet = z.output<typeof menuSetSchema>
