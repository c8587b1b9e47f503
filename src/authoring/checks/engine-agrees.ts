import { type Condition, factsOf } from '../../conditions/condition.js'
import type { MenuData, Rule } from '../../menus/schema/index.js'
import { each, type Finding } from './check.js'
import { gatesAndRulesOf } from './walk.js'

type Example = Rule['examples'][number]

/** Whether a condition holds in json-rules-engine; null when it refuses, because a fact is missing. */
export type EngineVerdict = (rule: { readonly conditions: Condition }, facts: Example['facts']) => Promise<boolean | null>

/** Asks json-rules-engine itself. It is loaded only here: checking the data needs it, using them does not. */
export async function askEngine(): Promise<EngineVerdict> {
  const { engineOf } = await import('../../conditions/engine.js')
  return async ({ conditions }, facts) => {
    try {
      // One engine for each run: overlapping runs of one engine lose rules.
      const { results } = await engineOf(conditions).run({ ...facts })
      return results.length > 0
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Undefined fact')) return null
      throw error
    }
  }
}

/** What was asked once remains true: rules are never changed in place. */
export type Answers = WeakMap<Condition, Map<Example, boolean | null>>

/**
 * Runs every example of every gate and rule through json-rules-engine and reports where it does not do what the example says. (The check
 * `rule-examples` tries the compiled form with the same examples.) Where an example leaves a fact open, that engine must refuse.
 */
export async function engineAgrees(
  data: MenuData,
  verdict: EngineVerdict,
  answers: Answers = new WeakMap(),
): Promise<(Finding & { readonly check: string })[]> {
  const found: (Finding & { readonly check: string })[] = []
  for (const { value: rule, at } of gatesAndRulesOf(data)) {
    const own = answers.get(rule.conditions) ?? new Map<Example, boolean | null>()
    answers.set(rule.conditions, own)
    for (const { value: example, at: here } of each(rule.examples, at('examples'))) {
      const known = factsOf(rule.conditions).every((fact) => Object.hasOwn(example.facts, fact))
      const wanted = known ? example.expect === 'fires' : null
      const given = own.get(example)
      const actual = given === undefined ? await verdict(rule, example.facts) : given
      own.set(example, actual)
      if (actual === wanted) continue
      const finding = here().conflict(
        `json-rules-engine ${words(actual)} where ${known ? `the example of '${rule.id}' says '${example.expect}'` : 'a fact is missing'}`,
        'Apps that run the rules through json-rules-engine would get a different result.',
        'Write the condition with plainer comparisons, or correct the example.',
      )
      found.push({ ...finding, check: 'engine-agrees' })
    }
  }
  return found
}

const words = (verdict: boolean | null): string => (verdict === null ? 'refuses to answer' : verdict ? 'fires' : 'does not fire')
