import { describe, expect, test } from 'vitest'
import { builtInMenus, checkPlan, decide, explain, parseProfile, recommend, safeParseProfile } from '../src/index.js'
import { compileMenus } from '../src/menus/handle.js'
import { confirmationsOf, english, formulas, reasonsOf, sourcesOf, stages, warningsOf } from '../src/stages.js'

/** A list, group of keys, Map or Set that was handed out, and the way to it. */
interface Place {
  readonly path: string
  readonly held: object
}

/** Every list, group, Map and Set of a value, each once, with the first way to it. */
function placesOf(name: string, value: unknown): Place[] {
  const places: Place[] = []
  const seen = new Set<unknown>()
  const visit = (path: string, held: unknown): void => {
    if ((typeof held !== 'object' && typeof held !== 'function') || held === null || seen.has(held)) return
    seen.add(held)
    places.push({ path, held })
    if (held instanceof Map) for (const [key, inner] of held) visit(`${path}.get(${String(key)})`, inner)
    else if (held instanceof Set) for (const inner of held) visit(`${path}.values()`, inner)
    for (const [key, inner] of Object.entries(held)) visit(Array.isArray(held) ? `${path}[${key}]` : `${path}.${key}`, inner)
  }
  visit(name, value)
  return places
}

const attempt = (change: () => void): void => {
  try {
    change()
  } catch (error) {
    // That it is frozen is fine.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Another value of the same type, so that a wrong one shows as a wrong result. */
const another = (value: unknown): unknown =>
  typeof value === 'number' ? value + 0.9 : typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value}!` : null

/** Changes a list, group, Map or Set in every way there is; gives back what makes it as it was. */
function change({ held }: Place): () => void {
  if (held instanceof Map) {
    const entries = [...held]
    attempt(() => held.set('another', null))
    for (const [key, value] of entries) attempt(() => held.set(key, another(value)))
    attempt(() => held.delete(entries[0]?.[0]))
    attempt(() => held.clear())
    return () => {
      attempt(() => held.clear())
      for (const [key, value] of entries) attempt(() => held.set(key, value))
    }
  }
  if (held instanceof Set) {
    const values = [...held]
    attempt(() => held.add('another'))
    attempt(() => held.delete(values[0]))
    attempt(() => held.clear())
    return () => {
      attempt(() => held.clear())
      for (const value of values) attempt(() => held.add(value))
    }
  }
  if (Array.isArray(held)) {
    const items = [...held]
    attempt(() => held.sort())
    attempt(() => held.reverse())
    for (const [index, item] of items.entries()) attempt(() => (held[index] = another(item)))
    attempt(() => held.push('another'))
    attempt(() => held.splice(0, 1))
    return () => attempt(() => held.splice(0, held.length, ...items))
  }
  const group = held as Record<string, unknown>
  const entries = Object.entries(group)
  for (const [key, value] of entries) attempt(() => (group[key] = another(value)))
  attempt(() => (group.another = 1))
  return () => {
    attempt(() => delete group.another)
    for (const [key, value] of entries) attempt(() => (group[key] = value))
  }
}

/** Changes some places, asks what comes out then, and makes all as it was. */
function afterChanging(places: readonly Place[], outcome: () => string): string {
  const undo = places.map(change)
  try {
    return outcome()
  } catch (error) {
    return `failed: ${error}`
  } finally {
    for (const each of undo.reverse()) each()
  }
}

/** The path to the first place whose change is seen in what comes out; null where there is none. */
function firstLeak(places: readonly Place[], outcome: () => string): string | null {
  const before = outcome()
  const leaks = (number: number): boolean => afterChanging(places.slice(0, number), outcome) !== before
  if (!leaks(places.length)) return null
  let [sound, leaking] = [0, places.length]
  while (leaking - sound > 1) {
    const middle = (sound + leaking) >> 1
    if (leaks(middle)) leaking = middle
    else sound = middle
  }
  return places[leaking - 1]!.path
}

const rich = {
  name: 'A community',
  state: 'KY',
  population: 30_708,
  asOf: '2027-06-30',
  indicators: {
    'overdose-death-rate': { value: 41.3, year: 2024, source: 'a source' },
    'naloxone-rx-per-100-people-state': { value: 0.4, year: 2023 },
    'retention-180d-pct-of-moud': 'suppressed',
    'households-no-internet-pct': 31,
  },
  context: { rurality: 'nonmetro', 'jail-present': { value: true, year: 2024 }, 'ssp-present': false, 'ssp-planned': false },
  gaps: { 'moud-linkage': 0.8 },
  landscape: [
    { strategy: 'linkage-programs', venue: 'jails', stage: 'partial' },
    { strategy: 'active-oend-at-risk', venue: 'syringe-service-programs', stage: 'partial' },
  ],
  ratings: [
    { strategy: 'bridging-medications', rater: 'A', feasibility: 4, readiness: 3, desirability: 5 },
    { strategy: 'disposal-programs', rater: 'B', feasibility: 2, interest: true },
  ],
  goals: [{ gap: 'unused-opioid-disposal', statement: 'A drop box in every town' }],
  priorityPopulations: ['reduced-tolerance'],
  specialPopulations: ['veterans'],
  notes: ['Drive times are uncertain here.'],
} as const
const options = {
  size: 7,
  include: ['moud-telemedicine'],
  exclude: ['naloxone-hotspots', 'active-oend-high-risk-venues'],
  weights: { impact: 0.6, feasibility: 0.4 },
} as const
const excluded = 'active-oend-at-risk@behavioral-health@syringe-service-programs'

/** What comes out for a community of which much is known and one of which nothing is, as bytes. */
function everything(): string {
  const decision = decide(rich as never, options)
  const ids = [decision.plan.selections[0]!.id, decision.ranking.at(-1)!.id, excluded]
  const bare = recommend({ name: 'X' })
  return JSON.stringify([decision, recommend(rich as never, options), bare, ids.map((id) => explain(decision, id))])
}

describe('What is handed out can be changed without changing what comes next', () => {
  const menus = builtInMenus()

  test.each([
    ['a decision', () => decide(rich as never, options)],
    ['a decision on nothing', () => decide({ name: 'X' })],
    ['a recommendation', () => recommend(rich as never, options)],
    ['a recommendation on nothing', () => recommend({ name: 'X' })],
    ['the built-in menus', () => builtInMenus()],
    ['the explanation of a planned option', () => explain(decide({ name: 'X' }), decide({ name: 'X' }).plan.selections[0]!.id)],
    ['the explanation of a ranked option', () => explain(decide({ name: 'X' }), decide({ name: 'X' }).ranking.at(-1)!.id)],
    ['the explanation of an excluded option', () => explain(decide(rich as never), excluded)],
    ['a plan made by hand, checked', () => checkPlan(['linkage-programs@criminal-legal@jails', excluded], rich as never)],
    ['a parsed profile', () => parseProfile(rich)],
    ['a parsed profile with its warnings', () => safeParseProfile(rich)],
    ['the problems of a profile', () => safeParseProfile({ nmae: 'X', landscape: [{ strategy: 'kits', stage: 'begun' }] })],
    [
      'reasons, warnings, confirmations and sources',
      () => {
        const decision = decide(rich as never, options)
        return decision.ranking.map((option) =>
          [reasonsOf, warningsOf, confirmationsOf, sourcesOf].map((project) => project(option, decision, menus as never)),
        )
      },
    ],
    ['the constants of the formulas', () => formulas],
    ['the stages of implementation', () => stages],
    ['the words of English', () => english],
  ])('%s', (name, handedOut) => {
    const places = placesOf(name, handedOut())
    expect(places.length).toBeGreaterThan(0)
    expect(firstLeak(places, everything)).toBeNull()
  })

  test('the data from which menus were compiled', () => {
    const data = structuredClone(menus.data)
    const own = compileMenus(data)
    const outcome = (): string => JSON.stringify(recommend(rich as never, { ...options, menus: own } as never))
    expect(firstLeak(placesOf('data', data), outcome)).toBeNull()
    expect(firstLeak(placesOf('menus', own), outcome)).toBeNull()
  })
})

describe('The search for leaks', () => {
  test('finds the first place that leaks, in lists, groups, Maps and Sets', () => {
    const inner = { low: 1 }
    const state = {
      safe: Object.freeze({ a: Object.freeze([1, 2]) }),
      list: [3, 1, 2],
      map: new Map([['a', inner]]),
      set: new Set(['a']),
    }
    const { safe, list, map, set } = state
    expect(firstLeak(placesOf('it', { safe, copy: { list: [...list] } }), () => JSON.stringify(state))).toBeNull()
    expect(firstLeak(placesOf('it', { safe, list }), () => JSON.stringify(list))).toBe('it.list')
    expect(firstLeak(placesOf('it', { safe, map }), () => JSON.stringify([...map.keys()]))).toBe('it.map')
    expect(firstLeak(placesOf('it', { map }), () => String(inner.low))).toBe('it.map.get(a)')
    expect(firstLeak(placesOf('it', { set }), () => String(set.has('a')))).toBe('it.set')
    expect(JSON.stringify([state, [...map], [...set]])).toBe(
      '[{"safe":{"a":[1,2]},"list":[3,1,2],"map":{},"set":{}},[["a",{"low":1}]],["a"]]',
    )
  })
})
