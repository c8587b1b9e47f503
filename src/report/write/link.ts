/**
 * An address that a document may link to: https, a host, and no name or password in front of it, which could pass for the host.
 * Anything else is null, and stays text. What could end a link or a cell of a table is encoded
 * (`encodeURIComponent` would leave some of it).
 */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return url.href.replace(/["'<>()[\]{}|\\^`*$]/g, encode)
}

const encode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** The host of an address, as a reader knows it: `cdc.gov`. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address)
