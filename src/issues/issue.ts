/** Where a problem is, in the data: keys and indices from the outside in. */
export type Path = readonly (string | number)[]

/** Where a problem is, in a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** What is wrong, as data; `describeIssue` makes the text. */
export type Problem =
  | { readonly code: 'syntax'; readonly message: string }
  | { readonly code: 'unreadable'; readonly reason: string; readonly fix: string }
  | { readonly code: 'missing-key'; readonly key: string; readonly expected: string }
  | { readonly code: 'unknown-key'; readonly key: string; readonly suggestion: string | null; readonly note?: string }
  | {
      readonly code: 'unknown-id'
      readonly kind: string
      /** Where such an id counts: `in this menu`. */
      readonly where?: string
      readonly id: string
      readonly suggestion: string | null
      readonly allowed: readonly string[]
    }
  | { readonly code: 'wrong-type'; readonly expected: string; readonly received: string }
  | {
      readonly code: 'out-of-range'
      readonly value: number
      readonly min: number | null
      readonly max: number | null
      readonly unit: string | null
    }
  | { readonly code: 'bad-form'; readonly received: string; readonly expected: string }
  | { readonly code: 'conflict'; readonly what: string; readonly why: string; readonly fix: string }

/** The key under which an issue that a schema raises itself carries its problem. */
export interface OwnProblem {
  readonly problem: Problem
}

export type IssueCode = Problem['code']

/** One problem: an error (no result is made) or a warning, what it is, and where. */
export type Issue = Problem & {
  readonly severity: 'error' | 'warning'
  readonly path: Path
  readonly place?: Place
  /** The named check that found it (menu checks only). */
  readonly check?: string
}

/** What is wrong, why it matters, and how to fix it, in plain sentences. */
export interface IssueText {
  readonly what: string
  readonly why: string
  readonly fix: string
}

const didYouMean = (suggestion: string | null): string => (suggestion === null ? '' : ` Did you mean '${suggestion}'?`)
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text)
const rangeText = (min: number | null, max: number | null): string =>
  min !== null && max !== null ? `from ${min} to ${max}` : min !== null ? `of ${min} or more` : `of ${max} or less`

/** Makes the text of an issue from its data. */
export function describeIssue(issue: Problem): IssueText {
  switch (issue.code) {
    case 'syntax':
      return {
        what: issue.message,
        why: 'The text cannot be read beyond this place.',
        fix: 'Correct the text here; indent with spaces.',
      }
    case 'unreadable':
      return { what: issue.reason, why: 'Nothing was read from it.', fix: issue.fix }
    case 'missing-key':
      return { what: `'${issue.key}' is missing`, why: `It is required: ${issue.expected}.`, fix: `Add '${issue.key}'.` }
    case 'unknown-key':
      return {
        what: `Unknown key '${shorten(issue.key)}'.${didYouMean(issue.suggestion)}`,
        why: issue.note ?? 'A misspelt key would otherwise be silently ignored.',
        fix: issue.suggestion === null ? 'Remove it, or move it to where it belongs.' : `Write '${issue.suggestion}', or remove it.`,
      }
    case 'unknown-id':
      return {
        what: `Unknown ${issue.kind} '${shorten(issue.id)}'${issue.where ? ` ${issue.where}` : ''}.${didYouMean(issue.suggestion)}`,
        why: 'It is not one of the values allowed here.',
        fix:
          issue.allowed.length > 0 && issue.allowed.length <= 12
            ? `Write one of: ${issue.allowed.join(', ')}.`
            : `'orcca menus' lists the ids.`,
      }
    case 'wrong-type':
      return {
        what: `expected ${issue.expected}, found ${issue.received}`,
        why: 'The value cannot be used as it is.',
        fix: `Write ${issue.expected}.`,
      }
    case 'out-of-range':
      return {
        what: `${issue.value} is out of range`,
        why: 'Values outside the range are usually slips of typing or of the unit.',
        fix: `Write a number ${rangeText(issue.min, issue.max)}${issue.unit === null ? '' : ` (${issue.unit})`}.`,
      }
    case 'bad-form':
      return { what: `${issue.received} has the wrong form`, why: `Expected: ${issue.expected}.`, fix: 'Correct its form.' }
    case 'conflict':
      return { what: issue.what, why: issue.why, fix: issue.fix }
    default:
      return issue satisfies never
  }
}

/** Writes a path as people write it: `landscape[0].strategy`. */
export const formatPath = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? shorten(key) : `.${shorten(key)}`)).join('')

const formatPlace = ({ file, line, column }: Place): string => [file, line, column].filter((part) => part !== undefined).join(':')

/** All issues as text, one block each: `file:line:column: error: what (path)`, then why, then how to fix it. */
export function formatIssues(issues: readonly Issue[]): string {
  return issues
    .map((issue) => {
      const { what, why, fix } = describeIssue(issue)
      const head = [issue.place && formatPlace(issue.place), issue.severity, issue.check].filter(Boolean).join(': ')
      const at = issue.path.length > 0 ? ` (${formatPath(issue.path)})` : ''
      return `${head}: ${what}${at}\n    why: ${why}\n    fix: ${fix}`
    })
    .join('\n')
}

/** Thrown when the user's data have problems. `issues` lists all of them. */
abstract class DataError extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues))
    this.issues = issues
  }
}

/** A profile, or the options given with it, cannot be used. */
export class ProfileError extends DataError {
  override readonly name = 'ProfileError'
}

/** A menu set cannot be used. */
export class MenuError extends DataError {
  override readonly name = 'MenuError'
}
