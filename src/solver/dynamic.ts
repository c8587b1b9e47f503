import { Layer } from './layer.js'
import { comesFirst, type Stage, stagesOf } from './picks.js'
import { priced, type Relaxed, relax, stepsToRelax } from './relax.js'
import type { Problem } from './state.js'

interface Outcome {
  readonly items: readonly number[] | null
  readonly proven: boolean
  readonly steps: number
}

/** In how many states after each group the program is tried, one after the other: what a narrow one finds makes the next one smaller. */
const widths = [100, 2_000, 50_000]

/** Steps to make one pick. */
const stepsPerPick = 40

/** Where no set is known yet, the bound is pushed down as far as this: below 0 there is none. */
const farBelow = 100_000

/**
 * Goes through the groups one by one. Two ways to choose from the groups so far that leave as many places and as much to cover have
 * the same
 * future, so the better one is enough: the one worth more, and of equals the one whose items come first. That order does not change
 * when both get the same further items, so the way kept last is the first best set.
 * @param known a set that meets the problem, if one was found before
 * @param any whether any set will do
 */
export function bestInSteps(whole: Problem, known: readonly number[] | null, mostSteps: number, any: boolean): Outcome {
  const problem = any ? { ...whole, items: whole.items.map(({ group }) => ({ value: 0, group })) } : whole
  const stages = stagesOf(problem, mostSteps / (4 * stepsPerPick))
  if (!stages) return { items: known, proven: false, steps: mostSteps / 4 }
  const perRelax = stepsToRelax(stages)
  let best = known
  let prizes: Float64Array = new Float64Array(problem.covers.length)
  let steps = stages.reduce((total, { picks }) => total + picks.length * stepsPerPick, 0)
  for (const width of widths) {
    const least = best ? totalOf(problem, best) : 0
    steps += perRelax
    if (steps > mostSteps) break
    const relaxed = relax(problem, stages, least, best ? least : -farBelow, prizes)
    if (relaxed.bound < least) return { items: best, proven: true, steps }
    prizes = relaxed.prizes
    const run = inLayers(problem, stages, relaxed, least, width, mostSteps - steps)
    steps += run.steps
    if (run.items && (!best || isBetter(problem, run.items, best))) best = run.items
    if (run.complete || (any && best)) return { items: best, proven: true, steps }
  }
  return { items: best, proven: false, steps: Math.min(steps, mostSteps) }
}

/** The whole program, without limits and without prizes: slow, and simple enough to check the search by. */
export function bestOfAll(problem: Problem): readonly number[] | null {
  const stages = stagesOf(problem, Number.POSITIVE_INFINITY)!
  const free = priced(problem, stages, new Float64Array(problem.covers.length))
  return inLayers(problem, stages, free, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY).items
}

const totalOf = ({ items }: Problem, chosen: readonly number[]): number => chosen.reduce((total, item) => total + items[item]!.value, 0)

function isBetter(problem: Problem, a: readonly number[], b: readonly number[]): boolean {
  const more = totalOf(problem, a) - totalOf(problem, b)
  return more > 0 || (more === 0 && comesFirst(a, b))
}

/**
 * One pass over the groups with at most `width` states after each, those that promise most.
 * @param least the total that is looked for, or more
 * @returns the best set found, and whether no state was given up from which one as good could come
 */
function inLayers(
  { covers, size }: Problem,
  stages: readonly Stage[],
  { prizes, picks, ahead }: Relaxed,
  least: number,
  width: number,
  mostSteps: number,
): { items: readonly number[] | null; complete: boolean; steps: number } {
  const needs = covers.map(({ need }) => Math.max(0, Math.min(need, size + 1)))
  const rest = mostAhead(stages, covers.length)
  const needed = new Uint16Array(needs)
  let layer = new Layer(covers.length)
  // Nothing is chosen yet, and the places left may already be too few.
  if (ahead[0]![size]! >= 0 && isWithin(needed, rest[0]!, size))
    layer.add(needed, size, -needs.reduce((total, need, cover) => total + need * prizes[cover]!, 0), null, [])
  const perStep = 2 + covers.length / 10
  let steps = 0
  let givenUp = Number.NEGATIVE_INFINITY
  for (let stage = 0; stage < stages.length; stage += 1) {
    const next = new Layer(covers.length)
    const after = ahead[stage + 1]!
    const most = rest[stage + 1]!
    for (let from = 0; from < layer.count; from += 1) {
      const places = layer.places[from]!
      const standing = layer.standing[from]!
      const row = from * covers.length
      picks[stage]!.forEach((list, number) => {
        if (number > places) return
        const left = places - number
        for (const { pick, worth } of list) {
          // The picks are in order of what they can be worth at most: after one that is too little all are.
          if (standing + worth + after[left]! < least) return
          steps += perStep
          let now = standing + pick.value
          for (let cover = 0; cover < covers.length; cover += 1) needed[cover] = layer.needed[row + cover]!
          for (let index = 0; index < pick.covers.length; index += 1) {
            const cover = pick.covers[index]!
            const amount = Math.min(pick.amounts[index]!, needed[cover]!)
            needed[cover]! -= amount
            now += prizes[cover]! * amount
          }
          if (now + after[left]! < least || !isWithin(needed, most, left)) continue
          next.add(needed, left, now, layer.chosen[from]!, pick.items)
        }
      })
      if (steps > mostSteps) return { items: null, complete: false, steps }
    }
    layer = next
    if (layer.count > width) {
      steps += layer.count * 10
      const dropped = layer.narrow(width, after)
      givenUp = Math.max(givenUp, dropped)
    }
  }
  const items = layer.count === 0 ? null : layer.itemsOf(0)
  const complete = items ? givenUp < layer.standing[0]! : givenUp === Number.NEGATIVE_INFINITY
  return { items, complete, steps }
}

/** The most that the groups from each one on can bring to each cover. */
function mostAhead(stages: readonly Stage[], covers: number): readonly Int32Array[] {
  const rest = [new Int32Array(covers)]
  for (const { most } of [...stages].reverse()) rest.unshift(rest[0]!.map((amount, cover) => amount + most[cover]!))
  return rest
}

function isWithin(needed: Uint16Array, most: Int32Array, places: number): boolean {
  for (let cover = 0; cover < needed.length; cover += 1) {
    if (needed[cover]! > places || needed[cover]! > most[cover]!) return false
  }
  return true
}
