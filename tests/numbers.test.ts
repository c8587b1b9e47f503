import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countyLines, digestOf, exampleLines } from '../scripts/digest.js'
import { builtInMenus } from '../src/menus/built-in.js'
import * as read from '../src/read.js'
import { decide, recommend } from '../src/recommend.js'
import { counties, whyNoCounties } from './fixtures/counties.js'

/** One line for each community: its name, and a digest of every number, rank, quadrant, plan, requirement and excluded option. */
const known = readFileSync('tests/fixtures/numbers.txt', 'utf8').trim().split('\n')
const [ofExamples, ofCounties] = [known.filter((line) => line.includes('/')), known.filter((line) => !line.includes('/'))]

/** The lines that are not as they were: a digest says only that something changed, so the names are what helps. */
const changed = (lines: readonly string[], before: readonly string[]): string[] => lines.filter((line, index) => line !== before[index])

describe('Every number is what it was', () => {
  test('of the examples, with pins, vetoes, other sizes and other weights', () => {
    const lines = exampleLines(decide as never)
    expect(changed(lines, ofExamples)).toEqual([])
    expect(lines).toHaveLength(ofExamples.length)
  })

  test.skipIf(counties === null)(`of all 3,135 counties${whyNoCounties}`, { timeout: 300_000 }, () => {
    const lines = countyLines(decide as never, read, builtInMenus(), counties!.path)
    expect(changed(lines, ofCounties)).toEqual([])
    expect(lines).toHaveLength(3135)
  })
})

describe('The digest', () => {
  const profile = { name: 'A community', indicators: { 'overdose-death-rate': 40 } } as const

  test('is the same for a decision and for a recommendation: words are not numbers', () => {
    expect(digestOf(recommend(profile))).toBe(digestOf(decide(profile)))
  })

  test('sees a change in the last decimal of one number, in the order of the ranking, in a plan and in an exclusion', () => {
    const decision = decide(profile)
    const digest = digestOf(decision)
    // biome-ignore lint/suspicious/noExplicitAny: a copy that may be changed.
    const changes: ((copy: any) => void)[] = [
      (copy) => {
        copy.ranking[77].impact.low += 0.0001
      },
      (copy) => copy.ranking.reverse(),
      (copy) => copy.plan.selections.pop(),
      (copy) => {
        copy.plan.requirements[3].met = false
      },
      (copy) => copy.excluded.push({ id: 'a@b@c', by: ['a-gate'] }),
      (copy) => {
        copy.dataGaps[0].swing += 0.0001
      },
    ]
    for (const change of changes) {
      const copy = structuredClone(decision)
      change(copy)
      expect(digestOf(copy)).not.toBe(digest)
    }
  })
})
