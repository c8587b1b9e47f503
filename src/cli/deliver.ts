import { formatIssues } from '../issues/issue.js'
import { type Exit, exit, type Io } from './io.js'
import { writeWhole } from './write-file.js'

/** Hands a finished document over: into a file where one is named, else to `io.out`. */
export function deliver(document: string, out: string | undefined, io: Io): Exit {
  if (out === undefined) {
    io.out(document)
    return exit.fine
  }
  const issue = writeWhole(out, document)
  if (issue) {
    io.err(formatIssues([issue]))
    return exit.problems
  }
  io.err(`Written: ${out}`)
  return exit.fine
}
