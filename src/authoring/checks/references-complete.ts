import type { Reference } from '../../menus/schema/index.js'
import type { Check } from './check.js'
import { referencesOf } from './walk.js'

/** Types of CSL-JSON that a reference may have here. */
const types = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'document',
  'legislation',
  'personal_communication',
  'regulation',
  'report',
  'software',
  'standard',
  'thesis',
  'webpage',
]

/** Lists what a reader needs to find the work and this reference lacks. */
function lacks({
  author = [],
  publisher,
  'container-title': container,
  number,
  DOI,
  URL: link,
  issued,
}: Reference): { key: string; expected: string }[] {
  const hasAuthor = author.some(({ family, literal }) => (family ?? literal ?? '') !== '')
  const hasAddress = DOI !== undefined || link !== undefined
  return [
    ...(hasAuthor || publisher !== undefined || container !== undefined || number !== undefined
      ? []
      : [{ key: 'author', expected: 'who wrote it, or its publisher' }]),
    ...(hasAddress || container !== undefined || publisher !== undefined
      ? []
      : [{ key: 'DOI', expected: 'where it can be found: a DOI, a URL, or what it appeared in (container-title, publisher)' }]),
    // An address leads to the date as well.
    ...(hasAddress || issued !== undefined ? [] : [{ key: 'issued', expected: 'when it appeared: it shows how old the evidence is' }]),
  ]
}

export const referencesComplete: Check = {
  name: 'references-complete',
  description: 'Every reference says who, what and where, so that a reader can look it up.',
  *run(data) {
    for (const { value: reference, at } of referencesOf(data)) {
      for (const { key, expected } of lacks(reference)) yield at().missing(key, expected)
      if (!types.includes(reference.type)) yield at('type').unknownId({ kind: 'type of reference' }, reference.type, types)
      // A law in force has no date of its own; every other work has one.
      const year = Number(reference.issued?.['date-parts'][0]?.[0])
      if (reference.issued !== undefined && !(Number.isInteger(year) && year >= 1900 && year <= 2100))
        yield at('issued').conflict(
          'the date has no year',
          'The year shows how old the evidence is.',
          'Write "issued": { "date-parts": [[2023]] }.',
        )
    }
  },
}
