import { Engine, type EngineOptions, type RuleProperties } from 'json-rules-engine'
import type { Condition, Rule } from '../menus/schema.js'

/** How every engine is set up: a missing fact is refused, and so is a path. */
export const engineOptions: EngineOptions = {
  allowUndefinedFacts: false,
  // The engine's own resolver evaluates JSONPath expressions; the conditions of the menus have none.
  pathResolver: () => {
    throw new Error('The conditions of the menus have no path')
  },
}

/** The engine keeps what it is given: it gets a copy. */
export const copyOf = (conditions: Condition): RuleProperties['conditions'] => structuredClone(conditions) as RuleProperties['conditions']

/** The engine of a single gate or rule, for its own examples. */
export const engineOf = ({ id, conditions }: Pick<Rule, 'id' | 'conditions'>): Engine =>
  new Engine([{ name: id, conditions: copyOf(conditions), event: { type: 'holds' } }], engineOptions)
