import { describeIssue, formatIssues, type Issue } from '../../issues/issue.js'
import { count } from '../../words/numbers.js'

/** The sentence that a rule becomes, with its place. */
export interface Sentence {
  readonly rule: string
  readonly file: string
  readonly line: number | null
  readonly text: string
}

/** What validating found. */
export interface Findings {
  readonly issues: readonly Issue[]
  /** What was looked at, in words. */
  readonly checked: readonly string[]
  readonly sentences: readonly Sentence[]
}

const ofSeverity = ({ issues }: Findings, severity: Issue['severity']): Issue[] => issues.filter((issue) => issue.severity === severity)
const place = ({ file, line }: Sentence): string => (line === null ? file : `${file}:${line}`)

/** One line that says it all. */
export function summary(findings: Findings): string {
  const errors = ofSeverity(findings, 'error').length
  const warnings = ofSeverity(findings, 'warning').length
  const found = errors + warnings === 0 ? 'no problems' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`
  return `${findings.checked.join(', ')}: ${found}.`
}

/** Findings as text: sentences, then warnings, then errors (where the eye ends), then the summary. */
export function asText(findings: Findings): string {
  const sentences = findings.sentences.map((sentence) => `${place(sentence)}: ${sentence.rule}\n    ${sentence.text}`)
  const parts = [
    ['What the rules say', sentences.join('\n')],
    ['Warnings', formatIssues(ofSeverity(findings, 'warning'))],
    ['Errors', formatIssues(ofSeverity(findings, 'error'))],
  ]
  return [...parts.filter(([, text]) => text !== '').map(([title, text]) => `${title}\n\n${text}\n`), summary(findings)].join('\n')
}

/** Findings as one JSON object. */
export function asJson(findings: Findings): string {
  const plain = ({ severity: _, path, place: at, check, ...problem }: Issue) => ({
    check: check ?? null,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    path,
    code: problem.code,
    ...describeIssue(problem),
  })
  const errors = ofSeverity(findings, 'error').map(plain)
  const warnings = ofSeverity(findings, 'warning').map(plain)
  return JSON.stringify(
    { schemaVersion: 1, ok: errors.length === 0, checked: findings.checked, errors, warnings, sentences: findings.sentences },
    null,
    2,
  )
}

// GitHub reads one command a line: what would end the line, a property or the command is written as a code.
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Findings as workflow commands of GitHub, which shows them at their lines in a pull request. */
export function asGithub(findings: Findings): string {
  const lines = findings.issues.map((issue) => {
    const { what, why, fix } = describeIssue(issue)
    const { file, line, column } = issue.place ?? {}
    const properties = Object.entries({ file, line, col: column, title: issue.check }).filter(([, value]) => value !== undefined)
    const named = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
    return `::${issue.severity} ${named}::${escapeData(`${what}\nwhy: ${why}\nfix: ${fix}`)}`
  })
  return [...lines, summary(findings)].join('\n')
}
