import type { Guide } from '../guide/guide.js'
import type { GuideSource } from '../guide/schema.js'
import type { Menus } from '../menus/compile.js'
import { referencesOf } from '../menus/references.js'
import type { Reference } from '../menus/schema/index.js'
import type { PageWords } from '../words/pages.js'
import type { Inline, Text } from './blocks.js'
import { hostOf } from './write/link.js'

/** Numbers references in the order in which they are first cited. */
export interface Numbering {
  /** Cites references, each by its number; one that the menus or the guide do not have is shown by its id. */
  readonly cite: (ids: readonly string[]) => Inline[]
  /** The cited ones as they are printed, in the order of their numbers. */
  readonly list: () => Text[]
}

function numbering<T>(known: ReadonlyMap<string, T>, print: (reference: T) => Text): Numbering {
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
    return numbers.get(id)!
  }
  return {
    cite: (ids) => {
      const [numbered, others] = [[...new Set(ids)].filter((id) => known.has(id)), ids.filter((id) => !known.has(id))]
      return [
        ...numbered
          .map(numberOf)
          .sort((a, b) => a - b)
          .map((cite) => ({ cite })),
        ...others.map((id) => `[${id}]`),
      ]
    },
    list: () => [...numbers.keys()].map((id) => print(known.get(id)!)),
  }
}

export const numberReferences = (menus: Menus, words: PageWords): Numbering =>
  numbering(new Map(referencesOf(menus).map((reference) => [reference.id, reference])), (reference) => printReference(reference, words))

export const numberSources = (guide: Guide | null): Numbering => numbering(guide?.sources ?? new Map<string, GuideSource>(), printSource)

/** A text with a full stop at its end, unless it has a mark of its own. */
export const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

function printReference(reference: Reference, words: PageWords): Text {
  const { title, author = [], issued, publisher, volume, issue, page, number: item, DOI, URL: url } = reference
  const names = author
    .map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(' '))
    .filter((name) => name !== '')
  const authors = names.length > 3 ? words.andOthers(names[0]!) : names.join(', ')
  const pages = page === undefined ? '' : `:${page}`
  const where = [
    reference['container-title'] ?? publisher,
    volume === undefined ? item : `${volume}${issue === undefined ? '' : `(${issue})`}${pages}`,
  ]
  const year = issued?.['date-parts'][0]?.[0]
  const parts = [authors, title, where.filter(Boolean).join(' '), year === undefined ? '' : String(year)].filter((part) => part !== '')
  const address = DOI === undefined ? url : `https://doi.org/${DOI}`
  const link: Inline[] = address === undefined ? [] : [' ', { link: address, text: DOI === undefined ? hostOf(address) : `doi:${DOI}` }]
  return [parts.map(ended).join(' '), ...link]
}

/** A document of the guide: title, publisher, year, link. */
export function printSource({ title, publisher, year, url }: Pick<GuideSource, 'title' | 'publisher' | 'year' | 'url'>): Inline[] {
  const text = `${ended(title)} ${publisher}${year === undefined ? '' : `, ${year}`}.`
  return url === undefined ? [text] : [text, ' ', { link: url, text: hostOf(url) }]
}
