import type { Condition, FactValue, Leaf } from './condition.js'

/** What is known of a community: a value by fact or indicator id. An id that is not there is not known. */
export type FactValues = ReadonlyMap<string, FactValue>

/** The outcome of a condition in Kleene's three-valued logic, as an order: 0 not met, 1 unknown, 2 met. */
export type Truth = 0 | 1 | 2
export const notMet = 0
export const unknown = 1
export const met = 2

export type Test = (facts: FactValues) => Truth

/**
 * Compiles a condition in json-rules-engine's JSON to a closure. A comparison with a fact that is not known is *unknown*. `all` is the
 * least of its parts, `any` the greatest, `not` is 2 - x (Kleene 1952). Numbers compare as in json-rules-engine: an order comparison with
 * something other than a number is not met.
 */
export function compileCondition(condition: Condition): Test {
  if ('all' in condition) return compileGroup(condition.all, notMet)
  if ('any' in condition) return compileGroup(condition.any, met)
  if ('not' in condition) {
    const inner = compileCondition(condition.not)
    return (facts) => (2 - inner(facts)) as Truth
  }
  const { fact } = condition
  const holds = compileOperator(condition)
  return (facts) => {
    const value = facts.get(fact)
    return value === undefined ? unknown : holds(value) ? met : notMet
  }
}

/** Finds the part that lies nearest to `settling`: the least of `all`, the greatest of `any`. */
function compileGroup(parts: readonly Condition[], settling: 0 | 2): Test {
  const tests = parts.map(compileCondition)
  const [only] = tests
  if (tests.length === 1 && only) return only
  return (facts) => {
    let truth = (2 - settling) as Truth
    for (const test of tests) {
      const part = test(facts)
      if (part === settling) return part
      if (part === unknown) truth = unknown
    }
    return truth
  }
}

function compileOperator({ operator, value }: Leaf): (given: FactValue) => boolean {
  const limit = value as number
  switch (operator) {
    case 'equal':
      return (given) => given === value
    case 'notEqual':
      return (given) => given !== value
    case 'in':
      return isIn(value)
    case 'notIn': {
      const among = isIn(value)
      return (given) => !among(given)
    }
    case 'lessThan':
      return (given) => typeof given === 'number' && given < limit
    case 'lessThanInclusive':
      return (given) => typeof given === 'number' && given <= limit
    case 'greaterThan':
      return (given) => typeof given === 'number' && given > limit
    case 'greaterThanInclusive':
      return (given) => typeof given === 'number' && given >= limit
    default:
      return operator satisfies never
  }
}

const isIn = (value: Leaf['value']): ((given: FactValue) => boolean) => {
  const among = new Set(Array.isArray(value) ? (value as readonly FactValue[]) : [value as FactValue])
  return (given) => among.has(given)
}
