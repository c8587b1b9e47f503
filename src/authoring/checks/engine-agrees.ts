import { factsOf } from '../../conditions/condition.js'
import type { Issue } from '../../issues/issue.js'
import type { MenuData, Rule } from '../../menus/schema/index.js'
import { conflict, type FileKey } from './check.js'
import { rulesOf } from './walk.js'

type Example = Rule['examples'][number]

/** Whether a rule fires in json-rules-engine; null when it refuses, because a fact is missing. */
export type EngineVerdict = (rule: Pick<Rule, 'id' | 'conditions'>, facts: Example['facts']) => Promise<boolean | null>

/** Asks json-rules-engine itself. It is loaded only here: checking the data needs it, using them does not. */
export async function askEngine(): Promise<EngineVerdict> {
  const { engineOf } = await import('../../conditions/engine.js')
  return async (rule, facts) => {
    try {
      // One engine for each run: overlapping runs of one engine lose rules.
      const { results } = await engineOf(rule.conditions).run({ ...facts })
      return results.length > 0
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Undefined fact')) return null
      throw error
    }
  }
}

/** What was asked once stays true: rules are never changed in place. */
export type Answers = WeakMap<Rule['conditions'], Map<Example, boolean | null>>

/**
 * Runs every example of every gate and rule through json-rules-engine and reports where it does not do what the example says. (The check
 * `rule-examples` holds the compiled form to the same examples.) An example that leaves a fact open is not for that engine: it must refuse.
 */
export async function engineAgrees(
  data: MenuData,
  verdict: EngineVerdict,
  answers: Answers = new WeakMap(),
): Promise<(Issue & { readonly file: FileKey })[]> {
  const found: (Issue & { readonly file: FileKey })[] = []
  for (const { file, path, rule } of rulesOf(data)) {
    const own = answers.get(rule.conditions) ?? new Map<Example, boolean | null>()
    answers.set(rule.conditions, own)
    for (const [index, example] of rule.examples.entries()) {
      const known = factsOf(rule.conditions).every((fact) => Object.hasOwn(example.facts, fact))
      const wanted = known ? example.expect === 'fires' : null
      const given = own.get(example)
      const actual = given === undefined ? await verdict(rule, example.facts) : given
      own.set(example, actual)
      if (actual === wanted) continue
      const problem = conflict(
        `json-rules-engine ${words(actual)} where ${known ? `the example of '${rule.id}' says '${example.expect}'` : 'a fact is missing'}`,
        'Apps that run the rules through json-rules-engine would see something else than this package.',
        'Write the condition with plainer comparisons, or correct the example.',
      )
      found.push({ ...problem, severity: 'error', check: 'engine-agrees', file, path: [...path, 'examples', index] })
    }
  }
  return found
}

const words = (verdict: boolean | null): string => (verdict === null ? 'refuses to answer' : verdict ? 'fires' : 'does not fire')
