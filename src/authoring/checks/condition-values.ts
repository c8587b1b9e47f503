import type { Leaf } from '../../conditions/condition.js'
import type { Problem } from '../../issues/issue.js'
import { suggest } from '../../issues/suggest.js'
import type { Fact, Indicator, MenuData } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'
import { conditionsOf, leavesOf } from './walk.js'

type Value = number | boolean | string

/** What a fact or indicator can be: for conditions and for the examples of rules. */
export type ValueType =
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'number'; readonly min: number | null; readonly max: number | null; readonly unit: string | null }

const ofFact = ({ type, values = [], range, unit }: Fact): ValueType =>
  type === 'boolean'
    ? { type }
    : type === 'choice'
      ? { type, values }
      : { type, min: range?.min ?? null, max: range?.max ?? null, unit: unit ?? null }
const ofIndicator = ({ range, unit }: Indicator): ValueType => ({ type: 'number', min: range.min, max: range.max, unit })

/** The type of everything that a condition can read. */
export const valueTypes = (data: MenuData): ReadonlyMap<string, ValueType> =>
  new Map([
    ...data.facts.map((fact) => [fact.id, ofFact(fact)] as const),
    ...data.indicators.map((indicator) => [indicator.id, ofIndicator(indicator)] as const),
  ])

const typeWords: Record<ValueType['type'], string> = { boolean: 'true or false', choice: 'one of its answers', number: 'a number' }

/** What is wrong with a value for a fact; null when nothing is. */
export function valueProblem(fact: string, type: ValueType, value: Value): Problem | null {
  if (type.type === 'choice') {
    return typeof value === 'string' && type.values.includes(value)
      ? null
      : {
          code: 'unknown-id',
          kind: `answer to '${fact}'`,
          id: String(value),
          suggestion: suggest(String(value), type.values),
          allowed: type.values,
        }
  }
  if (typeof value !== type.type)
    return {
      code: 'wrong-type',
      expected: `${typeWords[type.type]} (for '${fact}')`,
      received: typeof value === 'string' ? `'${value}'` : String(value),
    }
  if (
    type.type === 'number' &&
    ((type.min !== null && (value as number) < type.min) || (type.max !== null && (value as number) > type.max))
  ) {
    return { code: 'out-of-range', value: value as number, min: type.min, max: type.max, unit: type.unit }
  }
  return null
}

const isOrder = (operator: Leaf['operator']): boolean => operator.startsWith('less') || operator.startsWith('greater')

export const conditionValues: Check = {
  name: 'condition-values',
  description: 'A comparison fits its fact: the type and range of the value, order only between numbers, lists only for in and notIn.',
  run(data, report) {
    const types = valueTypes(data)
    for (const { file, path: start, conditions } of conditionsOf(data)) {
      for (const { path, leaf } of leavesOf(conditions, start)) {
        const { fact, operator, value } = leaf
        const type = types.get(fact)
        const isList = operator === 'in' || operator === 'notIn'
        if (isList !== Array.isArray(value)) {
          report(file, [...path, 'value'], {
            code: 'wrong-type',
            expected: isList ? `a list, for '${operator}'` : `one value, for '${operator}'`,
            received: Array.isArray(value) ? 'a list' : `'${String(value)}'`,
          })
          continue
        }
        if (!type) continue
        if (isOrder(operator) && type.type !== 'number') {
          report(
            file,
            [...path, 'operator'],
            conflict(
              `'${operator}' compares numbers, and '${fact}' is ${typeWords[type.type]}`,
              'There is no more or less between such answers.',
              'Use equal, notEqual, in or notIn.',
            ),
          )
          continue
        }
        const values = (Array.isArray(value) ? value : [value]) as Value[]
        values.forEach((each, index) => {
          const problem = valueProblem(fact, type, each)
          if (problem) report(file, Array.isArray(value) ? [...path, 'value', index] : [...path, 'value'], problem)
        })
      }
    }
  },
}
