import * as z from 'zod'
import { id, ref, text } from './fields.js'

const target = {
  indicator: ref('indicators', 'The indicator that it fills.', 'uninsured-19-64-pct').optional(),
  fact: ref('facts', 'The fact that it fills.', 'rurality').optional(),
}
const columnSource = {
  column: text('The column of the table.', 'pct_uninsured_19_64'),
  year: z
    .int()
    .min(1900)
    .max(2100)
    .meta({ description: 'The year of the value.', examples: [2023] }),
  source: text('The source, as shown with the value.', 'ACS 2019-2023'),
  kind: text('What kind of value it is, where columns differ.', 'count of 12 months').optional(),
  emptyMeans: z
    .enum(['missing', 'suppressed'])
    .meta({ description: 'What an empty cell means.', examples: ['suppressed'] })
    .default('missing'),
}
export const mappingSchema = z.strictObject({
  id: id('The id of the mapping, used with --mapping.', 'county-profiles'),
  title: text('The table that it reads.', 'County profiles'),
  licence: text('The licence of the table.', 'CC BY 4.0 and US Government works').optional(),
  name: z
    .array(z.string().min(1))
    .min(1)
    .meta({ description: 'Columns that make the name, joined by a comma.', examples: [['county', 'state']] }),
  state: text('The column of the state.', 'state').optional(),
  population: text('The column of the population.', 'population').optional(),
  ignored: z
    .array(z.string().min(1))
    .meta({ description: 'Columns that are known and not used.', examples: [['fips']] })
    .default([]),
  notes: z
    .strictObject({
      column: text('The column with codes.', 'quality_flags'),
      separator: text('What separates the codes.', ';'),
      texts: z.record(z.string(), z.string().min(1)).meta({
        description: 'What each code means for the reader.',
        examples: [{ AK_ACCESS_CAUTION: 'Drive times in Alaska are unreliable.' }],
      }),
    })
    .meta({ description: 'Codes of the table that become notes of the profile.' })
    .optional(),
  values: z
    .array(
      z.strictObject({
        ...target,
        from: z.array(z.strictObject(columnSource)).min(1).meta({ description: 'The columns to read: the first one with a value counts.' }),
        dividedBy: text('A column to divide by.', 'st_oud_past_year_pct').optional(),
        times: z
          .number()
          .positive()
          .meta({ description: 'A factor to multiply with.', examples: [100] })
          .optional(),
        decimals: z
          .int()
          .min(0)
          .max(6)
          .meta({ description: 'Decimals to keep of a computed value.', examples: [1] })
          .optional(),
      }),
    )
    .min(1)
    .meta({ description: 'Which columns fill which indicator or fact.' }),
})

export type Mapping = z.output<typeof mappingSchema>
