import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { askEngine, engineAgrees } from '../src/authoring/checks/engine-agrees.js'
import { knownIds } from '../src/authoring/checks/known-ids.js'
import { assembleMenus, type ReadMenuFile, readMenuFile } from '../src/authoring/read-menus.js'
import type { Issue } from '../src/issues/issue.js'
import { formatIssues } from '../src/issues/issue.js'
import { readMenuFolder } from '../src/read/files.js'
import { type Mutation, mutators, sourceOf } from './fixtures/mutations.js'
import { seeded } from './fixtures/random.js'

const { files } = readMenuFolder('menus')
const read = new Map(files.map((file) => [file.name, readMenuFile({ ...file, shown: file.name })]))
const untouched = assembleMenus([...read.values()])
if (!untouched.success) throw new Error(formatIssues(untouched.issues))
const { data } = untouched
const original = new Map(files.map(({ name, text }) => [name, text.split('\n')]))
const kinds = knownIds(data)
const ids = new Set([
  ...Object.values(kinds).flatMap((kind) => kind.ids),
  ...[data.gates, data.rules, data.plan.requirements, data.plan.warnings, data.settings.specialPopulations].flatMap((items) =>
    items.map(({ id }) => id),
  ),
])
const sources = files.map((file) => sourceOf(file.name, file.text, ids))

interface Reason {
  readonly why: string
  readonly holds: (mutation: Mutation) => boolean
}

/** Ids that no file ever names. */
const freeIds = new Set([
  data.set.id,
  ...[data.gates, data.rules, data.plan.requirements, data.plan.warnings, data.settings.specialPopulations, data.mappings].flatMap(
    (items) => items.map(({ id }) => id),
  ),
])

