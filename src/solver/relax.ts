import type { Pick, Stage } from './picks.js'
import type { Problem } from './state.js'

/** A pick with its value and a prize for what it brings to the covers. */
interface Prized {
  readonly pick: Pick
  readonly worth: number
}

/**
 * The problem without its covers: each unit of a cover has a prize instead, which is paid for every unit brought and taken back for every
 * unit needed. A set that meets all covers keeps at least its value so, whatever the prizes from 0 up; so the best set of the relaxed
 * problem, which takes one pass over the groups, is worth at least as much as any set that meets them. Prizes are whole numbers: no
 * bound is ever rounded.
 */
export interface Relaxed {
  readonly prizes: Float64Array
  /** For each group, by the number of items taken, its picks from the largest worth down. */
  readonly picks: readonly (readonly (readonly Prized[])[])[]
  /** By group and places left: the most that this group and those after it can be worth. */
  readonly ahead: readonly Float64Array[]
  /** The most that any set which meets the covers can be worth. */
  readonly bound: number
}

const rounds = 80

/** Looks for prizes that make the bound low, by raising those of covers that the relaxed best set misses and lowering the others. */
export function relax(problem: Problem, stages: readonly Stage[], target: number, start: Float64Array): Relaxed {
  const { covers } = problem
  let prizes = start
  let best = start
  let lowest = Number.POSITIVE_INFINITY
  let pace = 1
  let sinceLower = 0
  for (let round = 0; round < rounds; round += 1) {
    const { bound, brought } = evaluate(problem, stages, prizes)
    if (bound < lowest) {
      lowest = bound
      best = prizes
      sinceLower = 0
      if (bound <= target) break
    } else {
      sinceLower += 1
      if (sinceLower === 4) {
        sinceLower = 0
        pace /= 2
        prizes = best
      }
    }
    let length = 0
    covers.forEach(({ need }, cover) => {
      const short = need - brought[cover]!
      if (short > 0 || prizes[cover]! > 0) length += short * short
    })
    if (length === 0) break
    const stride = (pace * Math.max(1, bound - target)) / length
    prizes = prizes.map((prize, cover) => Math.max(0, prize + stride * (covers[cover]!.need - brought[cover]!)))
  }
  return priced(problem, stages, best.map(Math.round))
}

/** The bound for some prizes, and what the relaxed best set brings to each cover. */
function evaluate({ covers, size }: Problem, stages: readonly Stage[], prizes: Float64Array): { bound: number; brought: Int32Array } {
  const ahead: Float64Array[] = [endOf(size)]
  const bestOf = stages.map(({ picks }) => {
    const best: (Prized | undefined)[] = []
    for (const pick of picks) {
      const worth = worthOf(pick, prizes)
      const known = best[pick.items.length]
      if (!known || worth > known.worth) best[pick.items.length] = { pick, worth }
    }
    return best
  })
  for (let stage = stages.length - 1; stage >= 0; stage -= 1) {
    ahead.unshift(
      before(
        ahead[0]!,
        bestOf[stage]!.map((prized) => prized?.worth ?? Number.NEGATIVE_INFINITY),
      ),
    )
  }
  const brought = new Int32Array(covers.length)
  let places = size
  if (ahead[0]![size] !== Number.NEGATIVE_INFINITY) {
    bestOf.forEach((best, stage) => {
      const number = best.findIndex(
        (prized, taken) => prized && prized.worth + (ahead[stage + 1]![places - taken] ?? Number.NaN) === ahead[stage]![places],
      )
      const { pick } = best[number]!
      pick.covers.forEach((cover, index) => {
        brought[cover]! += pick.amounts[index]!
      })
      places -= number
    })
  }
  return { bound: ahead[0]![size]! - takenBack(covers, prizes), brought }
}

/** The relaxed problem for some prizes. */
export function priced({ covers, size }: Problem, stages: readonly Stage[], prizes: Float64Array): Relaxed {
  const picks = stages.map((stage) => {
    const bySize: Prized[][] = []
    for (const pick of stage.picks) {
      bySize[pick.items.length] ??= []
      bySize[pick.items.length]!.push({ pick, worth: worthOf(pick, prizes) })
    }
    return bySize.map((list) => list.sort((a, b) => b.worth - a.worth))
  })
  const ahead: Float64Array[] = [endOf(size)]
  for (const bySize of [...picks].reverse()) {
    ahead.unshift(
      before(
        ahead[0]!,
        bySize.map(([best]) => best!.worth),
      ),
    )
  }
  return { prizes, picks, ahead, bound: ahead[0]![size]! - takenBack(covers, prizes) }
}

/** After the last group no place may be left. */
const endOf = (size: number): Float64Array => new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY).fill(0, 0, 1)

/** What can be worth the most with one more group in front, which is worth `worths[n]` with n items. */
const before = (ahead: Float64Array, worths: readonly number[]): Float64Array =>
  ahead.map((_, places) => {
    let most = Number.NEGATIVE_INFINITY
    for (let number = 0; number < worths.length && number <= places; number += 1) {
      most = Math.max(most, worths[number]! + ahead[places - number]!)
    }
    return most
  })

function worthOf({ value, covers, amounts }: Pick, prizes: Float64Array): number {
  let worth = value
  for (let index = 0; index < covers.length; index += 1) worth += prizes[covers[index]!]! * amounts[index]!
  return worth
}

const takenBack = (covers: Problem['covers'], prizes: Float64Array): number =>
  covers.reduce((total, { need }, cover) => total + need * prizes[cover]!, 0)
