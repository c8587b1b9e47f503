import type { Menus } from '../menus/compile.js'
import { referencesOf } from '../menus/references.js'
import type { Reference } from '../menus/schema.js'
import { plainText } from '../words/plain-text.js'

/** A text in which references stand as numbers. */
export type Cited = readonly (string | { readonly reference: number })[]

/** A reference as it is printed. */
export interface PrintedReference {
  readonly number: number
  readonly text: string
  readonly link: string | null
  /** What the link says: the DOI, or the host. */
  readonly linkText: string | null
}

/** Numbers references in the order in which they are first cited. */
export interface Citations {
  /** The numbers of references that the menus hold, in rising order. */
  readonly numbersOf: (sources: readonly string[]) => readonly number[]
  /** A text of the result: `[walley-2013, coffin-2013]` becomes numbers; brackets around anything else stay. */
  readonly cited: (text: string) => Cited
  readonly list: () => readonly PrintedReference[]
}

export function citationsOf(menus: Menus): Citations {
  const references = new Map(referencesOf(menus).map((reference) => [reference.id, reference]))
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size + 1)
    return numbers.size
  }
  return {
    numbersOf: (sources) =>
      [...new Set(sources)]
        .filter((id) => references.has(id))
        .map(numberOf)
        .sort((a, b) => a - b),
    cited: (text) =>
      plainText(text)
        .split(/(\[[a-z0-9-]+(?:, [a-z0-9-]+)*\])/)
        .flatMap((part): (string | { reference: number })[] => {
          if (part === '') return []
          const ids = part.startsWith('[') && part.endsWith(']') ? part.slice(1, -1).split(', ') : []
          return ids.length > 0 && ids.every((id) => references.has(id)) ? ids.map((id) => ({ reference: numberOf(id) })) : [part]
        }),
    list: () => [...numbers].map(([id, number]) => printReference(references.get(id)!, number)),
  }
}

function printReference(reference: Reference, number: number): PrintedReference {
  const { title, author = [], issued, publisher, volume, issue, page, number: item, DOI, URL: url } = reference
  const names = author
    .map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(' '))
    .filter((name) => name !== '')
  const authors = names.length > 3 ? `${names[0]} et al.` : names.join(', ')
  const year = issued?.['date-parts'][0]?.[0]
  const container = reference['container-title'] ?? publisher
  const where = [
    container,
    volume === undefined ? '' : `${volume}${issue === undefined ? '' : `(${issue})`}${page === undefined ? '' : `:${page}`}`,
    volume === undefined ? item : undefined,
  ]
  const text = [authors, `${title}`, where.filter(Boolean).join(' '), year].filter((part) => part !== undefined && part !== '').join('. ')
  const address = DOI === undefined ? url : `https://doi.org/${DOI}`
  const link = address?.startsWith('https://') ? address.replace(/[<>\s]/g, encodeURIComponent) : null
  return {
    number,
    text: plainText(`${text}.`).replaceAll(/([.?!])\.(?= |$)/g, '$1'),
    link,
    linkText: link === null ? null : DOI === undefined ? hostOf(link) : `doi:${DOI}`,
  }
}

const hostOf = (url: string): string => url.replace(/^https:\/\/(www\.)?/, '').replace(/\/.*$/, '')
