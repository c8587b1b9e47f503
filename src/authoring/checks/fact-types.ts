import type { Fact } from '../../menus/schema/index.js'
import { type Check, each } from './check.js'
import { factsOf } from './walk.js'

const keys = ['values', 'range', 'unit'] as const
/** The keys that a fact of each type has, besides those of every fact. */
const keysOf: Readonly<Record<Fact['type'], readonly (typeof keys)[number][]>> = {
  boolean: [],
  choice: ['values'],
  number: ['range', 'unit'],
}

export const factTypes: Check = {
  name: 'fact-types',
  description: 'A choice lists its answers, a number has a range and a unit, and nothing else has them.',
  *run(data) {
    for (const { value: fact, at } of factsOf(data)) {
      const wanted = keysOf[fact.type]
      for (const key of keys) {
        if (wanted.includes(key) && fact[key] === undefined) yield at().missing(key, `a ${fact.type} needs it`)
        if (!wanted.includes(key) && fact[key] !== undefined)
          yield at(key).conflict(`'${key}' on a ${fact.type}`, 'It would be ignored.', 'Remove it, or change the type.')
      }
      const { values = [] } = fact
      for (const { value, index, at: here } of each(values, at('values')))
        if (values.indexOf(value) !== index)
          yield here().conflict(`the answer '${value}' is listed twice`, 'Nobody could tell them apart.', 'Remove one.')
    }
  },
}
