import * as z from 'zod'
import { code, id, ref, refs, sources, text } from './fields.js'

export const settingsSchema = z.strictObject({
  sectors: z
    .array(
      z.strictObject({
        id: id('The id of the sector.', 'healthcare'),
        code: code('Tracker code.', 1),
        name: text('The published name.', 'Healthcare'),
      }),
    )
    .min(1)
    .meta({ description: 'The sectors.' }),
  codingRules: z
    .array(z.strictObject({ rule: text('A coding rule of the study.', 'Fire department: Healthcare.'), sources }))
    .meta({ description: "The study's rules for coding sector and venue, in our words." })
    .default([]),
  venues: z
    .array(
      z.strictObject({
        id: id('The id of the venue.', 'jails'),
        code: code('Tracker code.', 1),
        name: text('The name as printed.', 'Criminal Justice - Jails'),
        short: text('A short name for running text.', 'jails'),
        sector: ref('sectors', 'The sector it is coded in by default.', 'criminal-legal'),
        otherSectors: refs('sectors', 'Sectors that the coding rules also allow, when the detail says so.', 'healthcare').default([]),
        specify: z
          .boolean()
          .meta({ description: 'Whether the form asks to specify it in words.', examples: [false] })
          .default(false),
        examples: z
          .array(z.string().min(1))
          .meta({ description: 'Examples of what it covers.', examples: [['drug court']] })
          .default([]),
        note: text(
          'What decides the sector, or what it covers.',
          'Fire and EMS: healthcare; police and sheriff: criminal-legal.',
        ).optional(),
      }),
    )
    .min(1)
    .meta({ description: 'The venues.' }),
  medications: z
    .array(
      z.strictObject({
        id: id('The id of the medication.', 'buprenorphine'),
        code: code('Tracker code.', 2),
        name: text('The name as printed.', 'Buprenorphine'),
        agonist: z.boolean().meta({ description: 'Whether it is an agonist or partial agonist.', examples: [true] }),
      }),
    )
    .meta({ description: 'The medications for opioid use disorder.' }),
  populations: z
    .array(
      z.strictObject({
        id: id('The id of the population.', 'reduced-tolerance'),
        code: code('Tracker code.', 2),
        name: text('The name as printed.', 'Persons who have reduced opioid tolerance'),
        short: text('A short name for running text.', 'people with reduced tolerance'),
        examples: text('Examples as the study gives them.', 'completing detox or release from jail').optional(),
      }),
    )
    .min(1)
    .meta({ description: 'The six high-risk populations.' }),
  specialPopulations: z
    .array(
      z.strictObject({
        id: id('The id of the special population.', 'veterans'),
        name: text('The name as printed.', 'Veterans'),
        note: text('Anything to know about it.', 'Added in July 2021.').optional(),
      }),
    )
    .meta({ description: 'The special populations: noted, never a requirement.' }),
})

export type Settings = z.output<typeof settingsSchema>
