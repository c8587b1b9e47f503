import * as z from 'zod'
import { conditions } from './conditions.js'
import { basis, id, refs, share, sources, text } from './fields.js'
import { selectorSchema } from './selector.js'

export const planRulesSchema = z.strictObject({
  size: z
    .int()
    .min(1)
    .max(30)
    .meta({ description: 'The size of a plan unless asked for more.', examples: [5] }),
  maxPerStrategy: z
    .int()
    .min(1)
    .max(10)
    .meta({ description: 'At most so many options of one strategy.', examples: [2] }),
  goalWeight: share('A stated goal is served by a strategy with at least this weight for its gap.', 0.5),
  populationMenus: refs('menus', 'The menus in which a named priority population must be named by a chosen option.', 'oend'),
  requirements: z
    .array(
      z.strictObject({
        id: id('The id of the requirement.', 'r3-active-oend'),
        label: text('What is required.', 'One strategy from Active OEND'),
        basis: z.enum(['trial', 'guidance']).meta({ description: 'Who requires it.', examples: ['trial'] }),
        atLeast: z
          .int()
          .min(1)
          .meta({ description: 'How many.', examples: [1] }),
        count: z.enum(['strategies', 'options']).meta({ description: 'Different strategies, or options.', examples: ['strategies'] }),
        of: selectorSchema
          .omit({ medications: true })
          .meta({ description: 'Which options count for it: every kind of id named must match; nothing named means every option.' }),
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'What every plan must meet.' }),
  warnings: z
    .array(
      z.strictObject({
        id: id('The id of the warning.', 'forced-taper'),
        text: text('The warning.', 'Do not set dose ceilings that force tapering.'),
        because: text('Why.', 'Tapering was followed by more overdose.'),
        basis,
        sources,
        when: z
          .strictObject({
            planHas: z.array(selectorSchema).min(1).meta({ description: 'Some chosen option matches one of these.' }).optional(),
            noneChosenOrRunning: selectorSchema.optional(),
            conditions: conditions.optional(),
            needsNotMet: z
              .literal(true)
              .meta({ description: 'A chosen strategy needs others, and none of them is chosen or running.', examples: [true] })
              .optional(),
            oneVenueOrFactShare: share(
              'This share of the chosen options, or more, sits in one venue or waits for the same fact.',
              0.5,
            ).optional(),
          })
          .meta({ description: 'When it is shown: everything named must hold.' }),
      }),
    )
    .meta({ description: 'Warnings on a finished plan. They never change a score.' }),
})

export type PlanRules = z.output<typeof planRulesSchema>
