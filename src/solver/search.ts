import { familyBound, groupBound } from './bounds.js'
import { type Problem, State } from './state.js'

/** In a search of so few steps the bound of the groups costs more than it saves. */
const smallSearch = 200

interface Found {
  readonly items: readonly number[]
  readonly total: number
}

/** Branch and bound, which branches on the cover that is not yet met and has the fewest candidates. Stops after a number of visits. */
export class Search {
  /** Whether it stopped before its end: then what it found may not be the best. */
  stopped = false
  visits = 0
  private readonly state: State
  private best: Found | null = null
  /** Only a larger total is looked for. */
  private floor = -1
  private tied = false

  constructor(
    private readonly problem: Problem,
    private readonly known: readonly number[] | null,
    private readonly mostVisits: number,
    private atFirst = false,
  ) {
    this.state = new State(problem)
  }

  /** The best set; of several with the same total the one whose items come first. Null when there is none, or none was found in time. */
  run(): readonly number[] | null {
    const { known } = this
    if (known) {
      this.best = { items: known, total: known.reduce((total, item) => total + this.problem.items[item]!.value, 0) }
      // A set that is as good may come first.
      this.tied = true
    }
    this.visit()
    if (this.best === null) return null
    return this.tied && !this.stopped && !this.atFirst ? this.firstAmongEqual(this.best) : this.best.items
  }

  private bestAbove(floor: number): Found | null {
    this.best = null
    this.floor = floor
    this.visit()
    return this.best
  }

  /** Takes items in order wherever a set with the same total still exists. */
  private firstAmongEqual(found: Found): readonly number[] {
    let witness = found
    this.atFirst = true
    const taken: number[] = []
    for (let item = 0; item < this.problem.items.length && taken.length < this.problem.size; item += 1) {
      if (!this.state.isFree(item)) continue
      this.state.choose(item)
      const better: Found | null = witness.items.includes(item) ? witness : this.bestAbove(found.total - 1)
      if (this.stopped) return witness.items
      if (better) {
        witness = better
        taken.push(item)
      } else {
        this.state.release(item)
        this.state.leaveOut(item)
      }
    }
    return taken
  }

  /** Whether anything was there to look for. */
  private visit(): boolean {
    this.visits += 1
    if (this.visits > this.mostVisits) this.stopped = true
    if (this.stopped) return true
    const { state } = this
    const floor = this.best?.total ?? this.floor
    if (this.isBelow(state.total + familyBound(state), floor)) return false
    if (this.visits > smallSearch && this.isBelow(state.total + groupBound(state), floor)) return false
    const cover = this.scarcest()
    if (cover === -1) {
      this.fill()
      return true
    }
    const tried: number[] = []
    for (const item of this.problem.covers[cover]!.members) {
      if (!state.helps(item, cover)) continue
      state.choose(item)
      const open = this.visit()
      state.release(item)
      if (this.stopped || (this.best && this.atFirst)) break
      // The sets with this item are done: what follows goes without it.
      state.leaveOut(item)
      tried.push(item)
      // Where one item is not worth a look, often none after it is.
      if (!open && this.isBelow(state.total + familyBound(state), this.best?.total ?? this.floor)) break
    }
    for (const item of tried) state.admit(item)
    return true
  }

  /** Whether nothing better can come from here; what is as good is a tie. */
  private isBelow(most: number, floor: number): boolean {
    if (this.best && most === floor) this.tied = true
    return most <= floor
  }

  /** The cover with the fewest candidates of those not met; -1 when all are met. */
  private scarcest(): number {
    const { state } = this
    let scarcest = -1
    let fewest = Number.POSITIVE_INFINITY
    for (const cover of state.byScarcity) {
      if (state.missing(cover) <= 0) continue
      let count = 0
      for (const item of this.problem.covers[cover]!.members) {
        if (!state.helps(item, cover)) continue
        count += 1
        if (count >= fewest) break
      }
      if (count < fewest) {
        fewest = count
        scarcest = cover
      }
    }
    return scarcest
  }

  /** Every cover is met: the places left go to the best items that are free. Exact, since only the limit per group binds. */
  private fill(): void {
    const { state } = this
    const filled: number[] = []
    for (let item = 0; item < this.problem.items.length && state.left > 0; item += 1) {
      if (!state.isFree(item)) continue
      state.choose(item)
      filled.push(item)
    }
    if (state.left === 0) {
      const floor = this.best?.total ?? this.floor
      if (state.total > floor) this.best = { items: state.chosenItems(), total: state.total }
      else if (this.best && state.total === floor) this.tied = true
    }
    for (const item of filled.reverse()) state.release(item)
  }
}
