import { compileCondition, type Truth } from '../../conditions/compile.js'
import { type Condition, type FactValue, factsOf, leavesOf } from '../../conditions/condition.js'
import type { Check } from './check.js'
import { type ValueType, valueTypes } from './condition-values.js'
import { conditionsOf } from './walk.js'

/** Tries no more combinations than these: a condition with more facts is one that nobody reads. */
const mostCombinations = 20_000

/** Finds values that tell apart all that a condition can ask of a fact: each answer, or a number below, at and above each threshold. */
function tellingValues(type: ValueType, thresholds: readonly number[]): FactValue[] {
  if (type.type === 'boolean') return [true, false]
  if (type.type === 'choice') return [...type.values]
  const sorted = [...new Set(thresholds)].sort((a, b) => a - b)
  const between = sorted.slice(1).map((threshold, index) => (threshold + sorted[index]!) / 2)
  const ends = [type.min ?? (sorted[0] ?? 0) - 1, type.max ?? (sorted.at(-1) ?? 0) + 1]
  return [...new Set([...ends, ...sorted, ...between])].filter(
    (value) => (type.min === null || value >= type.min) && (type.max === null || value <= type.max),
  )
}

/** Finds the outcomes that a condition can have when every fact is known; null when that cannot be tried. */
function outcomesOf(condition: Condition, types: ReadonlyMap<string, ValueType>): ReadonlySet<Truth> | null {
  const leaves = leavesOf(condition).map(({ leaf }) => leaf)
  const facts = factsOf(condition)
  if (facts.some((fact) => !types.has(fact))) return null
  const choices = facts.map((fact) => {
    const values = leaves.filter((leaf) => leaf.fact === fact).flatMap(({ value }) => value)
    const thresholds = values.filter((value) => typeof value === 'number')
    return tellingValues(types.get(fact)!, thresholds)
  })
  const combinations = choices.reduce((product, values) => product * values.length, 1)
  if (combinations > mostCombinations) return null
  const test = compileCondition(condition)
  const found = new Set<Truth>()
  for (let number = 0; number < combinations && found.size < 2; number += 1) {
    let rest = number
    const values = new Map<string, FactValue>()
    for (const [index, fact] of facts.entries()) {
      const choice = choices[index]!
      values.set(fact, choice[rest % choice.length]!)
      rest = Math.floor(rest / choice.length)
    }
    found.add(test(values))
  }
  return found
}

export const conditionsDecide: Check = {
  name: 'conditions-decide',
  description: 'A condition can be met and can fail: otherwise it decides nothing.',
  *run(data) {
    const types = valueTypes(data)
    for (const { value, at } of conditionsOf(data)) {
      const outcomes = outcomesOf(value, types)
      if (outcomes?.size !== 1) continue
      yield outcomes.has(2)
        ? at().conflict('the condition is met whatever the facts are', 'It would fire in every community.', 'Correct the comparisons.')
        : at().conflict(
            'the condition can never be met',
            'Its comparisons contradict each other, or a value cannot occur: it would never fire.',
            'Correct the comparisons.',
          )
    }
  },
}