/** Whether nothing but its own line names an id: then a new one is as good as the old one. */
function isNamedOnce(id: string): boolean {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`)
  return [...original.values()].flat().filter((line) => !line.trimStart().startsWith('#') && word.test(line)).length === 1
}

/** Keys that a file may leave out. */
const optionalKeys = [
  'note',
  'sourceNote',
  'status',
  'standsFor',
  'law',
  'specify',
  'recheckBy',
  'kind',
  'emptyMeans',
  'times',
  'decimals',
  'dividedBy',
  'sector',
  'state',
  'population',
  'licence',
  'examples',
  'warnWhenUnknown',
  'E1',
  'E2',
  'E3',
  'venue',
  'basis',
  'needsNotMet',
  'oneVenueOrFactShare',
]
const optionalReferenceKeys = [
  'volume',
  'issue',
  'page',
  'number',
  'annote',
  'publisher',
  'container-title',
  'DOI',
  'URL',
  'issued',
  'given',
]

/** Edits that are valid, each kind with the reason: no check can know that they were not meant. */
const validEdits: readonly Reason[] = [
  { why: 'a plain title is free text', holds: ({ kind, key }) => kind === 'misspelt id' && key === 'plain' },
  {
    why: 'the id is named nowhere else, so the new one is as good',
    holds: ({ kind, key, from }) => kind === 'misspelt id' && key === 'id' && (freeIds.has(from) || isNamedOnce(from)),
  },
  {
    why: 'the key may be left out',
    holds: ({ kind, key, file }) =>
      kind === 'dropped line' && (optionalKeys.includes(key) || (file === 'references.json' && optionalReferenceKeys.includes(key))),
  },
  {
    why: 'a code of the table has a text of its own; which codes there are is in the table, not in the menus',
    holds: ({ file, from }) => file.startsWith('mappings/') && /^[A-Z]/.test(from),
  },
  {
    why: 'numbers of a reference have no range',
    holds: ({ file, kind }) => file === 'references.json' && (kind === 'number out of range' || kind === 'wrong type'),
  },
  {
    why: 'the number has no upper limit: a code, a factor, or the end of a range',
    holds: ({ kind, key, to }) =>
      kind.startsWith('number') && ((['code', 'times', 'max'].includes(key) && Number(to) > 0) || (key === 'min' && Number(to) < 0)),
  },
]

const sameData = (a: string, b: string): boolean => {
  try {
    return JSON.stringify(parse(a)) === JSON.stringify(parse(b))
  } catch {
    return false
  }
}

const textOf = (name: string, mutation: Mutation): string =>
  name === mutation.file ? mutation.text : files.find((file) => file.name === name)!.text
const indentOf = (line: string): number => line.length - line.trimStart().length

const wordsIn = (mutation: Mutation): RegExp => {
  const bare = (text: string): string => text.replace(/^- (?:\{ )?id: /, '')
  return new RegExp(`(?<![\\w-])(${bare(mutation.from)}|${bare(mutation.to)})(?![\\w-])`)
}

/** Keys that are held against each other: a slip in one may be reported at another one of the same group. */
const neighbours: readonly (readonly string[])[] = [
  ['low', 'best', 'high'],
  ['min', 'max', 'met', 'worst', 'range', 'none', 'one', 'several'],
  ['typicalMonths', 'timeToStart', 'score'],
  ['type', 'values', 'range', 'unit'],
  ['status', 'replacedBy'],
]

/**
 * Whether a slip is reported where its author looks: at its line or the next one, at the beginning of what the line stands in (where a
 * missing key is missing), at the value that it is held against, and for an id at what names it.
 */
function isRightPlace({ place }: Issue, mutation: Mutation): boolean {
  if (!place?.line) return false
  const lines = textOf(place.file, mutation).split('\n')
  const line = lines[place.line - 1] ?? ''
  // An edition is named by its key.
  if (/^E\d$/.test(mutation.key) && line.includes(`${mutation.key}:`)) return true
  const isId = mutation.kind === 'misspelt id' || (mutation.kind === 'duplicated block' && mutation.key === 'id')
  if (isId && wordsIn(mutation).test(line)) return true
  if (line.includes(idOfEntry(mutation))) return true
  if (place.file !== mutation.file) return false
  if (place.line >= mutation.line && place.line <= mutation.line + mutation.length) return true
  // A line that is gone stood where it stood before.
  const before = mutation.kind === 'dropped line' ? original.get(mutation.file)! : lines
  if (beginnings(before, mutation.line - 1).includes(place.line)) return true
  // What lost its place shows at what follows in the old one, at the latest where the next entry begins.
  const hasMoved = mutation.kind === 'broken indent' || mutation.kind === 'dropped line'
  if (hasMoved && place.line >= mutation.line && place.line <= nextEntry(before, mutation.line - 1, mutation.from)) return true
  return (
    neighbours.some((keys) => keys.includes(mutation.key) && keys.some((key) => line.includes(`${key}:`))) &&
    Math.abs(place.line - mutation.line) < 40
  )
}

/** The line, from 1, at which the next thing begins that is not inside of a line. */
function nextEntry(lines: readonly string[], at: number, given: string): number {
  const indent = given.startsWith(' ') ? indentOf(given) : indentOf(lines[at]!)
  const rest = lines.slice(at + 1).findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#') && indentOf(line) <= indent)
  return at + 2 + rest
}

/** The first lines, from 1, of everything that a line stands in: entries of lists and groups of keys. */
function beginnings(lines: readonly string[], at: number): number[] {
  const found: number[] = []
  let indent = indentOf(lines[at] ?? '')
  for (let index = at - 1; index >= 0; index -= 1) {
    const line = lines[index]!
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const isEntry = line.trimStart().startsWith('- ') && indentOf(line) <= indent
    if (!isEntry && indentOf(line) >= indent) continue
    indent = indentOf(line)
    // The group that a key opens begins at the next line.
    found.push(index + 1, index + 2)
  }
  // The file itself begins at its first key.
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  return [...found, first + 1]
}

/** The id of the entry that was changed: what another file says of it, it says by that name. */
function idOfEntry({ file, line }: Mutation): string {
  const above = original.get(file)!.slice(0, line)
  return /id"?: "?([\w-]+)/.exec(above.findLast((each) => /^\s*(- )?(\{ )?"?id"?:/.test(each)) ?? '')?.[1] ?? 'no id'
}

const count = 500
const random = seeded(20_260_630)
const names = Object.keys(mutators)
const mutations: Mutation[] = []
while (mutations.length < count) {
  const source = sources[Math.floor(random() * sources.length)]!
  const mutation = mutators[names[mutations.length % names.length]!]!(source, random)
  if (mutation && mutation.text !== source.lines.join('\n')) mutations.push(mutation)
}

test(`${count} slips in the built-in menus are each reported at their place, or are valid for a reason that is named`, async () => {
  const verdict = await askEngine()
  const answers = new WeakMap()
  const silent: string[] = []
  const misplaced: string[] = []
  const tally = new Map<string, number>()
  const note = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1)
  const start = performance.now()
  for (const mutation of mutations) {
    const changed: ReadMenuFile = readMenuFile({ name: mutation.file, text: mutation.text })
    const parsed = assembleMenus([...read.values()].map((file) => (file.name === mutation.file ? changed : file)))
    const issues: readonly Issue[] = parsed.success
      ? [...parsed.warnings, ...(await engineAgrees(parsed.data, verdict, answers))]
      : parsed.issues
    const told = `${mutation.kind}: ${mutation.file}:${mutation.line}: ${mutation.from} -> ${mutation.to} (${mutation.key})`
    if (issues.length === 0) {
      const reason = sameData(mutation.text, files.find(({ name }) => name === mutation.file)!.text)
        ? 'the data are the same'
        : validEdits.find(({ holds }) => holds(mutation))?.why
      if (reason) note(`valid: ${reason}`)
      else silent.push(told)
    } else if (issues.some((issue) => isRightPlace(issue, mutation))) note(`reported: ${mutation.kind}`)
    else misplaced.push(`${told}\n${formatIssues(issues)}`)
  }
  const seconds = (performance.now() - start) / 1000
  console.info(
    `${Math.round(count / seconds)} mutated files a second\n${[...tally]
      .sort()
      .map(([what, number]) => `  ${number}  ${what}`)
      .join('\n')}`,
  )
  expect(silent).toEqual([])
  expect(misplaced).toEqual([])
  // What is reported is what is wanted: valid edits are the rare case.
  expect([...tally].filter(([what]) => what.startsWith('reported')).reduce((sum, [, number]) => sum + number, 0)).toBeGreaterThan(
    0.85 * count,
  )
}, 300_000)
