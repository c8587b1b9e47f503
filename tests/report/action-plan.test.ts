import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { builtInGuide } from '../../src/guide.js'
import { builtInMenus } from '../../src/menus/built-in.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { communities, resultOf } from './communities.js'

const guide = builtInGuide()
const menus = builtInMenus()
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

describe.each(communities)('The action plan of the %s community', (community) => {
  const result = resultOf(community)

  test('holds the columns of the worksheet, and for each strategy every step of the guide', () => {
    const csv = actionPlan(result, { format: 'csv', guide })
    expect(csv.startsWith('\uFEFF"Objective"')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toContain('\r')
    const rows = rowsOf(csv)
    expect(Object.keys(rows[0]!)).toEqual(
      expect.arrayContaining([
        'Strategy category',
        'Selected strategy',
        'Targeted populations',
        'Sector',
        'Sustainability',
        'Feasibility',
        'Impact',
        'Who',
        'What',
        'By when',
        'Where',
        'Technical assistance and other resources',
        'Measures',
      ]),
    )
    for (const { rank } of result.plan.selections) {
      const { strategy, venue, sector } = result.ranking[rank - 1]!
      const name = menus.strategies.get(strategy)!.name
      const own = rows.filter((row) => row['Selected strategy'] === `${name}: ${menus.venues.get(venue)!.short}`)
      const entry = guide.byStrategy.get(strategy)!
      for (const { step, who } of entry.steps) expect(own.some((row) => row.What === step.trim() && row.Who === who.trim())).toBe(true)
      const changes = entry.venues.filter((note) => note.venue === venue && (note.sector ?? sector) === sector)
      expect(own).toHaveLength(entry.steps.length + changes.length)
      for (const { change } of changes) expect(own.some(({ What }) => What!.includes(change.trim()))).toBe(true)
      expect(own[0]!.Measures).toContain(entry.measures[0]!.measure)
      expect(own.map(({ Action }) => Action)).toEqual(own.map((_, index) => `A${index + 1}`))
    }
  })

  test('is the same in all three formats', () => {
    const [markdown, page] = [actionPlan(result, { guide }), actionPlan(result, { format: 'html', guide })]
    for (const { rank } of result.plan.selections) {
      const { strategy } = result.ranking[rank - 1]!
      for (const { who } of guide.byStrategy.get(strategy)!.steps) {
        expect(markdown.replaceAll('\\', '')).toContain(who.trim())
        expect(page.replaceAll('&#39;', "'")).toContain(who.trim())
      }
    }
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
  })
})

test('A goal of the coalition is shown with the strategies that serve it; where there is none, a line to write on', () => {
  const rows = rowsOf(actionPlan(resultOf('rated'), { format: 'csv', guide }))
  const served = resultOf('rated').plan.requirements.find(({ id }) => id === 'goal-moud-linkage')!
  expect(served.metBy.length).toBeGreaterThan(0)
  for (const id of served.metBy) {
    const strategy = menus.strategies.get(id.split('@')[0]!)!.name
    expect(rows.find((row) => row['Selected strategy']!.startsWith(strategy))!.Goal).toContain(
      'Everyone treated for an overdose leaves with medication',
    )
  }
  expect(actionPlan(resultOf('rural'), { format: 'html', guide })).toContain('<dt>Goal</dt><dd><span class="write">')
})

test('Without a guide the steps are lines to write on', () => {
  const rows = rowsOf(actionPlan(resultOf('rural'), { format: 'csv' }))
  expect(rows.every(({ What, Who }) => What === '' && Who === '')).toBe(true)
  expect(rows.length).toBe(4 * resultOf('rural').plan.selections.length)
})

test("The coalition's own plan takes the place of the result's", () => {
  const own = ['linkage-programs@criminal-legal@jails', 'disposal-programs@healthcare@dental-clinics']
  const rows = rowsOf(actionPlan(resultOf('rural'), { format: 'csv', guide, plan: own }))
  expect(new Set(rows.map((row) => row['Selected strategy']))).toEqual(
    new Set(['Linkage Programs: jails', 'Prescription drug drop-box / mail-back programs: dental clinics']),
  )
  expect(rows.find((row) => row['Selected strategy']!.includes('dental'))!.Feasibility).toBe('not scored')
})

test('Weeks are written as the guide means them: a schedule from the decision, or how long a step takes', () => {
  const rows = rowsOf(
    actionPlan(resultOf('rural'), {
      format: 'csv',
      guide,
      plan: ['linkage-programs@criminal-legal@jails', 'oend-by-referral@healthcare@pharmacy'],
    }),
  )
  expect(rows.find((row) => row.What!.startsWith('Draw the map'))!['By when']).toBe('takes 2 to 5 weeks')
  expect(rows.find((row) => row.What!.startsWith('List who meets'))!['By when']).toBe('week 0 to week 4 after the decision')
})
