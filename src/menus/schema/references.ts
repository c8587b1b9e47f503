import * as z from 'zod'
import { id, text } from './fields.js'

const orNumber = (description: string, example: string) => z.union([z.string(), z.number()]).meta({ description, examples: [example] })
const name = (description: string, example: string) => z.string().meta({ description, examples: [example] })

// Strict, though CSL-JSON knows many more fields: a misspelt one would otherwise be silently lost.
export const referenceSchema = z.strictObject({
  id: id('The id of the reference.', 'walley-2013'),
  type: text('The type of work, in the words of CSL-JSON.', 'article-journal'),
  title: text('The title.', 'Opioid overdose rates and implementation of overdose education'),
  author: z
    .array(
      z.strictObject({
        family: name('The family name.', 'Walley').optional(),
        given: name('Given names or initials.', 'AY').optional(),
        literal: name('The name of an organization.', 'Drug Enforcement Administration').optional(),
      }),
    )
    .meta({ description: 'Who wrote it.', examples: [[{ family: 'Walley' }]] })
    .optional(),
  issued: z
    .strictObject({
      'date-parts': z
        .array(z.array(z.union([z.number(), z.string()])))
        .meta({ description: 'Year, month and day, as far as they are known.', examples: [[[2013, 1, 31]]] }),
    })
    .meta({ description: 'When it appeared.', examples: [{ 'date-parts': [[2013]] }] })
    .optional(),
  'container-title': name('The journal, book or series that it appeared in.', 'BMJ').optional(),
  publisher: name('The publisher.', 'RTI International').optional(),
  volume: orNumber('The volume.', '346').optional(),
  issue: orNumber('The issue.', '5').optional(),
  page: orNumber('The pages.', '870-879').optional(),
  number: orNumber('The number of a law, rule or report.', '89 FR 7528').optional(),
  edition: orNumber('The edition.', '2').optional(),
  genre: name('The kind of report, thesis or other work.', 'Policy brief').optional(),
  'publisher-place': name('The place of the publisher.', 'Rockville, MD').optional(),
  language: name('The language, as a code.', 'en').optional(),
  PMID: orNumber('The number in PubMed.', '23372174').optional(),
  annote: name('What to know of it.', 'News report; the study itself was not read.').optional(),
  note: name('A remark.', 'Effective 2 Apr 2024.').optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI begins with 10. and has no address before it')
    .meta({ description: 'The DOI, without an address before it.', examples: ['10.1136/bmj.f174'] })
    .optional(),
  URL: z
    .string()
    .regex(/^https:\/\/\S+$/, 'a link begins with https://')
    .meta({ description: 'The address where it can be read.', examples: ['https://www.ecfr.gov/current/title-21'] })
    .optional(),
})
export const referencesSchema = z.array(referenceSchema)

export type Reference = z.output<typeof referenceSchema>
