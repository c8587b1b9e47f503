import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { met, unknown } from '../src/conditions/compile.js'
import { evaluateRules } from '../src/decide/gates.js'
import { toEngine } from '../src/json-rules-engine.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { collectFacts } from '../src/profile/facts.js'
import type { CommunityProfile } from '../src/profile/schema.js'
import { fullyKnownProfile } from './fixtures/profiles.js'

const menus = builtInMenus()
const all = [...menus.gates, ...menus.rules]

/** What the compiled gates and rules say: the ids that are met; anything undecided is a failure, since every fact is known. */
function compiled(values: ReadonlyMap<string, number | boolean | string>): string[] {
  const { gates, rules } = evaluateRules(values, menus)
  const verdicts = [...gates, ...rules]
  expect(verdicts).not.toContain(unknown)
  return all.filter((_, index) => verdicts[index] === met).map(({ id }) => id)
}

describe('Where every fact is known', () => {
  test('the compiled gates and rules equal json-rules-engine on 10,000 random profiles', async () => {
    // One run after the other: an engine loses rules when its runs overlap.
    const engine = toEngine(menus)
    const everFired = new Set<string>()
    const alwaysFired = new Set(all.map(({ id }) => id))
    const wrong: unknown[] = []
    for (const profile of fc.sample(fullyKnownProfile as fc.Arbitrary<CommunityProfile<never>>, { seed: 731, numRuns: 10_000 })) {
      const { values } = collectFacts(profile, menus)
      const { events } = await engine.run(Object.fromEntries(values))
      const expected = new Set(events.map(({ params }) => params!.rule as string))
      const met = compiled(values)
      if (met.length !== expected.size || met.some((id) => !expected.has(id))) wrong.push({ profile, met, expected: [...expected] })
      for (const id of met) everFired.add(id)
      for (const id of alwaysFired) if (!expected.has(id)) alwaysFired.delete(id)
    }
    expect(wrong.slice(0, 1)).toEqual([])
    // Each of them is tried both ways.
    expect(all.filter(({ id }) => !everFired.has(id)).map(({ id }) => id)).toEqual([])
    expect([...alwaysFired]).toEqual([])
  })
})
