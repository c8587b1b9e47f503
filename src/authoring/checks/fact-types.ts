import type { Fact } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'

/** The keys that a fact of each type has, beside those of every fact. */
const keysOf: Readonly<Record<Fact['type'], readonly ('values' | 'range' | 'unit')[]>> = {
  boolean: [],
  choice: ['values'],
  number: ['range', 'unit'],
}

export const factTypes: Check = {
  name: 'fact-types',
  description: 'A choice lists its answers, a number has a range and a unit, and nothing else has them.',
  run(data, report) {
    data.facts.forEach((fact, index) => {
      const path = ['facts', index]
      const wanted = keysOf[fact.type]
      for (const key of ['values', 'range', 'unit'] as const) {
        if (wanted.includes(key) && fact[key] === undefined)
          report('facts.yaml', path, { code: 'missing-key', key, expected: `a ${fact.type} needs it` })
        if (!wanted.includes(key) && fact[key] !== undefined)
          report(
            'facts.yaml',
            [...path, key],
            conflict(`'${key}' stands at a ${fact.type}`, 'It would be ignored.', `Remove it, or change the type.`),
          )
      }
      fact.values?.forEach((answer, at) => {
        if (fact.values!.indexOf(answer) !== at)
          report(
            'facts.yaml',
            [...path, 'values', at],
            conflict(`the answer '${answer}' is there twice`, 'Nobody could tell them apart.', 'Remove one.'),
          )
      })
    })
  },
}
