import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { familyBound, groupBound } from '../src/solver/bounds.js'
import { type Cover, type Item, type Problem, State } from '../src/solver/state.js'
import { bruteForce, totalOf } from './fixtures/optimum.js'
import { smallProblem } from './fixtures/problems.js'

const none = Number.NEGATIVE_INFINITY

/** Items from values and groups: '90a 80a 60b'. */
const itemsOf = (text: string): Item[] =>
  text.split(' ').map((item) => ({ value: Number.parseInt(item, 10), group: item.charCodeAt(item.length - 1) - 97 }))
const items = (need: number, ...members: number[]): Cover => ({ need, count: 'items', members })
const groups = (need: number, ...members: number[]): Cover => ({ need, count: 'groups', members })

interface Example {
  readonly what: string
  readonly of: string
  readonly size: number
  readonly max: number
  readonly covers: readonly Cover[]
  readonly chosen?: readonly number[]
  readonly out?: readonly number[]
  readonly bound: number
}

function stateOf({ of, size, max, covers, chosen = [], out = [] }: Example): State {
  const state = new State({ items: itemsOf(of), covers, size, maxPerGroup: max })
  for (const item of chosen) state.choose(item)
  for (const item of out) state.leaveOut(item)
  return state
}

describe('The bound by covers without common members', () => {
  test.each<Example>([
    { what: 'without covers takes the best', of: '9a 8b 7c 1d', size: 2, max: 1, covers: [], bound: 17 },
    { what: 'does not look at the limit per group', of: '9a 8a 7c', size: 2, max: 1, covers: [], bound: 17 },
    { what: 'takes what a cover needs, then the best', of: '9a 8b 7c 1d', size: 2, max: 1, covers: [items(1, 2, 3)], bound: 16 },
    { what: 'takes as many as a cover needs', of: '9a 8b 7c 1d', size: 3, max: 1, covers: [items(2, 2, 3)], bound: 17 },
    { what: 'adds two covers', of: '9a 8b 7c 1d', size: 3, max: 1, covers: [items(1, 3), items(1, 2)], bound: 17 },
    { what: 'counts no item twice', of: '9a 8b 7c 1d', size: 2, max: 1, covers: [items(1, 0)], bound: 17 },
    {
      what: 'takes the scarcest of two that share a member',
      of: '9a 8b 7c 1d',
      size: 1,
      max: 1,
      covers: [items(1, 0, 3), items(1, 3)],
      bound: 1,
    },
    { what: 'finds too few places for one cover', of: '9a 8b 7c 1d', size: 1, max: 1, covers: [items(2, 0, 1)], bound: none },
    {
      what: 'finds too few places for a cover outside the family',
      of: '9a 8b 7c',
      size: 1,
      max: 1,
      covers: [items(1, 0), items(2, 0, 1)],
      bound: none,
    },
    { what: 'finds too few places for two covers', of: '9a 8b 7c 1d', size: 1, max: 1, covers: [items(1, 0), items(1, 1)], bound: none },
    { what: 'fills the places exactly', of: '9a 8b 7c 1d', size: 2, max: 1, covers: [items(1, 2), items(1, 3)], bound: 8 },
    { what: 'finds too few members', of: '9a 8b 7c 1d', size: 3, max: 1, covers: [items(2, 3)], bound: none },
    { what: 'finds too few items', of: '9a 8b', size: 3, max: 1, covers: [], bound: none },
    { what: 'does not count what is left out', of: '9a 8b 7c 1d', size: 2, max: 1, covers: [items(1, 2, 3)], out: [0, 2], bound: 9 },
    { what: 'does not count full groups', of: '9a 8a 7c 1d', size: 3, max: 1, covers: [items(1, 1, 3)], chosen: [0], bound: 8 },
    { what: 'does not count a group twice', of: '9a 8a 7c 1d', size: 3, max: 2, covers: [groups(2, 0, 1, 3)], chosen: [0], bound: 9 },
    { what: 'asks for nothing when all is met', of: '9a 8b 7c', size: 1, max: 1, covers: [items(1, 0)], chosen: [0], bound: 0 },
  ])('$what', (example) => {
    expect(familyBound(stateOf(example))).toBe(example.bound)
  })
})

