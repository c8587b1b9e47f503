import type { Problem } from './issue.js'
import { suggest } from './suggest.js'

/** The name of a kind of id, and where such an id counts: `section`, `in this menu`. */
export interface Kind {
  readonly kind: string
  readonly where?: string
}

/** Makes a problem that no other form fits, in plain words. */
export const conflict = (what: string, why: string, fix: string): Problem => ({ code: 'conflict', what, why, fix })

/** Makes the problem of a key that must be there. */
export const missing = (key: string, expected: string): Problem => ({ code: 'missing-key', key, expected })

/** Makes the problem of an id, or of an answer, that does not exist. */
export const unknownId = (kind: Kind, id: string, allowed: readonly string[]): Problem & { readonly code: 'unknown-id' } => ({
  code: 'unknown-id',
  ...kind,
  id,
  suggestion: suggest(id, allowed),
  allowed,
})

/** Makes the problem of a key that has no meaning where it is. */
export const unknownKey = (key: string, allowed: readonly string[], note?: string): Problem & { readonly code: 'unknown-key' } => ({
  code: 'unknown-key',
  key,
  suggestion: suggest(key, allowed),
  ...(note === undefined ? {} : { note }),
})

/** Makes the problem of a value of another type. */
export const wrongType = (expected: string, received: string): Problem => ({ code: 'wrong-type', expected, received })

/** Makes the problem of a number outside its range; null when it lies inside. */
export const outOfRange = (
  value: number,
  { min, max }: { readonly min: number | null; readonly max: number | null },
  unit: string | null,
): Problem | null =>
  (min !== null && value < min) || (max !== null && value > max) ? { code: 'out-of-range', value, min, max, unit } : null
