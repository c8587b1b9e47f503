import type { Menus } from '../menus/compile.js'
import type { Condition, Leaf } from '../menus/schema.js'
import type { Given } from '../profile/facts.js'

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

const plain = (value: number | boolean | string): string => (value === true ? 'yes' : value === false ? 'no' : String(value))

/** What a fact or indicator is called in a sentence. */
export const factLabel = (id: string, menus: Labels): string => menus.facts.get(id)?.label ?? menus.indicators.get(id)?.label ?? id

const unitOf = (id: string, menus: Labels): string => {
  const unit = menus.indicators.get(id)?.unit
  return unit === undefined ? '' : unit.startsWith('%') ? ' %' : ` ${unit}`
}

/** The sentence that a condition becomes: made from the rule itself, so that text and logic cannot drift apart. */
export function describeCondition(condition: Condition, menus: Labels): string {
  if ('all' in condition) return condition.all.map((part) => describeCondition(part, menus)).join(' and ')
  if ('any' in condition)
    return condition.any.length === 1
      ? describeCondition(condition.any[0]!, menus)
      : `(${condition.any.map((part) => describeCondition(part, menus)).join(' or ')})`
  if ('not' in condition) return `not (${describeCondition(condition.not, menus)})`
  const { fact, operator, value } = condition
  const wanted = Array.isArray(value) ? value.map(plain).join(', ') : plain(value as number | boolean | string)
  return `${factLabel(fact, menus)}: ${comparisons[operator]}${wanted}${typeof value === 'number' ? unitOf(fact, menus) : ''}`
}

/** A fact with its value, year and source: `rurality: nonmetro (2023, RUCC)`. A law says that its year is that of the law. */
export function describeFact(id: string, given: Given | undefined, menus: Labels): string {
  if (!given) return `${factLabel(id, menus)}: not known`
  const law = menus.facts.get(id)?.law === true
  const origin = [given.year === null ? null : law ? `law as of ${given.year}` : given.year, given.source]
    .filter((part) => part !== null)
    .join(', ')
  return `${factLabel(id, menus)}: ${plain(given.value)}${typeof given.value === 'number' ? unitOf(id, menus) : ''}${origin === '' ? '' : ` (${origin})`}`
}
