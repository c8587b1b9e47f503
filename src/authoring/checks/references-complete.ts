import type { Reference } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'

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

/** What a reader needs to find the work, and what this one lacks. */
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
    // An address leads to the date, too.
    ...(hasAddress || issued !== undefined ? [] : [{ key: 'issued', expected: 'when it appeared: it shows how old the evidence is' }]),
  ]
}

export const referencesComplete: Check = {
  name: 'references-complete',
  description: 'Every reference says who, what and where, so that a reader can look it up.',
  run(data, report) {
    data.references.forEach((reference, index) => {
      for (const missing of lacks(reference)) report('references.json', [index], { code: 'missing-key', ...missing })
      if (!types.includes(reference.type)) {
        report(
          'references.json',
          [index, 'type'],
          conflict(
            `'${reference.type}' is no type of reference`,
            'The types are those of CSL-JSON, in which references are kept.',
            `Write one of: ${types.join(', ')}.`,
          ),
        )
      }
      // A law in force has no date of its own; every other work has one.
      const year = Number(reference.issued?.['date-parts'][0]?.[0])
      if (reference.issued !== undefined && !(Number.isInteger(year) && year >= 1900 && year <= 2100)) {
        report(
          'references.json',
          [index, 'issued'],
          conflict('the date has no year', 'The year shows how old the evidence is.', 'Write "issued": { "date-parts": [[2023]] }.'),
        )
      }
    })
  },
}
