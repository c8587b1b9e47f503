import { type FactValue, leavesOf, type Operator } from '../../conditions/condition.js'
import { outOfRange, unknownId, wrongType } from '../../issues/build.js'
import type { Problem } from '../../issues/issue.js'
import type { Fact, Indicator, MenuData } from '../../menus/schema/index.js'
import type { Check } from './check.js'
import { conditionsOf } from './walk.js'

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

/** Gives the type of everything that a condition can read. */
export const valueTypes = (data: MenuData): ReadonlyMap<string, ValueType> =>
  new Map([
    ...data.facts.map((fact) => [fact.id, ofFact(fact)] as const),
    ...data.indicators.map((indicator) => [indicator.id, ofIndicator(indicator)] as const),
  ])

const typeWords: Record<ValueType['type'], string> = { boolean: 'true or false', choice: 'one of its answers', number: 'a number' }

/** Finds what is wrong with a value for a fact; null when nothing is. */
export function valueProblem(fact: string, type: ValueType, value: FactValue): Problem | null {
  if (type.type === 'choice')
    return type.values.some((answer) => answer === value)
      ? null
      : unknownId({ kind: 'answer', where: `to '${fact}'` }, String(value), type.values)
  if (typeof value !== type.type)
    return wrongType(`${typeWords[type.type]} (for '${fact}')`, typeof value === 'string' ? `'${value}'` : String(value))
  return type.type === 'number' ? outOfRange(value as number, type, type.unit) : null
}

const isOrder = (operator: Operator): boolean => operator.startsWith('less') || operator.startsWith('greater')

export const conditionValues: Check = {
  name: 'condition-values',
  description: 'A comparison fits its fact: the type and range of the value, order only between numbers, lists only for in and notIn.',
  *run(data) {
    const types = valueTypes(data)
    for (const { value: condition, at } of conditionsOf(data)) {
      for (const { path, leaf } of leavesOf(condition)) {
        const { fact, operator, value } = leaf
        const type = types.get(fact)
        const isList = operator === 'in' || operator === 'notIn'
        if (isList !== Array.isArray(value)) {
          const expected = isList ? `a list, for '${operator}'` : `one value, for '${operator}'`
          yield at(...path, 'value').is(wrongType(expected, Array.isArray(value) ? 'a list' : `'${String(value)}'`))
        } else if (type && isOrder(operator) && type.type !== 'number')
          yield at(...path, 'operator').conflict(
            `'${operator}' compares numbers, and '${fact}' is ${typeWords[type.type]}`,
            'Such answers have no order.',
            'Use equal, notEqual, in or notIn.',
          )
        else if (type) {
          for (const [index, each] of (Array.isArray(value) ? (value as FactValue[]) : [value as FactValue]).entries()) {
            const problem = valueProblem(fact, type, each)
            if (problem) yield at(...path, 'value', ...(isList ? [index] : [])).is(problem)
          }
        }
      }
    }
  },
}
