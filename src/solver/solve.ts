/** An option to choose from, in the order of the ranking (values never rise). */
export interface Item {
  /** A whole number. */
  readonly value: number
  /** Options of one strategy share a group. */
  readonly group: number
}

/** At least `need` chosen items, or groups of chosen items, must be among the members. */
export interface Cover {
  readonly need: number
  readonly count: 'items' | 'groups'
  /** Indices of items, rising. */
  readonly members: readonly number[]
}

export interface Problem {
  readonly items: readonly Item[]
  readonly covers: readonly Cover[]
  readonly size: number
  readonly maxPerGroup: number
}

const free = 0
const chosen = 1
const out = 2

/** In a search of so few steps the second bound costs more than it saves. */
const smallSearch = 50

/**
 * Finds the set of `size` items with the largest total value that meets every cover and takes at most `maxPerGroup` of a group; of
 * several such sets the one whose items come first, compared one by one. Exact: branch and bound, which branches on the uncovered cover
 * with the fewest candidates and bounds twice: by the best items that a family of covers without common members still needs, and by the
 * best items that the groups allow, less what those covers must put in their place.
 * @returns the indices of the items, rising, or null when no such set exists.
 */
export function solve(problem: Problem): number[] | null {
  const { problem: smaller, kept } = withoutDominated(problem)
  const search = new Search(smaller)
  const best = search.run(-1)
  if (best === null) return null
  return (search.tied ? search.firstAmongEqual(best) : best.items).map((item) => kept[item]!)
}

/** Whether any set meets the problem, whatever its value. */
export function solvable(problem: Problem): boolean {
  return new Search(problem, true).run(-1) !== null
}

/**
 * Leaves out items that cannot be in the first best set, because another one could always stand in their place. An item that comes earlier
 * (so is worth as much or more) and is a member of at least the same covers can replace a later one
 * - of its own group, when the group has more such items than may be taken of it, or
 * - of any group, when such items come from as many groups as there are places: the other places cannot touch all of those groups.
 */
function withoutDominated(problem: Problem): { problem: Problem; kept: readonly number[] } {
  const { items, covers, size } = problem
  // Where so many different groups are asked for that few places are left for a second item of one, the limit per group is tighter.
  const groupsNeeded = covers.reduce(
    (most, { need, count, members }) => (count === 'groups' && members.length === items.length ? Math.max(most, need) : most),
    0,
  )
  const maxPerGroup = Math.max(1, Math.min(problem.maxPerGroup, size - groupsNeeded + 1))
  const words = Math.ceil(covers.length / 32)
  const member = new Uint32Array(items.length * words)
  covers.forEach(({ members }, cover) => {
    for (const item of members) member[item * words + (cover >> 5)]! |= 1 << (cover & 31)
  })
  const covered = (by: number, item: number): boolean => {
    for (let word = 0; word < words; word += 1) {
      if ((member[item * words + word]! & ~member[by * words + word]!) !== 0) return false
    }
    return true
  }
  const seenIn = new Int32Array(items.reduce((most, { group }) => Math.max(most, group + 1), 0)).fill(-1)
  const kept: number[] = []
  for (let item = 0; item < items.length; item += 1) {
    const { group } = items[item]!
    let inGroup = 0
    let groups = 0
    for (const other of kept) {
      if (!covered(other, item)) continue
      const otherGroup = items[other]!.group
      if (otherGroup === group && ++inGroup >= maxPerGroup) break
      if (seenIn[otherGroup] !== item) {
        seenIn[otherGroup] = item
        if (++groups >= size) break
      }
    }
    if (inGroup < maxPerGroup && groups < size) kept.push(item)
  }
  const place = new Int32Array(items.length).fill(-1)
  kept.forEach((item, index) => {
    place[item] = index
  })
  return {
    problem: {
      items: kept.map((item) => items[item]!),
      covers: covers.map((cover) => ({ ...cover, members: cover.members.map((item) => place[item]!).filter((index) => index >= 0) })),
      size,
      maxPerGroup,
    },
    kept,
  }
}

interface Found {
  readonly items: number[]
  readonly total: number
}

/** The state of one search. Everything is undone on the way back, so one state serves the whole tree. */
class Search {
  tied = false
  private readonly state: Uint8Array
  private readonly inGroup: number[]
  private readonly coversOf: readonly (readonly number[])[]
  /** Per cover: how many count so far, and for covers of groups how often each group is there. */
  private readonly covered: number[]
  private readonly groupSeen: readonly (Uint8Array | null)[]
  private readonly apart: readonly (readonly boolean[])[]
  private readonly byScarcity: readonly number[]
  private readonly used: Uint32Array
  private readonly lastValue: number[]
  private stamp = 0
  private visits = 0
  private left: number
  private total = 0
  private best: Found | null = null
  private target = -1

