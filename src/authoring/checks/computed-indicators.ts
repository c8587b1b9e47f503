import type { Check } from './check.js'
import { indicatorsOf } from './walk.js'

export const computedIndicators: Check = {
  name: 'computed-indicators',
  description: 'An indicator computed from a fact has a value for each answer, inside its range.',
  *run(data) {
    const facts = new Map(data.facts.map((fact) => [fact.id, fact]))
    for (const { value, at } of indicatorsOf(data)) {
      const { from, range, unit } = value
      const fact = from && facts.get(from.fact)
      if (!from || !fact) continue
      if (fact.type === 'number') {
        if (from.values)
          yield at('from', 'values').conflict(
            `'${fact.id}' is a number`,
            'A number is taken as it is; a list of answers would never match.',
            "Remove 'values'.",
          )
        if (fact.range && (fact.range.min < range.min || fact.range.max > range.max))
          yield at('from').conflict(
            `'${fact.id}' goes from ${fact.range.min} to ${fact.range.max}, beyond the range of the indicator`,
            'A right answer would make a value outside the range.',
            'Make the ranges fit.',
          )
        continue
      }
      const answers = fact.type === 'boolean' ? ['true', 'false'] : (fact.values ?? [])
      const values = from.values ?? {}
      const place = from.values ? at('from', 'values') : at('from')
      for (const answer of answers)
        if (!Object.hasOwn(values, answer)) yield place.missing(answer, `a value for each answer to '${fact.id}'`)
      for (const [answer, number] of Object.entries(values)) {
        if (!answers.includes(answer))
          yield at('from', 'values', answer).unknownKey(answer, answers, `The answers to '${fact.id}' are: ${answers.join(', ')}.`)
        yield* at('from', 'values', answer).outOfRange(number, range, unit)
      }
    }
  },
}
