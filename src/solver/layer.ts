import { comesFirst } from './picks.js'

/** The groups' items that were chosen on the way to a state, the last group first. */
interface Way {
  readonly items: readonly number[]
  readonly before: Way | null
}

function itemsOf(last: Way | null): number[] {
  const items: number[] = []
  for (let way = last; way; way = way.before) items.push(...way.items)
  return items.sort((a, b) => a - b)
}

/** The states after some groups: places left and what each cover still needs, with the best way to each. */
export class Layer {
  count = 0
  /** A row of one number a cover for each state. */
  needed: Uint16Array
  places: Int32Array
  /** The value of the way, less the prizes for what is still needed. */
  standing: Float64Array
  readonly chosen: (Way | null)[] = []
  /** Finds states by what they leave: one more than the index of a state, or 0. */
  private table: Int32Array

  constructor(
    private readonly covers: number,
    private room = 64,
  ) {
    this.needed = new Uint16Array(room * covers)
    this.places = new Int32Array(room)
    this.standing = new Float64Array(room)
    this.table = new Int32Array(room * 4)
  }

  /** Adds a way to a state, unless a better one is known. */
  add(needed: Uint16Array, places: number, standing: number, before: Way | null, items: readonly number[]): void {
    const slot = this.slotOf(needed, places)
    const known = this.table[slot]! - 1
    if (known >= 0) {
      const more = standing - this.standing[known]!
      if (more < 0) return
      const way = items.length === 0 ? before : { items, before }
      if (more === 0 && !comesFirst(itemsOf(way), itemsOf(this.chosen[known]!))) return
      this.standing[known] = standing
      this.chosen[known] = way
      return
    }
    if (this.count === this.room) {
      this.grow()
      this.add(needed, places, standing, before, items)
      return
    }
    const state = this.count
    this.needed.set(needed, state * this.covers)
    this.places[state] = places
    this.standing[state] = standing
    this.chosen[state] = items.length === 0 ? before : { items, before }
    this.table[slot] = state + 1
    this.count += 1
  }

  itemsOf(state: number): readonly number[] {
    return itemsOf(this.chosen[state]!)
  }

  /** Keeps the states that promise most. Returns the most that one of the others promises. */
  narrow(width: number, ahead: Float64Array): number {
    const promise = (state: number): number => this.standing[state]! + ahead[this.places[state]!]!
    const order = Array.from({ length: this.count }, (_, state) => state).sort((a, b) => promise(b) - promise(a) || a - b)
    const most = promise(order[width]!)
    const kept = order.slice(0, width).sort((a, b) => a - b)
    kept.forEach((state, index) => {
      this.needed.copyWithin(index * this.covers, state * this.covers, (state + 1) * this.covers)
      this.places[index] = this.places[state]!
      this.standing[index] = this.standing[state]!
      this.chosen[index] = this.chosen[state]!
    })
    this.count = width
    return most
  }

  private slotOf(needed: Uint16Array, places: number): number {
    let hash = places
    for (let cover = 0; cover < this.covers; cover += 1) hash = Math.imul(hash ^ needed[cover]!, 0x01000193)
    hash ^= hash >>> 15
    const mask = this.table.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const state = this.table[slot]! - 1
      if (state < 0 || (this.places[state] === places && this.hasRow(state, needed))) return slot
    }
  }

  private hasRow(state: number, needed: Uint16Array): boolean {
    const row = state * this.covers
    for (let cover = 0; cover < this.covers; cover += 1) if (this.needed[row + cover] !== needed[cover]) return false
    return true
  }

  private grow(): void {
    const larger = new Layer(this.covers, this.room * 2)
    for (let state = 0; state < this.count; state += 1) {
      const row = this.needed.subarray(state * this.covers, (state + 1) * this.covers)
      larger.add(row, this.places[state]!, this.standing[state]!, this.chosen[state]!, [])
    }
    this.needed = larger.needed
    this.places = larger.places
    this.standing = larger.standing
    this.table = larger.table
    this.room = larger.room
  }
}