  constructor(
    private readonly problem: Problem,
    private stopAtFirst = false,
  ) {
    const { items, covers, size } = problem
    const groups = items.reduce((most, { group }) => Math.max(most, group + 1), 0)
    this.state = new Uint8Array(items.length)
    this.inGroup = new Array<number>(groups).fill(0)
    this.covered = covers.map(() => 0)
    this.groupSeen = covers.map(({ count }) => (count === 'groups' ? new Uint8Array(groups) : null))
    const coversOf: number[][] = items.map(() => [])
    covers.forEach(({ members }, cover) => {
      for (const item of members) coversOf[item]!.push(cover)
    })
    this.coversOf = coversOf
    const apart = covers.map(() => covers.map(() => true))
    for (const list of coversOf) for (const a of list) for (const b of list) apart[a]![b] = false
    this.apart = apart
    this.byScarcity = covers.map((_, index) => index).sort((a, b) => covers[a]!.members.length - covers[b]!.members.length || a - b)
    this.used = new Uint32Array(items.length)
    this.lastValue = covers.map(() => 0)
    this.left = size
  }

  /** The best set with a total above `floor`, or null. */
  run(floor: number): Found | null {
    this.best = null
    this.target = floor
    this.visit()
    return this.best
  }

  /** Of the sets with the same total, the one whose items come first: items are taken in order wherever a set with that total still exists. */
  firstAmongEqual(found: Found): number[] {
    let witness = found
    this.stopAtFirst = true
    const taken: number[] = []
    for (let item = 0; item < this.problem.items.length && taken.length < this.problem.size; item += 1) {
      if (!this.isFree(item)) continue
      this.choose(item)
      const better: Found | null = witness.items.includes(item) ? witness : this.run(found.total - 1)
      if (better) {
        witness = better
        taken.push(item)
      } else {
        this.release(item)
        this.state[item] = out
      }
    }
    return taken
  }

  private isFree(item: number): boolean {
    return this.state[item] === free && this.inGroup[this.problem.items[item]!.group]! < this.problem.maxPerGroup
  }

  /** Whether choosing the item would bring the cover nearer. */
  private helps(item: number, cover: number): boolean {
    const seen = this.groupSeen[cover]
    return this.isFree(item) && (!seen || seen[this.problem.items[item]!.group] === 0)
  }

  private choose(item: number): void {
    const { value, group } = this.problem.items[item]!
    this.state[item] = chosen
    this.inGroup[group]! += 1
    this.left -= 1
    this.total += value
    for (const cover of this.coversOf[item]!) {
      const seen = this.groupSeen[cover]
      if (!seen || seen[group]! === 0) this.covered[cover]! += 1
      if (seen) seen[group]! += 1
    }
  }

  private release(item: number): void {
    const { value, group } = this.problem.items[item]!
    this.state[item] = free
    this.inGroup[group]! -= 1
    this.left += 1
    this.total -= value
    for (const cover of this.coversOf[item]!) {
      const seen = this.groupSeen[cover]
      if (seen) seen[group]! -= 1
      if (!seen || seen[group]! === 0) this.covered[cover]! -= 1
    }
  }

  private visit(): void {
    const most = this.total + this.bound()
    const floor = this.best?.total ?? this.target
    if (this.isBelow(most, floor)) return
    if (++this.visits > smallSearch && this.isBelow(this.total + this.groupBound(), floor)) return
    const cover = this.scarcest()
    if (cover === -1) {
      this.fill()
      return
    }
    const tried: number[] = []
    for (const item of this.problem.covers[cover]!.members) {
      if (!this.helps(item, cover)) continue
      this.choose(item)
      this.visit()
      this.release(item)
      if (this.best && this.stopAtFirst) break
      // The sets with this item are done: what follows goes without it.
      this.state[item] = out
      tried.push(item)
    }
    for (const item of tried) this.state[item] = free
  }

  /** Whether nothing better can come from here; what is as good is a tie. */
  private isBelow(most: number, floor: number): boolean {
    if (this.best && most === floor) this.tied = true
    return most <= floor
  }

  /** The uncovered cover with the fewest candidates; -1 when all are met. */
  private scarcest(): number {
    let scarcest = -1
    let fewest = Number.POSITIVE_INFINITY
    for (const cover of this.byScarcity) {
      const { members, need } = this.problem.covers[cover]!
      if (this.covered[cover]! >= need) continue
      let count = 0
      for (const item of members) {
        if (this.helps(item, cover) && ++count >= fewest) break
      }
      if (count < fewest) {
        fewest = count
        scarcest = cover
      }
    }
    return scarcest
  }

