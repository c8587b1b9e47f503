import { compileCondition, type Truth } from '../../conditions/compile.js'
import { factsOf } from '../../conditions/condition.js'
import { suggest } from '../../issues/suggest.js'
import type { Rule } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'
import { valueProblem, valueTypes } from './condition-values.js'
import { rulesOf } from './walk.js'

type Expected = Rule['examples'][number]['expect']
export const expectedOf: Readonly<Record<Truth, Expected>> = { 0: 'does-not-fire', 1: 'unknown', 2: 'fires' }
const words: Readonly<Record<Expected, string>> = { fires: 'fires', 'does-not-fire': 'does not fire', unknown: 'stays undecided' }

export const ruleExamples: Check = {
  name: 'rule-examples',
  description: 'Every gate and rule has an example that fires and one that does not, and does what its examples say.',
  run(data, report) {
    const types = valueTypes(data)
    for (const { file, path, rule } of rulesOf(data)) {
      const test = compileCondition(rule.conditions)
      const read = factsOf(rule.conditions)
      for (const wanted of ['fires', 'does-not-fire'] as const) {
        if (rule.examples.some(({ expect }) => expect === wanted)) continue
        report(
          file,
          rule.examples.length > 0 ? [...path, 'examples'] : path,
          conflict(
            `no example with which '${rule.id}' ${words[wanted]}`,
            'Without both nobody sees whether the rule means what its author meant.',
            `Add an example with 'expect: ${wanted}'.`,
          ),
        )
      }
      rule.examples.forEach(({ facts, expect }, index) => {
        const at = [...path, 'examples', index]
        const strange = Object.keys(facts).filter((fact) => !read.includes(fact))
        for (const fact of strange) {
          report(file, [...at, 'facts', fact], {
            code: 'unknown-key',
            key: fact,
            suggestion: suggest(fact, read),
            note: `The condition reads: ${read.join(', ')}.`,
          })
        }
        let isSound = strange.length === 0
        for (const [fact, value] of Object.entries(facts)) {
          const type = types.get(fact)
          const problem = type && valueProblem(fact, type, value)
          if (!problem) continue
          isSound = false
          report(file, [...at, 'facts', fact], problem)
        }
        const actual = expectedOf[test(new Map(Object.entries(facts)))]
        if (isSound && actual !== expect) {
          report(
            file,
            [...at, 'expect'],
            conflict(
              `with these facts '${rule.id}' ${words[actual]}, and the example says that it ${words[expect]}`,
              'One of the two is wrong.',
              'Correct the condition, or the example.',
            ),
          )
        }
      })
    }
  },
}