describe('The bound by the limits per group', () => {
  test.each<Example>([
    { what: 'takes the best that the groups allow', of: '9a 8a 7a 6b', size: 3, max: 2, covers: [], bound: 23 },
    { what: 'counts what is chosen of a group', of: '9a 8a 7a 6b', size: 3, max: 2, covers: [], chosen: [2], bound: 15 },
    { what: 'does not count what is left out', of: '9a 8a 7a 6b', size: 2, max: 2, covers: [], out: [0], bound: 15 },
    { what: 'finds too few items that the groups allow', of: '9a 8a 7a', size: 2, max: 1, covers: [], bound: none },
    { what: 'takes nothing where no place is left', of: '9a 8b', size: 1, max: 1, covers: [], chosen: [0], bound: 0 },
    { what: 'finds a cover missing where no place is left', of: '9a 8b', size: 1, max: 1, covers: [items(1, 1)], chosen: [0], bound: none },
    // 9 + 8, the lightest of which makes room for 3.
    { what: 'replaces the lightest', of: '9a 8b 7c 3d', size: 2, max: 1, covers: [items(1, 3)], bound: 12 },
    // 9a + 7c: 3a can only come in for 9a.
    { what: 'replaces the lightest of the same group where it is full', of: '9a 7c 3a', size: 2, max: 1, covers: [items(1, 2)], bound: 10 },
    // Of a, 9 and 8 are in: 3a comes in for 8, not for 7c.
    { what: 'replaces the lightest of a full group', of: '9a 8a 7c 3a', size: 3, max: 2, covers: [items(1, 3)], bound: 19 },
    // One of a is chosen and one comes: full.
    { what: 'counts chosen items for a full group', of: '9a 8a 7c 3a', size: 3, max: 2, covers: [items(1, 3)], chosen: [0], bound: 10 },
    // Group a has room for one more: 3a comes in for the lightest of all.
    { what: 'replaces any where the group has room', of: '9a 7c 3a', size: 2, max: 2, covers: [items(1, 2)], bound: 12 },
    // Helpers 3c (for 8b: 5) and 2a (for 9a: 7): the smaller loss counts.
    { what: 'takes the smallest loss, not the best item', of: '9a 8b 4a 3c', size: 2, max: 1, covers: [items(1, 2, 3)], bound: 12 },
    // The same twice, in the order of the members and against it.
    { what: 'takes the smallest losses of several', of: '9a 8b 7c 4a 3d 2e', size: 3, max: 1, covers: [items(2, 3, 4, 5)], bound: 15 },
    // Both lightest go out, 8 and 9, for 3 and 2: more than twice the lightest.
    { what: 'lets as many of the lightest go as come in', of: '20a 9b 8c 3d 2e', size: 3, max: 1, covers: [items(2, 3, 4)], bound: 25 },
    {
      what: 'lets in only as many as are missing',
      of: '20a 9b 8c 3d 2e 1f',
      size: 3,
      max: 1,
      covers: [items(2, 3, 4, 5)],
      bound: 25,
    },
    // Two covers of one each, the same.
    {
      what: 'adds up covers without common members',
      of: '20a 9b 8c 3d 2e',
      size: 3,
      max: 1,
      covers: [items(1, 3), items(1, 4)],
      bound: 25,
    },
    // 5 losses for a member of both; the second cover does not count.
    {
      what: 'counts covers with common members once',
      of: '9a 8b 3c 2d',
      size: 2,
      max: 1,
      covers: [items(1, 2), items(1, 2, 3)],
      bound: 12,
    },
    // The first cover is met by 9a; only the second costs.
    { what: 'asks nothing for what the best bring', of: '9a 8b 3c', size: 2, max: 1, covers: [items(1, 0, 2)], bound: 17 },
    { what: 'asks for the rest of what the best bring', of: '9a 8b 3c 2d', size: 2, max: 1, covers: [items(2, 0, 2, 3)], bound: 12 },
    { what: 'asks nothing for what is chosen', of: '9a 8b 3c', size: 2, max: 1, covers: [items(1, 2)], chosen: [2], bound: 9 },
    // A met cover with a common member does not keep the other out of the family.
    {
      what: 'keeps met covers out of the family',
      of: '9a 8b 3c 2d 1e',
      size: 2,
      max: 1,
      covers: [items(1, 0, 2), items(1, 2, 3, 4)],
      bound: 12,
    },
    // 9a and 8a are one group: one more is missing, and 5a does not help.
    { what: 'counts a group once', of: '9a 8a 5a 3b', size: 2, max: 3, covers: [groups(2, 0, 1, 2, 3)], bound: 12 },
    { what: 'does not count a chosen group', of: '9a 8a 5a 3b', size: 3, max: 3, covers: [groups(2, 0, 1, 2, 3)], chosen: [0], bound: 11 },
    { what: 'finds too few helpers', of: '9a 8b 3c', size: 2, max: 1, covers: [items(2, 2)], bound: none },
    { what: 'finds too few helpers in other groups', of: '9a 8a 5a', size: 2, max: 3, covers: [groups(2, 0, 1, 2)], bound: none },
    { what: 'finds too few places', of: '9a 3c 2d', size: 1, max: 1, covers: [items(1, 1), items(1, 2)], bound: none },
    { what: 'lets all go where all places are needed', of: '9a 8b 3c 2d', size: 2, max: 1, covers: [items(1, 2), items(1, 3)], bound: 5 },
    // 3a for 9a and 2b for 8b, of full groups: 6 + 6, more than 17 - 5 = 12 less nothing; with 7c and 6d lighter, 12 against 13 - 5.
    {
      what: 'takes the losses where they are more',
      of: '9a 8b 7c 6d 3a 2b',
      size: 4,
      max: 1,
      covers: [items(1, 4), items(1, 5)],
      bound: 18,
    },
  ])('$what', (example) => {
    expect(groupBound(stateOf(example))).toBe(example.bound)
  })
})

/** What is left of a problem: the value that the best completion of the state adds, or -Infinity. */
function bestRest(problem: Problem, chosen: readonly number[], out: readonly number[]): number {
  const within = { ...problem, covers: [...problem.covers, ...chosen.map((item) => items(1, item))] }
  const best = bruteForce(within, out)
  return best === null ? none : totalOf(problem, best) - totalOf(problem, chosen)
}

test.prop([smallProblem, fc.array(fc.nat(11), { maxLength: 3 }), fc.array(fc.nat(11), { maxLength: 3 })], { seed: 1, numRuns: 2000 })(
  'no bound is below what the best way to go on adds: 2,000 random states',
  (problem, toChoose, toLeave) => {
    const state = new State(problem)
    const chosen: number[] = []
    const out: number[] = []
    for (const item of toChoose) {
      if (item >= problem.items.length || state.left === 0 || !state.isFree(item)) continue
      state.choose(item)
      chosen.push(item)
    }
    for (const item of toLeave) {
      if (item >= problem.items.length || chosen.includes(item)) continue
      state.leaveOut(item)
      out.push(item)
    }
    const best = bestRest(problem, chosen, out)
    expect(familyBound(state)).toBeGreaterThanOrEqual(best)
    expect(groupBound(state)).toBeGreaterThanOrEqual(best)
  },
)
