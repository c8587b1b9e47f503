import { type FactValues, met, notMet, unknown } from '../conditions/compile.js'
import type { CompiledGate, Menus } from '../menus/compile.js'
import { round4 } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import type { Upgrade } from './decision-plan.js'
import { expected } from './formulas.js'
import { chanceOf, missingFacts, type Verdicts } from './gates.js'
import { bestPlan, type PlanInput, sum } from './plan.js'
import { rankOptions } from './rank.js'
import type { ScoredOption } from './score.js'

/** The work that the plan of one answer may take, in steps of the solver. */
const stepsPerAnswer = 1_000_000

/**
 * Finds what would change the plan: for each fact that undecided excluding gates wait for, the answer that keeps most of them from
 * excluding; then the best plan with that answer known. Scores stay as they are: only what can be done here changes.
 */
export function findUpgrades(input: PlanInput, chosen: readonly ScoredOption[], verdicts: Verdicts, menus: Menus): Upgrade<Ids>[] {
  const undecided = menus.gates.filter(({ index }) => verdicts.gates[index] === unknown)
  const open = undecided.filter(({ event }) => event.type === 'exclude')
  const closing = undecided.filter(({ event }) => event.type === 'not-yet')
  const bySettled = new Map<string, { facts: string[]; settled: readonly CompiledGate[] }>()
  for (const fact of new Set(open.flatMap((gate) => missingFacts(gate, verdicts.values)))) {
    const settled = settledBy(fact, open, closing, verdicts.values, menus)
    if (settled.length === 0) continue
    const key = settled.map(({ id }) => id).join()
    const entry = bySettled.get(key) ?? { facts: [], settled }
    entry.facts.push(fact)
    bySettled.set(key, entry)
  }
  return [...bySettled.values()]
    .flatMap(({ facts, settled }): Upgrade<Ids>[] => {
      const found = upgrade(input, chosen, settled)
      return found ? [{ facts: facts.sort(), ...found }] : []
    })
    .sort((a, b) => b.gain * b.chance - a.gain * a.chance || (a.facts.join() < b.facts.join() ? -1 : 1))
}

/** Finds the answer to a fact that keeps most gates from excluding, and gives these gates. What is planned but not open settles nothing. */
function settledBy(
  fact: string,
  open: readonly CompiledGate[],
  closing: readonly CompiledGate[],
  values: FactValues,
  menus: Menus,
): readonly CompiledGate[] {
  const reading = open.filter(({ facts }) => facts.includes(fact))
  let most: readonly CompiledGate[] = []
  for (const answer of answersOf(fact, menus)) {
    const then: FactValues = new Map([...values, [fact, answer]])
    // A place that turns out to be planned only is not open yet.
    const closes = closing.some(({ facts, test }) => facts.includes(fact) && test(then) === met)
    const settled = closes ? [] : reading.filter(({ test }) => test(then) === notMet)
    if (settled.length > most.length) most = settled
  }
  return most
}

/** The answers that a fact can have; of a number both ends of its range. */
function answersOf(id: string, menus: Menus): readonly (boolean | number | string)[] {
  const fact = menus.facts.get(id)
  if (fact?.type === 'boolean') return [true, false]
  if (fact?.type === 'choice') return fact.values ?? []
  const range = fact?.range ?? menus.indicators.get(id)?.range
  return range ? [range.min, range.max] : []
}

/** Chooses the plan again with some gates settled in favour of their options; null where nothing enters it. */
function upgrade(input: PlanInput, chosen: readonly ScoredOption[], settled: readonly CompiledGate[]): Omit<Upgrade<Ids>, 'facts'> | null {
  const then = (scored: ScoredOption): ScoredOption => {
    const left = scored.passage.waitsFor.filter((gate) => !settled.includes(gate))
    if (left.length === scored.passage.waitsFor.length) return scored
    return { ...scored, expected: expected(scored.priority.best, chanceOf(left)) }
  }
  const ranking = rankOptions(input.ranking.map(then))
  const { chosen: better, total } = bestPlan({ ...input, ranking, steps: stepsPerAnswer })
  const before = new Set(chosen.map(({ option }) => option.id))
  const after = new Set(better.map(({ option }) => option.id))
  const enters = [...after].filter((id) => !before.has(id))
  const gain = round4(Math.max(0, total - sum(chosen.map(then))))
  if (enters.length === 0 || gain === 0) return null
  return { in: enters, out: [...before].filter((id) => !after.has(id)), gain, chance: chanceOf(settled) }
}
