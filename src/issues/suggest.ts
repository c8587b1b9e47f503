import { closest, distance } from 'fastest-levenshtein'

/** The id that a misspelt one was most likely meant to be; null when none is near. */
export function suggest(given: string, known: readonly string[]): string | null {
  if (known.length === 0 || given.length > 100) return null
  const wanted = given.toLowerCase().replaceAll(/[\s_]+/g, '-')
  const contained = known.filter((id) => id.startsWith(`${wanted}-`) || id.endsWith(`-${wanted}`))
  if (contained.length === 1) return contained[0]!
  const nearest = closest(wanted, known as string[])
  return distance(wanted, nearest) <= Math.max(2, Math.floor(wanted.length / 3)) ? nearest : null
}
