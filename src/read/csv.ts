import { CsvError, type Info, parse } from 'csv-parse/sync'
import { describeValue } from '../issues/from-zod.js'
import type { Issue, Path, Place, Problem } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Mapping } from '../menus/schema/index.js'

/** A row of a table, by column, with its place. */
export interface Row {
  readonly cells: ReadonlyMap<string, string>
  readonly place: Place
}

export type ParsedTable =
  | { readonly success: true; readonly header: readonly string[]; readonly rows: readonly Row[] }
  | { readonly success: false; readonly issues: readonly Issue[] }

/** Reads a CSV text with a header. Never throws. */
export function parseTable(text: string, file: string): ParsedTable {
  const fail = (problem: Problem, place: Place): ParsedTable => ({
    success: false,
    issues: [{ ...problem, severity: 'error', path: [], place }],
  })
  let records: { readonly record: string[]; readonly info: Info }[]
  try {
    records = parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as unknown as { lines?: number }).lines
    return fail({ code: 'syntax', message: error.message }, line === undefined ? { file } : { file, line })
  }
  const [first, ...rest] = records
  if (!first || rest.length === 0) {
    const reason = first ? 'The table has no rows' : 'The table is empty'
    return fail({ code: 'unreadable', reason, fix: 'Use a table with a header and at least one row.' }, { file })
  }
  const header = first.record.map((name) => name.trim())
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) {
    return fail(
      {
        code: 'conflict',
        what: `the column '${twice}' appears twice in the header`,
        why: 'Nobody can tell which one is meant.',
        fix: 'Rename or remove one.',
      },
      { file, line: 1 },
    )
  }
  return {
    success: true,
    header,
    // `lines` counts the lines read up to the end of the record.
    rows: rest.map(({ record, info }) => ({
      cells: new Map(header.map((name, index) => [name, record[index]!.trim()])),
      place: { file, line: info.lines },
    })),
  }
}

export interface MappedProfile {
  /** The profile as data, to be checked by `parseProfile`. */
  readonly profile: Record<string, unknown>
  readonly issues: readonly Issue[]
}

/** Reports the columns that a mapping names and the table lacks. */
export function checkColumns(header: readonly string[], mapping: Mapping, file: string): Issue[] {
  const named = [
    ...mapping.name,
    mapping.state,
    mapping.population,
    mapping.notes?.column,
    ...mapping.values.flatMap(({ from, dividedBy }) => [...from.map(({ column }) => column), dividedBy]),
  ].filter((column) => column !== undefined)
  return [...new Set(named)]
    .filter((column) => !header.includes(column))
    .map((column): Issue => {
      const near = suggest(column, header)
      return {
        code: 'conflict',
        severity: 'error',
        path: [],
        place: { file, line: 1 },
        what: `the table has no column '${column}'`,
        why: `The mapping '${mapping.id}' reads it.${near === null ? '' : ` The nearest is '${near}'.`}`,
        fix: 'Use the table that the mapping is for, or write a mapping for this one.',
      }
    })
}

/**
 * Makes a profile from a row of a table: each column goes where the mapping says, with its year and source. An empty cell is missing (or
 * suppressed, where the mapping says so), never zero.
 */
export function profileFromRow(row: Row, mapping: Mapping, given: MenuHandle): MappedProfile {
  const menus = compiledOf(given)
  const issues: Issue[] = []
  const cell = (column: string): string => row.cells.get(column) ?? ''
  const number = (column: string, path: Path): number | undefined => {
    const text = cell(column)
    if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text)
    issues.push({
      code: 'wrong-type',
      severity: 'error',
      path: [...path, column],
      place: row.place,
      expected: 'a number',
      received: describeValue(text),
    })
    return undefined
  }
  const indicators: Record<string, unknown> = {}
  const context: Record<string, unknown> = {}

  for (const { indicator, fact, from, dividedBy, times = 1, decimals } of mapping.values) {
    const target = indicator === undefined ? context : indicators
    const id = indicator ?? fact!
    const type = indicator === undefined ? menus.facts.get(id)?.type : 'number'
    const column = from.find((each) => cell(each.column) !== '')
    if (!column || (dividedBy !== undefined && cell(dividedBy) === '')) {
      if (indicator !== undefined && from.some(({ emptyMeans }) => emptyMeans === 'suppressed')) target[id] = 'suppressed'
      continue
    }
    const origin = { year: column.year, source: column.kind === undefined ? column.source : `${column.source}, ${column.kind}` }
    if (type !== 'number') {
      const text = cell(column.column)
      target[id] = { value: type === 'boolean' ? (yesOrNo.get(text.toLowerCase()) ?? text) : text, ...origin }
      continue
    }
    const value = number(column.column, [id])
    const divisor = dividedBy === undefined ? 1 : number(dividedBy, [id])
    if (value === undefined || divisor === undefined) continue
    if (divisor === 0) {
      issues.push({
        code: 'bad-form',
        severity: 'error',
        path: [id, dividedBy!],
        place: row.place,
        received: '0',
        expected: 'a number other than 0, since it divides another',
      })
      continue
    }
    const made = (times * value) / divisor
    target[id] = { value: decimals === undefined ? made : Number(made.toFixed(decimals)), ...origin }
  }

  const population =
    mapping.population !== undefined && cell(mapping.population) !== '' ? number(mapping.population, ['population']) : undefined
  const notes = mapping.notes
    ? cell(mapping.notes.column)
        .split(mapping.notes.separator)
        .map((code) => code.trim())
        .filter((code) => code !== '')
        .map(
          (code) =>
            (Object.hasOwn(mapping.notes!.texts, code) ? mapping.notes!.texts[code]! : undefined) ??
            `The table marks this row '${code}'; the mapping does not explain it.`,
        )
    : []
  return {
    profile: {
      name: mapping.name
        .map(cell)
        .filter((part) => part !== '')
        .join(', '),
      ...(mapping.state !== undefined && cell(mapping.state) !== '' ? { state: cell(mapping.state) } : {}),
      ...(population === undefined ? {} : { population }),
      indicators,
      context,
      ...(notes.length > 0 ? { notes } : {}),
    },
    issues,
  }
}

const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])
