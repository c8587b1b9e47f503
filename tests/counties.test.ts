import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Row } from '../src/read/csv.js'
import { builtPackage } from './fixtures/built.js'
import { type CountyTable, counties as table, whyNoCounties } from './fixtures/counties.js'
import { randomFrom, shuffled } from './fixtures/values.js'

// The built package, loaded as an app loads it: it is also several times as fast as the sources under the test runner.
const load = createRequire(import.meta.url)

function everyCounty({ header, rows: lines }: CountyTable): void {
  const { builtInMenus, formatIssues, parseProfile, recommend }: typeof import('../src/index.js') = load(join(builtPackage(), 'index.js'))
  const { checkColumns, mappingsOf, parseTable, profileFromRow }: typeof import('../src/read/index.js') = load(
    join(builtPackage(), 'read.js'),
  )
  const menus = builtInMenus()
  const mapping = mappingsOf(menus).find(({ id }) => id === 'county-profiles')!
  const fips = ({ cells }: Row): string => cells.get('fips')!

  function countiesOf(columns: string, cells: readonly string[]): Row[] {
    const parsed = parseTable([columns, ...cells].join('\n'), 'county-profiles.csv')
    if (!parsed.success) throw new Error(formatIssues(parsed.issues))
    expect(checkColumns(parsed.header, mapping, 'county-profiles.csv')).toEqual([])
    return parsed.rows.filter(({ cells }) => cells.get('geo_type') === 'county')
  }

  function resultOf(row: Row) {
    const { profile, issues } = profileFromRow(row, mapping, menus)
    if (issues.length > 0) throw new Error(formatIssues(issues))
    return recommend(parseProfile(profile))
  }
  const digest = (result: object): string => createHash('sha1').update(JSON.stringify(result)).digest('base64')

  const rows = countiesOf(header, lines)
  const digests = new Map<string, string>()

  test('3,135 of them give a plan of five strategies or more that meets every requirement', () => {
    const wrong: string[] = []
    for (const row of rows) {
      const result = resultOf(row)
      digests.set(fips(row), digest(result))
      const { plan, ranking, excluded } = result
      const strategies = new Set(plan.selections.map(({ strategy }) => strategy)).size
      const complete = plan.complete && plan.requirements.every(({ met }) => met) && strategies >= 5
      if (!complete || ranking.length + excluded.length !== menus.options.length) wrong.push(fips(row))
    }
    expect(rows).toHaveLength(3135)
    expect(wrong).toEqual([])
  })

  test('they give the same bytes again, from a table with its rows and columns in another order', () => {
    expect(digests.size).toBe(3135)
    const random = randomFrom(51)
    // The table has no quoted cells, so that its columns can be turned by hand.
    expect(lines.filter((line) => line.includes('"'))).toEqual([])
    const order = shuffled([...header.split(',').keys()], random)
    const turned = (line: string): string => {
      const cells = line.split(',')
      return order.map((index) => cells[index]).join(',')
    }
    const other = countiesOf(turned(header), shuffled(lines, random).map(turned))
    expect(other.map(fips).join()).not.toBe(rows.map(fips).join())
    expect(other.filter((row) => digest(resultOf(row)) !== digests.get(fips(row))).map(fips)).toEqual([])
    expect(other).toHaveLength(3135)
  })

  test('an empty cell is missing or suppressed, never zero', () => {
    let missing = 0
    for (const row of rows) {
      const { indicators } = profileFromRow(row, mapping, menus).profile as { indicators: Record<string, unknown> }
      for (const { indicator, from } of mapping.values) {
        if (indicator === undefined || from.some(({ column }) => row.cells.get(column) !== '')) continue
        missing += 1
        const value = indicators[indicator]
        if (value !== undefined && value !== 'suppressed') expect(value, `${fips(row)} ${indicator}`).toBeUndefined()
      }
    }
    expect(missing).toBeGreaterThan(1000)
  })
}

if (table === null) describe.skip(`Every county of the table${whyNoCounties}`, () => test('is not run', () => {}))
else describe('Every county of the table', { timeout: 300_000 }, () => everyCounty(table!))
