import * as z from 'zod'
import { id, ref, text } from './fields.js'

export const gapsSchema = z.strictObject({
  gaps: z
    .array(
      z.strictObject({
        id: id('The id of the service gap.', 'moud-distance'),
        menu: ref('menus', 'The menu it belongs to.', 'moud'),
        name: text('What it is called.', 'Medication treatment is too far away'),
        description: text('What is missing, in one sentence.', 'People cannot reach a program or prescriber in a reasonable time.'),
      }),
    )
    .min(1)
    .meta({ description: 'The service gaps.' }),
})

export type Gap = z.output<typeof gapsSchema>['gaps'][number]
