import { type Cover, groupsOf, type Problem } from './state.js'

/**
 * Makes a problem smaller without changing its first best set.
 * @returns the smaller problem, and the index in the whole problem of each of its items
 */
export function reduced(problem: Problem): { problem: Problem; kept: readonly number[] } {
  const { items, size } = problem
  const maxPerGroup = tightest(problem)
  const covers = withoutImplied(
    items.length,
    // One item a group: items and groups are the same number, and groups of all items are as many as there are places.
    maxPerGroup > 1
      ? problem.covers
      : problem.covers.filter(({ need, members }) => need > size || members.length < items.length).map(ofItems),
  )
  const kept = withoutDominated(items, covers, maxPerGroup)
  const place = new Int32Array(items.length).fill(-1)
  kept.forEach((item, index) => {
    place[item] = index
  })
  const smaller = covers.map(({ need, count, members }) => {
    const left: number[] = []
    for (const item of members) if (place[item]! >= 0) left.push(place[item]!)
    return { need, count, members: left }
  })
  return { problem: { items: kept.map((item) => items[item]!), covers: smaller, size, maxPerGroup }, kept }
}

const ofItems = ({ need, members }: Cover): Cover => ({ need, count: 'items', members })

/** Where so many different groups are needed that few places are left for a second item of one, the limit per group is tighter. */
function tightest({ items, covers, size, maxPerGroup }: Problem): number {
  let groups = 0
  for (const { need, count, members } of covers) if (count === 'groups' && members.length === items.length) groups = Math.max(groups, need)
  return Math.max(1, Math.min(maxPerGroup, size - groups + 1))
}

/** For each item a bit for every cover that it is a member of. */
function coversByItem(items: number, covers: readonly Cover[]): { bits: Uint32Array; words: number } {
  const words = Math.ceil(covers.length / 32)
  const bits = new Uint32Array(items * words)
  covers.forEach(({ members }, cover) => {
    for (const item of members) bits[item * words + (cover >> 5)]! |= 1 << (cover & 31)
  })
  return { bits, words }
}

/** Leaves out covers that are met wherever another one is: one that needs as much, of some of the same members. */
function withoutImplied(items: number, covers: readonly Cover[]): readonly Cover[] {
  const { bits, words } = coversByItem(items, covers)
  const isImplied = covers.map(() => false)
  covers.forEach((other, otherIndex) => {
    if (isImplied[otherIndex]) return
    const common = new Array<number>(words).fill(-1)
    for (const item of other.members) for (let word = 0; word < words; word += 1) common[word]! &= bits[item * words + word]!
    covers.forEach(({ need, count }, index) => {
      const contains = ((common[index >> 5]! >>> (index & 31)) & 1) === 1
      if (index === otherIndex || !contains || need > other.need) return
      if (count === 'items' || other.count === 'groups' || need <= 1) isImplied[index] = true
    })
  })
  return covers.filter((_, index) => !isImplied[index])
}

/**
 * Leaves out items that cannot be in the first best set. An item that comes earlier in the same group (so is worth as much or more) and is
 * a member of at least the same covers can replace a later one; where a group has as many such items as may be taken of it, one of them is
 * always free to do so.
 */
function withoutDominated(items: Problem['items'], covers: readonly Cover[], maxPerGroup: number): readonly number[] {
  const { bits, words } = coversByItem(items.length, covers)
  const replaces = (by: number, item: number): boolean => {
    for (let word = 0; word < words; word += 1) {
      if ((bits[item * words + word]! & ~bits[by * words + word]!) !== 0) return false
    }
    return true
  }
  const keptOf: number[][] = Array.from({ length: groupsOf(items) }, () => [])
  return [...items.keys()].filter((item) => {
    const group = keptOf[items[item]!.group]!
    let better = 0
    for (const other of group) if (replaces(other, item)) better += 1
    if (better >= maxPerGroup) return false
    group.push(item)
    return true
  })
}
