import { suggest } from '../../issues/suggest.js'
import { type Check, conflict } from './check.js'

export const computedIndicators: Check = {
  name: 'computed-indicators',
  description: 'An indicator computed from a fact has a value for each answer, inside its range.',
  run(data, report) {
    const facts = new Map(data.facts.map((fact) => [fact.id, fact]))
    data.indicators.forEach(({ from, range, unit }, index) => {
      const fact = from && facts.get(from.fact)
      if (!from || !fact) return
      const path = ['indicators', index, 'from']
      if (fact.type === 'number') {
        if (from.values)
          report(
            'indicators.yaml',
            [...path, 'values'],
            conflict(`'${fact.id}' is a number`, 'A number is taken as it is; a list of answers would never match.', "Remove 'values'."),
          )
        if (fact.range && (fact.range.min < range.min || fact.range.max > range.max)) {
          report(
            'indicators.yaml',
            path,
            conflict(
              `'${fact.id}' goes from ${fact.range.min} to ${fact.range.max}, beyond the range of the indicator`,
              'A right answer would make a value outside the range.',
              'Make the ranges fit.',
            ),
          )
        }
        return
      }
      const answers = fact.type === 'boolean' ? ['true', 'false'] : (fact.values ?? [])
      const given = Object.keys(from.values ?? {})
      for (const answer of answers.filter((each) => !given.includes(each))) {
        report('indicators.yaml', from.values ? [...path, 'values'] : path, {
          code: 'missing-key',
          key: answer,
          expected: `a value for each answer to '${fact.id}'`,
        })
      }
      for (const answer of given.filter((each) => !answers.includes(each))) {
        report('indicators.yaml', [...path, 'values', answer], {
          code: 'unknown-key',
          key: answer,
          suggestion: suggest(answer, answers),
          note: `The answers to '${fact.id}' are: ${answers.join(', ')}.`,
        })
      }
      for (const [answer, value] of Object.entries(from.values ?? {})) {
        if (value < range.min || value > range.max)
          report('indicators.yaml', [...path, 'values', answer], { code: 'out-of-range', value, min: range.min, max: range.max, unit })
      }
    })
  },
}
