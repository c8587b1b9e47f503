import { groupsOf, type Problem } from './state.js'

/** Items of one group that are chosen together, and what they bring. */
export interface Pick {
  /** Rising. */
  readonly items: readonly number[]
  readonly value: number
  /** Covers that they count for, and how much for each. */
  readonly covers: readonly number[]
  readonly amounts: readonly number[]
}

/** One group, with every way to choose from it that can be part of the first best set. */
export interface Stage {
  readonly picks: readonly Pick[]
  /** The most that it can bring to each cover. */
  readonly most: Int32Array
}

/** Whether the first of two different sets of as many items comes first, compared one by one. */
export function comesFirst(a: readonly number[], b: readonly number[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return a[index]! < b[index]!
  return false
}

/**
 * Lists the ways to choose from each group. Of two ways that take as many items and bring as much to every cover, one is enough: the one
 * worth more, and of equals the one whose items come first.
 * @returns the groups, in an order that closes covers early; null when there are more than `mostPicks` ways
 */
export function stagesOf(problem: Problem, mostPicks: number): readonly Stage[] | null {
  const { items, covers, size } = problem
  const coversOf: number[][] = items.map(() => [])
  covers.forEach(({ members }, cover) => {
    for (const item of members) coversOf[item]!.push(cover)
  })
  const membersOf: number[][] = Array.from({ length: groupsOf(items) }, () => [])
  items.forEach(({ group }, item) => {
    membersOf[group]!.push(item)
  })
  const stages: Stage[] = []
  let room = mostPicks
  for (const members of membersOf) {
    if (members.length === 0) continue
    const bySize = Array.from({ length: Math.min(problem.maxPerGroup, size, members.length) + 1 }, () => new Map<string, Pick>())
    bySize[0]!.set('', { items: [], value: 0, covers: [], amounts: [] })
    for (const item of members) {
      for (let number = bySize.length - 1; number > 0; number -= 1) {
        const longer = bySize[number]!
        for (const pick of bySize[number - 1]!.values()) {
          const next = extended(problem, pick, item, coversOf[item]!)
          const key = `${next.covers}|${next.amounts}`
          const known = longer.get(key)
          if (!known) room -= 1
          if (!known || next.value > known.value || (next.value === known.value && comesFirst(next.items, known.items)))
            longer.set(key, next)
        }
        if (room < 0) return null
      }
    }
    const picks = bySize.flatMap((ways) => [...ways.values()])
    const most = new Int32Array(covers.length)
    for (const { covers: touched, amounts } of picks) {
      touched.forEach((cover, index) => {
        most[cover] = Math.max(most[cover]!, amounts[index]!)
      })
    }
    stages.push({ picks, most })
  }
  return closingEarly(stages, covers.length)
}

function extended({ items, covers }: Problem, pick: Pick, item: number, counting: readonly number[]): Pick {
  const amounts = new Map(pick.covers.map((cover, index) => [cover, pick.amounts[index]!]))
  for (const cover of counting) {
    const { count, need } = covers[cover]!
    const before = amounts.get(cover) ?? 0
    const amount = Math.min(need, count === 'items' ? before + 1 : 1)
    if (amount > 0) amounts.set(cover, amount)
  }
  const touched = [...amounts.keys()].sort((a, b) => a - b)
  return {
    items: [...pick.items, item],
    value: pick.value + items[item]!.value,
    covers: touched,
    amounts: touched.map((cover) => amounts.get(cover)!),
  }
}

/** Orders groups so that few covers are open at a time: then many ways lead to the same state. */
function closingEarly(stages: readonly Stage[], covers: number): Stage[] {
  const waiting = new Set(stages)
  const groupsLeft = new Int32Array(covers)
  for (const { most } of stages) for (let cover = 0; cover < covers; cover += 1) if (most[cover]! > 0) groupsLeft[cover]! += 1
  const isOpen = new Uint8Array(covers)
  const ordered: Stage[] = []
  while (waiting.size > 0) {
    let next: Stage | null = null
    let fewest = Number.POSITIVE_INFINITY
    for (const stage of waiting) {
      let change = 0
      for (let cover = 0; cover < covers; cover += 1) {
        if (stage.most[cover] === 0) continue
        if (isOpen[cover] === 0) change += 1
        if (groupsLeft[cover] === 1) change -= 1
      }
      if (change < fewest) {
        fewest = change
        next = stage
      }
    }
    ordered.push(next!)
    waiting.delete(next!)
    for (let cover = 0; cover < covers; cover += 1) {
      if (next!.most[cover] === 0) continue
      isOpen[cover] = 1
      groupsLeft[cover]! -= 1
    }
  }
  return ordered
}
