import type { Io } from '../../src/cli/io.js'

/** A terminal that keeps what is written to it. */
export function terminal({ columns = 100 }: { readonly columns?: number } = {}) {
  const written = { out: '', err: '' }
  const io: Io = {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    colour: false,
    columns,
  }
  return { io, out: () => written.out, err: () => written.err }
}
