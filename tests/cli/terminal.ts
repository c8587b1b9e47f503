import type { Exit, Io } from '../../src/cli/io.js'
import { run } from '../../src/cli/run.js'
import { english } from '../../src/words/english.js'

/** What a call of the command line wrote, and how it ended. */
export interface Called {
  readonly code: Exit
  readonly out: string
  readonly err: string
  /** What was written to `out`, piece by piece. */
  readonly outs: readonly string[]
}

/** Runs the command line in this process, on a terminal that keeps what is written to it. */
export async function orcca(args: readonly string[], io: Partial<Io> = {}): Promise<Called> {
  const outs: string[] = []
  const errs: string[] = []
  const code = await run(args, {
    out: (text) => void outs.push(text),
    err: (text) => void errs.push(text),
    colour: false,
    columns: 100,
    language: english,
    ...io,
  })
  return { code, out: outs.join('\n'), err: errs.join('\n'), outs }
}
