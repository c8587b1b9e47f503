import * as z from 'zod'

/**
 * Builds a zod schema while zod's compiler is off: building one probes `new Function`, which a strict Content-Security-Policy reports. The
 * app's own setting is put back.
 */
export function withoutEval<T>(build: () => T): T {
  const { jitless } = z.config()
  z.config({ jitless: true })
  try {
    return build()
  } finally {
    z.config({ jitless })
  }
}
