import { type Check, conflict } from './check.js'

/** Signs that end a sentence or a quotation, and get copied along with an address. */
const straySign = /[.,;:'"]$/

export const linksWellFormed: Check = {
  name: 'links-well-formed',
  description: 'DOIs and links have the form of an address, and no work stands in the list twice.',
  run(data, report) {
    const seen = new Map<string, string>()
    data.references.forEach(({ id, DOI, URL: link }, index) => {
      const at = (key: string) => ['references.json', [index, key]] as const
      if (DOI !== undefined && straySign.test(DOI)) {
        report(
          ...at('DOI'),
          conflict(
            `the DOI ends in '${DOI.at(-1)}'`,
            'It was copied with the sign that follows it, and leads nowhere.',
            'Remove the last sign.',
          ),
        )
      }
      if (link !== undefined && (!URL.canParse(link) || !new URL(link).hostname.includes('.') || straySign.test(link))) {
        report(...at('URL'), { code: 'bad-form', received: `'${link}'`, expected: 'an address that begins with https:// and names a host' })
      }
      if (DOI === undefined) return
      const twin = seen.get(DOI.toLowerCase())
      if (twin !== undefined)
        report(
          ...at('DOI'),
          conflict(`'${id}' and '${twin}' have the same DOI`, 'One work would be counted as two.', 'Keep one of them and cite that.'),
        )
      seen.set(DOI.toLowerCase(), id)
    })
  },
}
