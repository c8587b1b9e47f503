import { type Document, isAlias, isMap, isNode, isPair, LineCounter, type Pair, parseDocument, visit } from 'yaml'
import type { Issue, Path, Place } from '../issues.js'
import { readJson } from './json.js'

/** A YAML or JSON text as data, with the place of everything in it. JSON is YAML, so one reader serves both. */
export interface ReadText {
  readonly value: unknown
  /** Problems of the text itself; when there are any, `value` is not to be used. */
  readonly issues: readonly Issue[]
  /** The place of the value at a path, or of its key; of what is missing, the place of the nearest thing around it. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Place
}

/** Longer texts are refused: no profile or menu comes near it, and reading one would take long. */
const mostCharacters = 2_000_000

/** Reads a YAML or JSON text. Never throws: every problem of the text is an issue with its place. */
export function readYaml(text: string, file: string): ReadText {
  const refuse = (reason: string, mend: string): ReadText => ({
    value: undefined,
    issues: [{ code: 'unreadable', severity: 'error', path: [], place: { file }, reason, mend }],
    locate: () => ({ file }),
  })
  if (text.length > mostCharacters)
    return refuse(
      `The text is ${text.length} characters long: more than ${mostCharacters}`,
      'Give a profile or menu file; a table is read with --row or --mapping.',
    )
  if (text.includes('\u0000')) return refuse('It is no text: it holds NUL bytes', 'Give a YAML or JSON file.')

  const json = readJson(text)
  if (json) {
    // Places are asked for only when something is wrong.
    let asYaml: ReadText | undefined
    const locate: ReadText['locate'] = (path, part) => {
      asYaml ??= readDocument(text, file, refuse)
      return asYaml.locate(path, part)
    }
    return { value: json.value, issues: [], locate }
  }
  return readDocument(text, file, refuse)
}

function readDocument(text: string, file: string, refuse: (reason: string, mend: string) => ReadText): ReadText {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  let doc: Document.Parsed
  const issues: Issue[] = []
  const syntax = (message: string, offset: number): void => {
    issues.push({ code: 'syntax', severity: 'error', path: [], place: place(offset), message })
  }
  try {
    doc = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
    for (const problem of [...doc.errors, ...doc.warnings]) syntax(plainMessage(problem.code, problem.message), problem.pos[0])
    // Walking the whole document takes long, and hardly any text holds what could be an alias.
    if (mayHoldAlias.test(text)) {
      visit(doc, {
        Alias: (_, node) => syntax(`The alias '*${node.source}' is not allowed: write the value out`, node.range?.[0] ?? 0),
      })
    }
  } catch (error) {
    if (error instanceof RangeError)
      return refuse('It is nested too deeply', 'No profile or menu nests more than a few levels: check the brackets.')
    throw error
  }
  return {
    value: issues.length > 0 ? undefined : doc.toJS({ maxAliasCount: 0 }),
    issues,
    locate: (path, part = 'value') => place(offsetOf(doc, path, part)),
  }
}

/** A star where a value can begin. */
const mayHoldAlias = /(^|[\s[{,:?-])\*[^\s*]/m

const messages: Record<string, string> = {
  DUPLICATE_KEY: 'This key stands here twice',
  TAB_AS_INDENT: 'A tab stands in the indentation',
  BAD_INDENT: 'The indentation does not fit the lines above',
  MULTIPLE_DOCS: 'A second document begins here (---): one file holds one document',
  TAG_RESOLVE_FAILED: 'This tag (!) is not known',
}
const plainMessage = (code: string, message: string): string => messages[code] ?? message

function offsetOf(doc: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const pair = length === path.length ? pairAt(doc, path) : undefined
    if (pair && (part === 'key' || !isNode(pair.value) || !pair.value.range || isEmpty(pair))) return rangeOf(pair.key) ?? 0
    const node = doc.getIn(path.slice(0, length), true)
    const offset = rangeOf(node)
    if (offset !== undefined) return offset
  }
  return rangeOf(doc.contents) ?? 0
}

const rangeOf = (node: unknown): number | undefined => (isNode(node) && !isAlias(node) ? node.range?.[0] : undefined)
const isEmpty = ({ value }: Pair): boolean =>
  isNode(value) && value.range !== undefined && value.range !== null && value.range[0] === value.range[1]

function pairAt(doc: Document.Parsed, path: Path): Pair | undefined {
  const key = path.at(-1)
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  return parent.items.find((item) => isPair(item) && String(isNode(item.key) ? item.key.toJSON() : item.key) === String(key))
}

/** Gives issues their place in the text: an unknown key is shown at the key, everything else at its value. */
export const placed = (issues: readonly Issue[], { locate }: Pick<ReadText, 'locate'>): Issue[] =>
  issues.map((issue) => ({ ...issue, place: issue.place ?? locate(issue.path, issue.code === 'unknown-key' ? 'key' : 'value') }))

/** Issues of one text in the order of their places. */
export const inOrder = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0))
