/** The operators of json-rules-engine that a comparison may use. */
export const operators = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
] as const

export type Operator = (typeof operators)[number]
export type FactValue = number | boolean | string

/** One comparison of a fact with a value, or with a list of values. */
export type Leaf = {
  readonly fact: string
  readonly operator: Operator
  readonly value: FactValue | readonly FactValue[]
}

/** A condition in json-rules-engine's JSON: exactly one of `all`, `any`, `not`, or one comparison. */
export type Condition = Leaf | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition }

/** Lists the comparisons of a condition, each with its path. */
export function leavesOf(condition: Condition, path: readonly (string | number)[] = []): { path: (string | number)[]; leaf: Leaf }[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => leavesOf(part, [...path, 'all', index]))
  if ('any' in condition) return condition.any.flatMap((part, index) => leavesOf(part, [...path, 'any', index]))
  if ('not' in condition) return leavesOf(condition.not, [...path, 'not'])
  return [{ path: [...path], leaf: condition }]
}

/** Lists every fact that a condition names, in order, once each. */
export const factsOf = (condition: Condition): readonly string[] => [...new Set(leavesOf(condition).map(({ leaf }) => leaf.fact))]
