import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit, type YAMLMap } from 'yaml'
import type { Issue, Path, Place } from '../issues/issue.js'
import { readJson } from './json.js'

/** A YAML or JSON text as data, with the place of everything in it. JSON is YAML, so one reader serves both. */
export interface ReadText {
  readonly value: unknown
  /** Problems of the text itself; when there are any, `value` is not to be used. */
  readonly issues: readonly Issue[]
  /** Finds the place of the value at a path, or of its key; for what is missing, the place of the nearest thing around it. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Place
}

/** Refuses longer texts: no profile or menu comes near this, and reading one would take long. */
const mostCharacters = 2_000_000

/** Reads a YAML or JSON text. Never throws: every problem of the text is an issue with its place. */
export function readYaml(text: string, file: string): ReadText {
  const refuse = (reason: string, fix: string): ReadText => ({
    value: undefined,
    issues: [{ code: 'unreadable', severity: 'error', path: [], place: { file }, reason, fix }],
    locate: () => ({ file }),
  })
  if (text.length > mostCharacters)
    return refuse(
      `The text is ${text.length} characters long, more than the ${mostCharacters} allowed`,
      'Use a profile or menu file; a table is read with --row or --mapping.',
    )
  if (text.includes('\u0000')) return refuse('Not a text file: it contains NUL bytes', 'Use a YAML or JSON file.')

  const deep = tooDeepAt(text)
  if (deep !== null) {
    const before = text.slice(0, deep).split('\n')
    const place: Place = { file, line: before.length, column: before.at(-1)!.length + 1 }
    const issue: Issue = { code: 'syntax', severity: 'error', path: [], place, message: messages.RESOURCE_EXHAUSTION! }
    return { value: undefined, issues: [issue], locate: () => ({ file }) }
  }

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

function readDocument(text: string, file: string, refuse: (reason: string, fix: string) => ReadText): ReadText {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const clean = text.replace(/^\uFEFF/, '')
  let doc: Document.Parsed
  const issues: Issue[] = []
  const syntax = (message: string, offset: number): void => {
    issues.push({ code: 'syntax', severity: 'error', path: [], place: place(offset), message })
  }
  try {
    // The reader's own check of keys compares each with each: 100,000 of them would take a minute.
    const long = text.length > 100_000
    doc = parseDocument(clean, { lineCounter: lines, prettyErrors: false, uniqueKeys: !long })
    for (const problem of [...doc.errors, ...doc.warnings].filter(({ code }, _, all) => !isEcho(code, all)))
      syntax(plainMessage(problem.code, problem.message), pastBlankLines(clean, problem.pos[0]))
    // Walking the whole document takes long, and hardly any text contains what could be an alias or a swallowed entry.
    if (long || mayHoldAlias.test(text) || maySwallow.test(text)) {
      visit(doc, {
        Alias: (_, node) => syntax(`The alias '*${node.source}' is not allowed: write the value out`, node.range?.[0] ?? 0),
        Map: (_, map) => {
          if (long) for (const key of repeatedKeys(map)) syntax(messages.DUPLICATE_KEY!, rangeOf(key) ?? 0)
        },
        Scalar: (_, { type, range }) => {
          const swallowed = type === 'PLAIN' && range ? swallowedEntry.exec(clean.slice(range[0], range[1])) : null
          if (range && swallowed)
            syntax(
              'This entry is indented more than the one above and so became part of its text',
              range[0] + swallowed.index + swallowed[0].length - 1,
            )
        },
      })
    }
  } catch (error) {
    if (error instanceof RangeError)
      return refuse('The text is nested too deeply', 'No profile or menu needs more than a few levels: check the brackets.')
    throw error
  }
  const pairs: PairIndex = new Map()
  return {
    value: issues.length > 0 ? undefined : doc.toJS({ maxAliasCount: 0 }),
    issues,
    locate: (path, part = 'value') => place(offsetOf(doc, path, part, pairs)),
  }
}

/** Whether a message only repeats that a list is where none can be. */
const isEcho = (code: string, all: readonly { readonly code: string }[]): boolean =>
  (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') && all.some((other) => other.code === 'BLOCK_AS_IMPLICIT_KEY')

/** No profile or menu has more levels than this. */
const mostLevels = 200

/**
 * Where a text is nested too deeply, told from its brackets, its indentation and its dashes before it is read: the reader would use up the
 * stack, and V8 ends the process when it has to compile a regular expression just then.
 */
function tooDeepAt(text: string): number | null {
  let brackets = 0
  const indents: number[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    let first = start
    while (first < end && (text[first] === ' ' || text[first] === '\r')) first += 1
    if (first < end) {
      while (indents.length > 0 && indents.at(-1)! >= first - start) indents.pop()
      indents.push(first - start)
    }
    let entries = 0
    for (let at = first; at < end; at += 1) {
      const character = text[at]
      if (character === '[' || character === '{') brackets += 1
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1)
      else if (entries >= 0 && (character === '-' || character === '?' || character === ':'))
        entries += at + 1 === end || text[at + 1] === ' ' ? 1 : 0
      else if (character !== ' ' && character !== '\t') entries = -1
      if (brackets + indents.length + Math.max(0, entries) > mostLevels) return at
    }
    start = end + 1
  }
  return null
}

/** Moves a problem on a blank line to the line after it. */
function pastBlankLines(text: string, offset: number): number {
  const [blank] = /^(?:[^\S\n]*\n)*/.exec(text.slice(offset, offset + 1000)) ?? ['']
  return offset + blank.length
}

/** A star where a value can begin. */
const mayHoldAlias = /(^|[\s[{,:?-])\*[^\s*]/m

/** An entry of a list below a plain one, indented deeper: YAML takes both for one text. */
const maySwallow = /^( *)- [^\n]*\n\1 +- /m
const swallowedEntry = /\n *-(?= )/

const messages: Record<string, string> = {
  DUPLICATE_KEY: 'This key appears twice here',
  BLOCK_AS_IMPLICIT_KEY:
    "A list entry begins here, but the lines above are not one: their first line may have lost its '- ', or be indented differently",
  TAB_AS_INDENT: 'The indentation contains a tab',
  BAD_INDENT: 'The indentation does not match the lines above',
  MULTIPLE_DOCS: 'A second document begins here (---); a file can contain only one',
  TAG_RESOLVE_FAILED: 'Unknown tag (!)',
  RESOURCE_EXHAUSTION: 'The text is nested too deeply here: no profile or menu needs more than a few levels',
}
const plainMessage = (code: string, message: string): string => messages[code] ?? message

/** The pairs of each map by their keys, made when they are first asked for: a text may have thousands of problems. */
type PairIndex = Map<YAMLMap, ReadonlyMap<string, Pair>>

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key)

function repeatedKeys(map: YAMLMap): unknown[] {
  const seen = new Set<string>()
  return map.items.flatMap(({ key }) => {
    if (seen.has(keyText(key))) return [key]
    seen.add(keyText(key))
    return []
  })
}

function pairIn(map: YAMLMap, key: string | number, pairs: PairIndex): Pair | undefined {
  let byKey = pairs.get(map)
  if (!byKey) {
    byKey = new Map(map.items.map((pair) => [keyText(pair.key), pair]))
    pairs.set(map, byKey)
  }
  return byKey.get(String(key))
}

/** Where the value at a path begins, or its key; what is not there is shown at the nearest thing around it. */
function offsetOf(doc: Document.Parsed, path: Path, part: 'key' | 'value', pairs: PairIndex): number {
  let node: unknown = doc.contents
  let offset = rangeOf(node) ?? 0
  for (const [index, step] of path.entries()) {
    const pair = isMap(node) ? pairIn(node, step, pairs) : undefined
    if (pair && index === path.length - 1 && (part === 'key' || isEmpty(pair.value))) return rangeOf(pair.key) ?? offset
    node = pair ? pair.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
    if (node === undefined) break
    offset = rangeOf(node) ?? offset
  }
  return offset
}

const rangeOf = (node: unknown): number | undefined => (isNode(node) && !isAlias(node) ? node.range?.[0] : undefined)
const isEmpty = (value: unknown): boolean => !isNode(value) || !value.range || value.range[0] === value.range[1]

/** Gives issues their place in the text: an unknown key is shown at the key, everything else at its value. */
export const placed = (issues: readonly Issue[], { locate }: Pick<ReadText, 'locate'>): Issue[] =>
  issues.map((issue) => ({ ...issue, place: issue.place ?? locate(issue.path, issue.code === 'unknown-key' ? 'key' : 'value') }))

/** Issues of one text in the order of their places. */
export const inOrder = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0))
