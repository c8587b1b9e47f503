import { compileCondition, type Truth } from '../../conditions/compile.js'
import { factsOf } from '../../conditions/condition.js'
import type { Rule } from '../../menus/schema/index.js'
import { type Check, each } from './check.js'
import { valueProblem, valueTypes } from './condition-values.js'
import { gatesAndRulesOf } from './walk.js'

type Expected = Rule['examples'][number]['expect']
const outcomes: Readonly<Record<Truth, Expected>> = { 0: 'does-not-fire', 1: 'unknown', 2: 'fires' }
const words: Readonly<Record<Expected, string>> = { fires: 'fires', 'does-not-fire': 'does not fire', unknown: 'remains undecided' }

export const ruleExamples: Check = {
  name: 'rule-examples',
  description: 'Every gate and rule has an example that fires and one that does not, and does what its examples say.',
  *run(data) {
    const types = valueTypes(data)
    for (const { value: rule, at } of gatesAndRulesOf(data)) {
      const test = compileCondition(rule.conditions)
      const read = factsOf(rule.conditions)
      for (const wanted of ['fires', 'does-not-fire'] as const) {
        if (rule.examples.some(({ expect }) => expect === wanted)) continue
        yield (rule.examples.length > 0 ? at('examples') : at()).conflict(
          `no example with which '${rule.id}' ${words[wanted]}`,
          'Without both nobody sees whether the rule means what its author meant.',
          `Add an example with 'expect: ${wanted}'.`,
        )
      }
      for (const { value: example, at: here } of each(rule.examples, at('examples'))) {
        let isSound = true
        for (const [fact, value] of Object.entries(example.facts)) {
          const type = types.get(fact)
          const problem = type && valueProblem(fact, type, value)
          if (!read.includes(fact)) yield here('facts', fact).unknownKey(fact, read, `The condition reads: ${read.join(', ')}.`)
          if (problem) yield here('facts', fact).is(problem)
          isSound &&= read.includes(fact) && !problem
        }
        const actual = outcomes[test(new Map(Object.entries(example.facts)))]
        if (isSound && actual !== example.expect)
          yield here('expect').conflict(
            `with these facts '${rule.id}' ${words[actual]}, but the example says that it ${words[example.expect]}`,
            'One of the two is wrong.',
            'Correct the condition, or the example.',
          )
      }
    }
  },
}
