import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Row } from '../src/read/csv.js'
import { builtPackage } from './fixtures/built.js'
import { type CountyTable, counties as table, whyNoCounties } from './fixtures/counties.js'
import { isSameJson, randomFrom, shuffled } from './fixtures/values.js'

// The built package, loaded as an app loads it: it is also several times as fast as the sources under the test runner.
const load = createRequire(import.meta.url)

function everyCounty({ header, rows: lines }: CountyTable): void {
  const { builtInMenus, formatIssues, parseProfile, recommend }: typeof import('../src/index.js') = load(join(builtPackage(), 'index.js'))
  const { checkColumns, mappingsOf, parseTable, profileFromRow }: typeof import('../src/read.js') = load(join(builtPackage(), 'read.js'))
  const menus = builtInMenus()
  const mapping = mappingsOf(menus).find(({ id }) => id === 'county-profiles')!
  const options = menus.data.menus.flatMap(({ strategies }) => strategies.flatMap((strategy) => strategy.options)).length
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
  const rows = countiesOf(header, lines)

  test('3,135 of them give a plan of five strategies or more that meets every requirement, and the same bytes from a table in another order', () => {
    // The table has no quoted cells, so that its columns can be turned by hand.
    expect(lines.filter((line) => line.includes('"'))).toEqual([])
    const random = randomFrom(51)
    const order = shuffled([...header.split(',').keys()], random)
    const turned = (line: string): string => {
      const cells = line.split(',')
      return order.map((index) => cells[index]).join(',')
    }
    const again = countiesOf(turned(header), shuffled(lines, random).map(turned))
    expect(again.map(fips).join()).not.toBe(rows.map(fips).join())
    const first = new Map(rows.map((row) => [fips(row), row]))
    const wrong: string[] = []
    for (const row of again) {
      const result = resultOf(row)
      const { plan, ranking, excluded } = result
      const strategies = new Set(plan.selections.map(({ id }) => id.split('@')[0])).size
      const complete = plan.complete && plan.requirements.every(({ met }) => met) && strategies >= 5
      if (!complete || ranking.length + excluded.length !== options) wrong.push(`${fips(row)}: the plan`)
      if (!isSameJson(result, resultOf(first.get(fips(row))!))) wrong.push(`${fips(row)}: the bytes`)
    }
    expect(wrong).toEqual([])
    expect(again).toHaveLength(3135)
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
