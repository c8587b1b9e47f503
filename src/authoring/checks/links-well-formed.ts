import type { Check } from './check.js'
import { referencesOf } from './walk.js'

/** Signs that end a sentence or a quotation, and get copied along with an address. */
const straySign = /[.,;:'"]$/

export const linksWellFormed: Check = {
  name: 'links-well-formed',
  description: 'DOIs and links have the form of an address, and no work is listed twice.',
  *run(data) {
    const seen = new Map<string, string>()
    for (const { value, at } of referencesOf(data)) {
      const { id, DOI, URL: link } = value
      if (DOI !== undefined && straySign.test(DOI))
        yield at('DOI').conflict(
          `the DOI ends in '${DOI.at(-1)}'`,
          'It was copied with the sign that follows it, and leads nowhere.',
          'Remove the last sign.',
        )
      if (link !== undefined && (!URL.canParse(link) || !new URL(link).hostname.includes('.') || straySign.test(link)))
        yield at('URL').is({
          code: 'bad-form',
          received: `'${link}'`,
          expected: 'an address that begins with https:// and names a host',
        })
      if (DOI === undefined) continue
      const twin = seen.get(DOI.toLowerCase())
      if (twin !== undefined)
        yield at('DOI').conflict(
          `'${id}' and '${twin}' have the same DOI`,
          'One work would be counted as two.',
          'Keep one of them and cite that.',
        )
      seen.set(DOI.toLowerCase(), id)
    }
  },
}