  /**
   * The most that the places left can add: the best items that a family of covers without common members still needs, then the best of the
   * rest, less what it costs at least to bring in a member of any cover outside the family. -Infinity when the covers need more than is left.
   */
  private bound(): number {
    const { items, covers } = this.problem
    const stamp = ++this.stamp
    const family: number[] = []
    const others: number[] = []
    let left = this.left
    let sum = 0
    for (const cover of this.byScarcity) {
      const missing = covers[cover]!.need - this.covered[cover]!
      if (missing <= 0) continue
      if (missing > this.left) return Number.NEGATIVE_INFINITY
      if (!this.standsApart(cover, family)) {
        others.push(cover)
        continue
      }
      family.push(cover)
      left -= missing
      if (left < 0) return Number.NEGATIVE_INFINITY
      let taken = 0
      for (const item of covers[cover]!.members) {
        if (!this.helps(item, cover)) continue
        sum += items[item]!.value
        this.used[item] = stamp
        this.lastValue[cover] = items[item]!.value
        if (++taken === missing) break
      }
      if (taken < missing) return Number.NEGATIVE_INFINITY
    }
    let lastFree = -1
    for (let item = 0; item < items.length && left > 0; item += 1) {
      if (this.used[item] === stamp || !this.isFree(item)) continue
      sum += items[item]!.value
      lastFree = items[item]!.value
      this.used[item] = stamp
      left -= 1
    }
    if (left > 0) return Number.NEGATIVE_INFINITY
    let detour = 0
    for (const cover of others) {
      detour = Math.max(detour, this.detour(cover, family, stamp, lastFree))
      if (detour === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
    }
    return sum - detour
  }

  /**
   * Another most that the places left can add. The best items that the groups allow are a best basis of a matroid (groups with a limit,
   * cut to the places left). Any set that meets the covers has, beside that basis, as many items of each cover as the basis lacks, and each
   * comes in for another item of the basis: of its own group where that is full, else any. So the covers of a family without common
   * members cost at least the smallest such losses, and at least the lightest items of the basis less the best ones that come in.
   */
  private groupBound(): number {
    const { items, covers, maxPerGroup } = this.problem
    if (this.left === 0) return 0
    const stamp = ++this.stamp
    const basis: number[] = []
    const inGroup = [...this.inGroup]
    const lightestOf = new Map<number, number>()
    let sum = 0
    for (let item = 0; item < items.length && basis.length < this.left; item += 1) {
      const { value, group } = items[item]!
      if (this.state[item] !== free || inGroup[group]! >= maxPerGroup) continue
      inGroup[group]! += 1
      lightestOf.set(group, value)
      this.used[item] = stamp
      basis.push(value)
      sum += value
    }
    if (basis.length < this.left) return Number.NEGATIVE_INFINITY
    const lightest = basis.at(-1)!
    const family: number[] = []
    let losses = 0
    let lacking = 0
    let best = 0
    for (const cover of this.byScarcity) {
      const { need, members } = covers[cover]!
      let lacks = need - this.covered[cover]!
      if (lacks <= 0 || !this.standsApart(cover, family)) continue
      const seen = this.groupSeen[cover] ? new Set<number>() : null
      for (const item of members) {
        if (this.used[item] !== stamp || !this.helps(item, cover) || seen?.has(items[item]!.group)) continue
        seen?.add(items[item]!.group)
        lacks -= 1
      }
      if (lacks <= 0) continue
      family.push(cover)
      const own: number[] = []
      for (const item of members) {
        const { value, group } = items[item]!
        if (this.used[item] === stamp || !this.helps(item, cover) || seen?.has(group)) continue
        if (own.length < lacks) best += value
        own.push((inGroup[group]! >= maxPerGroup ? lightestOf.get(group)! : lightest) - value)
      }
      if (own.length < lacks) return Number.NEGATIVE_INFINITY
      own.sort((a, b) => a - b)
      for (let index = 0; index < lacks; index += 1) losses += own[index]!
      lacking += lacks
    }
    if (lacking > this.left) return Number.NEGATIVE_INFINITY
    for (let index = basis.length - lacking; index < basis.length; index += 1) best -= basis[index]!
    return sum - Math.max(losses, -best)
  }

  private standsApart(cover: number, family: readonly number[]): boolean {
    for (const other of family) if (!this.apart[cover]![other]) return false
    return true
  }

  /** What the bound loses at least when a member of the cover must be in: it takes the last place of its family, or the last free place. */
  private detour(cover: number, family: readonly number[], stamp: number, lastFree: number): number {
    let least = Number.POSITIVE_INFINITY
    for (const item of this.problem.covers[cover]!.members) {
      if (!this.helps(item, cover)) continue
      if (this.used[item] === stamp) return 0
      let place = lastFree >= 0 ? lastFree : Number.POSITIVE_INFINITY
      for (const own of this.coversOf[item]!) {
        if (family.includes(own)) place = Math.min(place, this.lastValue[own]!)
      }
      if (place === Number.POSITIVE_INFINITY) continue
      const loss = Math.max(0, place - this.problem.items[item]!.value)
      if (loss < least) least = loss
      if (least === 0) return 0
    }
    return least
  }

  /** Every cover is met: the places left go to the best items that are free. Exact, since only the limit per group binds. */
  private fill(): void {
    const filled: number[] = []
    for (let item = 0; item < this.problem.items.length && this.left > 0; item += 1) {
      if (!this.isFree(item)) continue
      this.choose(item)
      filled.push(item)
    }
    if (this.left === 0) {
      const floor = this.best?.total ?? this.target
      if (this.total > floor) {
        const items: number[] = []
        for (let item = 0; item < this.state.length; item += 1) if (this.state[item] === chosen) items.push(item)
        this.best = { items, total: this.total }
      } else if (this.best && this.total === floor) this.tied = true
    }
    for (const item of filled.reverse()) this.release(item)
  }
}
