import * as z from 'zod'

/** A page or a worker may stand under a Content-Security-Policy; a server does not. */
const onServer = (): boolean => (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined

/**
 * Builds a zod schema. In a browser zod's compiler is off meanwhile: it probes `new Function`, which a strict Content-Security-Policy
 * reports. The app's own setting is put back.
 */
export function withoutEval<T>(build: () => T): T {
  if (onServer()) return build()
  const { jitless } = z.config()
  z.config({ jitless: true })
  try {
    return build()
  } finally {
    z.config({ jitless })
  }
}
