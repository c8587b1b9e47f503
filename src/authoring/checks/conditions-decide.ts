import { compileCondition, met, type Truth, unknown } from '../../conditions/compile.js'
import { factsOf } from '../../conditions/condition.js'
import type { Condition } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'
import { type ValueType, valueTypes } from './condition-values.js'
import { conditionsOf, leavesOf } from './walk.js'

type Value = number | boolean | string

/** More combinations than these are not tried: such a condition has more facts than anyone reads. */
const mostCombinations = 20_000

/** Values that tell apart everything that a condition can ask of a fact: each answer, or a number below, at and above each threshold. */
function tellingValues(type: ValueType, thresholds: readonly number[]): Value[] {
  if (type.type === 'boolean') return [true, false]
  if (type.type === 'choice') return [...type.values]
  const sorted = [...new Set(thresholds)].sort((a, b) => a - b)
  const between = sorted.slice(1).map((threshold, index) => (threshold + sorted[index]!) / 2)
  const ends = [type.min ?? (sorted[0] ?? 0) - 1, type.max ?? (sorted.at(-1) ?? 0) + 1]
  return [...new Set([...ends, ...sorted, ...between])].filter(
    (value) => (type.min === null || value >= type.min) && (type.max === null || value <= type.max),
  )
}

/** Which verdicts a condition can have when every fact is known. */
export function verdictsOf(condition: Condition, types: ReadonlyMap<string, ValueType>): ReadonlySet<Truth> | null {
  const leaves = leavesOf(condition, []).map(({ leaf }) => leaf)
  const facts = factsOf(condition)
  if (facts.some((fact) => !types.has(fact))) return null
  const choices = facts.map((fact) => {
    const thresholds = leaves
      .filter((leaf) => leaf.fact === fact)
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
      .filter((value) => typeof value === 'number')
    return tellingValues(types.get(fact)!, thresholds)
  })
  const combinations = choices.reduce((product, values) => product * values.length, 1)
  if (combinations > mostCombinations) return null
  const test = compileCondition(condition)
  const found = new Set<Truth>()
  for (let number = 0; number < combinations && found.size < 2; number += 1) {
    let rest = number
    const values = new Map<string, Value>()
    facts.forEach((fact, index) => {
      const values_ = choices[index]!
      values.set(fact, values_[rest % values_.length]!)
      rest = Math.floor(rest / values_.length)
    })
    const verdict = test(values)
    if (verdict !== unknown) found.add(verdict)
  }
  return found
}

export const conditionsDecide: Check = {
  name: 'conditions-decide',
  description: 'A condition can be met and can fail: otherwise it decides nothing.',
  run(data, report) {
    const types = valueTypes(data)
    for (const { file, path, conditions } of conditionsOf(data)) {
      const verdicts = verdictsOf(conditions, types)
      if (!verdicts || verdicts.size === 2 || verdicts.size === 0) continue
      const always = verdicts.has(met)
      report(
        file,
        path,
        conflict(
          always ? 'the condition holds whatever the facts are' : 'the condition can never hold',
          always
            ? 'It would fire in every community.'
            : 'Its comparisons contradict each other, or a value cannot occur: it would never fire.',
          'Correct the comparisons.',
        ),
      )
    }
  },
}
