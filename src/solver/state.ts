/** An option to choose from, in the order of the ranking (values never rise). */
export interface Item {
  /** A whole number from 0 up. */
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

export const groupsOf = (items: readonly Item[]): number => items.reduce((most, { group }) => Math.max(most, group + 1), 0)

/** A problem in the middle of a search: what is chosen, what is left out, and what the covers still need. */
export class State {
  /** Places that are still empty. */
  left: number
  /** The value of the chosen items. */
  total = 0
  /** Covers, those with the fewest members first. */
  readonly byScarcity: readonly number[]
  /** How many items of each group are chosen. */
  readonly inGroup: Int32Array
  /** Room for a bound to work in: what it leaves here means nothing to the next one, and spares making new arrays on every visit. */
  readonly scratch: { readonly marks: Uint32Array; readonly inGroup: Int32Array; readonly lightestOf: Float64Array; stamp: number }
  private readonly status: Uint8Array
  private readonly coversOf: readonly (readonly number[])[]
  /** What counts for each cover so far, and for covers of groups how often each group is there. */
  private readonly covered: Int32Array
  private readonly groupSeen: readonly (Int32Array | null)[]
  private readonly shared: readonly (readonly boolean[])[]

  constructor(readonly problem: Problem) {
    const { items, covers, size } = problem
    const groups = groupsOf(items)
    this.left = size
    this.status = new Uint8Array(items.length)
    this.inGroup = new Int32Array(groups)
    const [marks, lightestOf] = [new Uint32Array(items.length), new Float64Array(groups)]
    this.scratch = { marks, inGroup: new Int32Array(groups), lightestOf, stamp: 0 }
    this.covered = new Int32Array(covers.length)
    this.groupSeen = covers.map(({ count }) => (count === 'groups' ? new Int32Array(groups) : null))
    const coversOf: number[][] = items.map(() => [])
    covers.forEach(({ members }, cover) => {
      for (const item of members) coversOf[item]!.push(cover)
    })
    this.coversOf = coversOf
    const shared = covers.map(() => covers.map(() => false))
    for (const list of coversOf) for (const a of list) for (const b of list) shared[a]![b] = true
    this.shared = shared
    this.byScarcity = covers.map((_, index) => index).sort((a, b) => covers[a]!.members.length - covers[b]!.members.length || a - b)
  }

  isFree(item: number): boolean {
    return this.status[item] === free && this.inGroup[this.problem.items[item]!.group]! < this.problem.maxPerGroup
  }

  /** Whether choosing the item would bring the cover nearer. */
  helps(item: number, cover: number): boolean {
    const seen = this.groupSeen[cover]
    return this.isFree(item) && (!seen || seen[this.problem.items[item]!.group] === 0)
  }

  /** How much the cover still needs; 0 or less when it is met. */
  missing(cover: number): number {
    return this.problem.covers[cover]!.need - this.covered[cover]!
  }

  /** Whether the cover has no member in common with any of the others. */
  isApart(cover: number, others: readonly number[]): boolean {
    for (const other of others) if (this.shared[cover]![other]) return false
    return true
  }

  choose(item: number): void {
    const { value, group } = this.problem.items[item]!
    this.status[item] = chosen
    this.inGroup[group]! += 1
    this.left -= 1
    this.total += value
    for (const cover of this.coversOf[item]!) {
      const seen = this.groupSeen[cover]
      if (!seen || seen[group]! === 0) this.covered[cover]! += 1
      if (seen) seen[group]! += 1
    }
  }

  /** Undoes `choose`. */
  release(item: number): void {
    const { value, group } = this.problem.items[item]!
    this.status[item] = free
    this.inGroup[group]! -= 1
    this.left += 1
    this.total -= value
    for (const cover of this.coversOf[item]!) {
      const seen = this.groupSeen[cover]
      if (seen) seen[group]! -= 1
      if (!seen || seen[group]! === 0) this.covered[cover]! -= 1
    }
  }

  leaveOut(item: number): void {
    this.status[item] = out
  }

  /** Undoes `leaveOut`. */
  admit(item: number): void {
    this.status[item] = free
  }

  chosenItems(): number[] {
    const items: number[] = []
    for (let item = 0; item < this.status.length; item += 1) if (this.status[item] === chosen) items.push(item)
    return items
  }
}
