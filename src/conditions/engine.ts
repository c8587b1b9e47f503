import { Engine, type EngineOptions, type RuleProperties } from 'json-rules-engine'
import type { Condition } from './condition.js'

/** How every engine is set up: a missing fact is refused, and so is a path. */
export const engineOptions: EngineOptions = {
  allowUndefinedFacts: false,
  // The engine's own resolver evaluates JSONPath expressions; these conditions have none.
  pathResolver: () => {
    throw new Error('Conditions have no path here')
  },
}

/** Copies a condition for the engine, which keeps what it is given. */
export const copyOf = (condition: Condition): RuleProperties['conditions'] => structuredClone(condition) as RuleProperties['conditions']

/** Makes an engine for a single condition: it fires one event where the condition holds. */
export const engineOf = (condition: Condition): Engine =>
  new Engine([{ conditions: copyOf(condition), event: { type: 'holds' } }], engineOptions)
