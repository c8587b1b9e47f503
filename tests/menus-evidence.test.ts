import { describe, expect, test } from 'vitest'
import { builtInMenus } from '../src/menus/built-in.js'
import type { CommunityProfile, Ids } from '../src/profile/schema.js'
import { decide } from '../src/recommend.js'

const menus = builtInMenus()
const { data } = menus

const priorities = (profile: Omit<CommunityProfile<Ids>, 'name'>): ReadonlyMap<string, number> =>
  new Map(
    decide({ name: 'A community', ...profile } as CommunityProfile<Ids>, { menus }).ranking.map((each) => [each.id, each.priority.best]),
  )

describe('A jail without any medication is never ranked below one that only goes on with it, other things equal', () => {
  const others: readonly Omit<CommunityProfile<Ids>, 'name'>[] = [
    {},
    { context: { 'sheriff-support': 'opposed', 'stigma-level': 'high' } },
    { context: { 'sheriff-support': 'supportive' }, gaps: { 'moud-in-custody': 0 } },
    { indicators: { 'moud-within-30-days-of-release-pct': 18 }, gaps: { 'moud-linkage': 0.1 } },
    { landscape: [{ strategy: 'moud-criminal-legal', venue: 'jails', stage: 'partial' }] },
  ]
  test.each(others)('%j', (profile) => {
    const at = (level: string) =>
      priorities({ ...profile, context: { ...profile.context, 'jail-present': true, 'jail-moud-level': level } })
    const [none, goesOn] = [at('none'), at('continuation-only')]
    const jails = [...none.keys()].filter((id) => id.endsWith('@jails'))
    expect(jails.length).toBeGreaterThan(5)
    for (const id of jails) expect(none.get(id), id).toBeGreaterThanOrEqual(goesOn.get(id)!)
  })
})

describe('What an expert expects to count does', () => {
  const best = (profile: Omit<CommunityProfile<Ids>, 'name'>, strategy: string): number =>
    Math.max(...[...priorities(profile)].filter(([id]) => id.startsWith(`${strategy}@`)).map(([, priority]) => priority))

  test.each([
    [
      'unstable housing',
      'reduce-barriers',
      { indicators: { 'moud-patients-unstably-housed-pct': 5 } },
      { indicators: { 'moud-patients-unstably-housed-pct': 30 } },
    ],
    [
      'recovery homes that refuse medication',
      'reduce-barriers',
      { context: { 'recovery-housing-accepts-moud': true } },
      { context: { 'recovery-housing-accepts-moud': false } },
    ],
    [
      'stimulants in the deaths',
      'clinical-delivery-enhancement',
      { indicators: { 'stimulant-co-involved-pct': 20 } },
      { indicators: { 'stimulant-co-involved-pct': 70 } },
    ],
    [
      'stimulants in the deaths',
      'co-occurring-integration',
      { indicators: { 'stimulant-co-involved-pct': 20 } },
      { indicators: { 'stimulant-co-involved-pct': 70 } },
    ],
  ] as const)('%s: %s', (_, strategy, without, with_) => {
    expect(best(with_, strategy)).toBeGreaterThan(best(without, strategy) + 2)
  })
})

describe('The data', () => {
  test('rules that measure how many die are one group, and the compiled rules keep it', () => {
    expect(data.rules.filter(({ group }) => group === 'burden').map(({ id }) => id)).toEqual([
      'death-rate-high',
      'deaths-not-falling',
      'fentanyl-dominant',
    ])
  })

  test('every option has a plain title of three to nine words, in lower case', () => {
    const titles = data.menus.flatMap(({ strategies }) => strategies.flatMap(({ options }) => options.map(({ plain }) => plain)))
    expect(titles).toHaveLength(152)
    for (const title of titles) {
      expect(title).toMatch(/^[a-z][^.]*[a-zA-Z]$/)
      expect(title!.split(' ').length, title).toBeGreaterThanOrEqual(3)
      expect(title!.split(' ').length, title).toBeLessThanOrEqual(9)
    }
    expect(new Set(titles).size).toBe(152)
  })

  test('control communities are called that', () => {
    for (const id of ['linkage-31d-after-ed-hospital-pct', 'retention-180d-pct-of-moud'])
      expect(data.indicators.find((each) => each.id === id)?.why).toContain('control communities')
  })
})
