import type { Issue } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { builtInMenus } from '../menus/built-in.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import { mappingsOf } from '../menus/mappings.js'
import { safeParseProfile } from '../profile/parse.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { checkColumns, parseTable, profileFromRow, type Row } from './csv.js'
import { inOrder, placed, readYaml } from './yaml.js'

/** Profiles read from a text, with their warnings; or every problem, and then no profile at all. */
export type ReadProfiles =
  | { readonly success: true; readonly profiles: readonly CommunityProfile<Ids>[]; readonly warnings: readonly Issue[] }
  | {
      readonly success: false
      readonly issues: readonly Issue[]
      /** True when the data are not at fault, but the choice of a row or a mapping. */
      readonly choice?: true
    }

/** Which rows of a table, and by which mapping. */
export interface TableChoice {
  /** `column=value`; all rows if left out. */
  readonly row?: string
  /** The id of a mapping of the menus; the only one if left out. */
  readonly mapping?: string
}

/** Reads a profile from a YAML or JSON text. Problems carry file, line and column. */
export function parseProfileText(text: string, file: string, menus: MenuHandle = builtInMenus()): ReadProfiles {
  const read = readYaml(text, file)
  if (read.issues.length > 0) return { success: false, issues: read.issues }
  const parsed = safeParseProfile(read.value, menus)
  if (!parsed.success) return { success: false, issues: inOrder(placed(parsed.issues, read)) }
  return { success: true, profiles: [parsed.profile], warnings: placed(parsed.warnings, read) }
}

/** Reads profiles from the rows of a CSV text through a mapping of the menus. */
export function parseProfileTable(text: string, file: string, choice: TableChoice = {}, given: MenuHandle = builtInMenus()): ReadProfiles {
  const menus = compiledOf(given)
  const fail = (what: string, why: string, fix: string): ReadProfiles => ({
    success: false,
    issues: [{ code: 'conflict', severity: 'error', path: [], place: { file }, what, why, fix }],
    choice: true,
  })
  const mappings = mappingsOf(menus)
  const mapping =
    choice.mapping === undefined ? (mappings.length === 1 ? mappings[0] : undefined) : mappings.find(({ id }) => id === choice.mapping)
  if (!mapping) {
    const ids = mappings.map(({ id }) => id)
    const near = choice.mapping === undefined ? null : suggest(choice.mapping, ids)
    return fail(
      choice.mapping === undefined
        ? 'no mapping chosen for the columns'
        : `Unknown mapping '${choice.mapping}'.${near === null ? '' : ` Did you mean '${near}'?`}`,
      'A table is read through a mapping of its columns.',
      ids.length > 0 ? `Add --mapping with one of: ${ids.join(', ')}.` : 'Add a file to mappings/ in the menus.',
    )
  }
  const table = parseTable(text, file)
  if (!table.success) return table
  const missing = checkColumns(table.header, mapping, file)
  if (missing.length > 0) return { success: false, issues: missing }
  const rows = chooseRows(table.header, table.rows, choice.row)
  if (typeof rows === 'string')
    return fail(rows, 'A row is chosen by the value of one column.', 'Write --row column=value, for example --row fips=21021.')

  const profiles: CommunityProfile<Ids>[] = []
  const issues: Issue[] = []
  const warnings: Issue[] = []
  for (const row of rows) {
    const mapped = profileFromRow(row, mapping, menus)
    const parsed = mapped.issues.length > 0 ? ({ success: false, issues: mapped.issues } as const) : safeParseProfile(mapped.profile, menus)
    const at = (found: readonly Issue[]): Issue[] => found.map((issue) => ({ ...issue, place: issue.place ?? row.place }))
    if (parsed.success) {
      profiles.push(parsed.profile)
      warnings.push(...at(parsed.warnings))
    } else issues.push(...at(parsed.issues))
  }
  return issues.length > 0 ? { success: false, issues } : { success: true, profiles, warnings }
}

/** Finds the rows asked for, or says what is wrong with the choice. */
function chooseRows(header: readonly string[], rows: readonly Row[], choice: string | undefined): readonly Row[] | string {
  if (choice === undefined) return rows
  const equals = choice.indexOf('=')
  if (equals <= 0) return `'${choice}' does not name a column and a value`
  const column = choice.slice(0, equals)
  const value = choice.slice(equals + 1)
  if (!header.includes(column)) {
    const near = suggest(column, header)
    return `the table has no column '${column}'.${near === null ? '' : ` Did you mean '${near}'?`}`
  }
  const found = rows.filter(({ cells }) => cells.get(column) === value)
  if (found.length > 0) return found
  const padded = rows.find(({ cells }) => cells.get(column)?.replace(/^0+/, '') === value.replace(/^0+/, ''))
  return `no row has ${column} '${value}'.${padded ? ` Did you mean '${padded.cells.get(column)}'?` : ''}`
}
