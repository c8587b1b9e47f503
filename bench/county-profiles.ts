import { readFileSync } from 'node:fs'
import { orcca, read } from './built.js'

/** The counties of the table as profiles. */
export function countyProfiles(table: string): unknown[] {
  const menus = orcca.builtInMenus()
  const mapping = read.mappingsOf(menus).find(({ id }) => id === 'county-profiles')!
  const parsed = read.parseTable(readFileSync(table, 'utf8'), table)
  if (!parsed.success) throw new Error(orcca.formatIssues(parsed.issues))
  return parsed.rows
    .filter(({ cells }) => cells.get('geo_type') === 'county')
    .map((row) => read.profileFromRow(row, mapping, menus).profile)
}
