import type { Condition, FactValue, Leaf } from '../conditions/condition.js'
import type { Menus } from '../menus/compile.js'
import { valueWithUnit } from './numbers.js'

/** What sentences are made with: the labels and units of facts and indicators. */
export type Labels = Pick<Menus, 'facts' | 'indicators'>

const comparisons: Record<Leaf['operator'], string> = {
  equal: '',
  notEqual: 'not ',
  lessThan: 'under ',
  lessThanInclusive: 'at most ',
  greaterThan: 'over ',
  greaterThanInclusive: 'at least ',
  in: 'one of ',
  notIn: 'none of ',
}

/** An answer in words. */
const valueInWords = (id: string, value: FactValue, menus: Labels): string =>
  typeof value === 'number' ? valueWithUnit(value, menus.indicators.get(id)) : value === true ? 'yes' : value === false ? 'no' : value

/** What a fact or indicator is called in a sentence. */
export const factLabel = (id: string, menus: Labels): string => menus.facts.get(id)?.label ?? menus.indicators.get(id)?.label ?? id

/** The sentence that a condition becomes: made from the rule itself, so that text and logic cannot drift apart. */
export function describeCondition(condition: Condition, menus: Labels): string {
  if ('all' in condition) return condition.all.map((part) => describeCondition(part, menus)).join(' and ')
  if ('any' in condition)
    return condition.any.length === 1
      ? describeCondition(condition.any[0]!, menus)
      : `(${condition.any.map((part) => describeCondition(part, menus)).join(' or ')})`
  if ('not' in condition) return `not (${describeCondition(condition.not, menus)})`
  const { fact, operator, value } = condition
  const wanted = [value].flat().map((each) => valueInWords(fact, each as FactValue, menus))
  return `${factLabel(fact, menus)}: ${comparisons[operator]}${wanted.join(', ')}`
}
