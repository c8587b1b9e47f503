import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'

/**
 * Writes a digest of every number of the results of all counties and examples: one line each. `npx tsx scripts/digest.ts DIST TABLE OUT`.
 * Two builds give the same digest exactly when they give the same numbers, ranks, quadrants, plans, requirements and exclusions.
 */
// biome-ignore lint/suspicious/noExplicitAny: results of two versions are read with one function.
type Json = Record<string, any>

/** The numbers, ids and states of a result, in one form for results of version 1 and 2. */
export const numbersOf = ({ ranking, gaps, excluded, plan, dataGaps }: Json): unknown => [
  gaps.map(({ gap, severity, basis, measuredShare, indicators }: Json) => [
    gap,
    severity,
    basis,
    measuredShare,
    indicators.map(({ id, value, year, source, severity: own, weight }: Json) => [id, value, year, source, own, weight]),
  ]),
  ranking.map((option: Json) => {
    const {
      id,
      priority,
      expected,
      availability,
      impact,
      feasibility,
      quadrant,
      unsettled,
      rank,
      certainty,
      medications,
      populations,
      factors,
    } = option
    const { effect, reach, potential, need, gap, gapWeight, stage, room, listedReach, atRiskShare, adjustments, ratings } = factors
    return [
      [id, priority, expected, availability, impact, feasibility, quadrant, unsettled, rank, certainty, medications, populations],
      [effect, reach, potential, need, gap, gapWeight, stage, room, listedReach, atRiskShare],
      [adjustments.reach, adjustments.impact, adjustments.feasibility],
      [ratings.feasibility, ratings.readiness, ratings.desirability, ratings.raters],
      [factors.feasibilityBasis, factors.defaultFeasibility.strategy, factors.defaultFeasibility.modifier, factors.defaultFeasibility.best],
    ]
  }),
  excluded.map(({ id, rule, by }: Json) => [id, rule ?? by[0]]),
  [plan.size, plan.complete, plan.total],
  plan.selections.map(({ id, priority, otherwise }: Json) => [
    id,
    priority,
    otherwise && [otherwise.id, otherwise.cost, otherwise.changes],
  ]),
  plan.requirements.map(({ id, met, metBy, basis }: Json) => [id, met, metBy, basis]),
  dataGaps.map(({ fact, why, strategies, planned, swing }: Json) => [fact, why, strategies, planned, swing]),
]

/** The same numbers give the same text, whatever the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

export const digestOf = (result: unknown): string =>
  createHash('sha256')
    .update(canonical(numbersOf(result as Json)))
    .digest('hex')
    .slice(0, 12)

/** The examples, each in every variant: pins, vetoes, sizes and weights. */
const communities = [
  ...['boyle-county-ky', 'hooker-county-ne', 'philadelphia-pa', 'riverbend-coalition'].map((name) => `examples/${name}`),
  ...['rated', 'rural', 'urban'].map((name) => `tests/fixtures/communities/${name}`),
]
const variants: Readonly<Record<string, object>> = {
  plain: {},
  size: { size: 8 },
  pin: { include: ['disposal-programs', 'moud-telemedicine'] },
  veto: { exclude: ['active-oend-at-risk', 'linkage-programs'] },
  weights: { weights: { impact: 0.5, feasibility: 0.5 }, maxPerStrategy: 1 },
}

/** What decides: `decide`, or `recommend` of a build that has no `decide` yet. */
type Decide = (profile: never, options?: never) => unknown

/** One line for each example and variant: its name, and the digest of its numbers. */
export const exampleLines = (decide: Decide): string[] =>
  communities.flatMap((name) => {
    const profile = parse(readFileSync(`${name}.yaml`, 'utf8')) as never
    return Object.entries(variants).map(([variant, options]) => `${name}/${variant} ${digestOf(decide(profile, options as never))}`)
  })

/** One line for each county of a table: its FIPS code, and the digest of its numbers. */
export function countyLines(decide: Decide, { mappingsOf, parseTable, profileFromRow }: Json, menus: unknown, table: string): string[] {
  const mapping = mappingsOf(menus).find(({ id }: Json) => id === 'county-profiles')
  const rows = parseTable(readFileSync(table, 'utf8'), table).rows.filter(({ cells }: Json) => cells.get('geo_type') === 'county')
  return rows.map((row: Json) => `${row.cells.get('fips')} ${digestOf(decide(profileFromRow(row, mapping, menus).profile as never))}`)
}

async function digest(dist: string, table: string): Promise<string> {
  const load = (entry: string) => import(pathToFileURL(join(dist, `${entry}.js`)).href)
  const { builtInMenus, recommend, decide = recommend } = await load('index')
  return `${[...exampleLines(decide), ...countyLines(decide, await load('read'), builtInMenus(), table)].join('\n')}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , dist = 'dist', table = '', out = ''] = process.argv
  writeFileSync(out, await digest(dist, table))
}
