import { CommanderError } from 'commander'
import { formatIssues, type Issue, MenuError, type Problem, ProfileError } from '../issues/issue.js'
import { count } from '../words/numbers.js'
import { plainText } from '../words/plain-text.js'
import { type Exit, exit, type Io } from './io.js'

/** Ends a command before its end. Without issues, what the command has printed says it all. */
export class Failure extends Error {
  constructor(
    readonly code: Exclude<Exit, typeof exit.fine>,
    readonly issues: readonly Issue[] = [],
  ) {
    super()
  }
}

/** Ends with exit 1: the data have problems, or a file cannot be read or written. */
export const problems = (issues: readonly Issue[]): Failure => new Failure(exit.problems, issues)

/** Ends with exit 2: the command line itself is wrong. */
export const wrongUsage = (...issues: readonly Problem[]): Failure =>
  new Failure(
    exit.usage,
    issues.map((issue) => ({ severity: 'error', path: [], ...issue })),
  )

/** Makes something from data that are in order: what it then complains about is an argument. */
export function fromArguments<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof ProfileError ? wrongUsage(...error.issues) : error
  }
}

/** Turns whatever ended a command into messages and an exit code. What nobody foresaw is a fault of the program, and is thrown on. */
export function endWith(error: unknown, io: Io): Exit {
  // The reader of the arguments has already said what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage
  const failure = error instanceof ProfileError || error instanceof MenuError ? problems(error.issues) : error
  if (!(failure instanceof Failure)) throw error
  if (failure.issues.length > 0) showProblems(failure.issues, io)
  return failure.code
}

const mostShown = 100

function showProblems(issues: readonly Issue[], io: Io): void {
  showIssues(issues.slice(0, mostShown), io)
  const rest = issues.length > mostShown ? ` The first ${mostShown} are shown.` : ''
  io.err(`${count(issues.length, 'problem')}.${rest} No result was made.`)
}

/** Writes issues to `err`, without characters that could drive a terminal. */
export const showIssues = (issues: readonly Issue[], io: Io): void => io.err(formatIssues(issues).split('\n').map(plainText).join('\n'))
