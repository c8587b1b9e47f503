import type { Check } from './check.js'
import { indicatorsOf } from './walk.js'

const expected = {
  met: 'the value at which the gap is met',
  worst: 'the value at which the gap is at its worst',
  weight: 'the share of the gap that it tells',
} as const
const keys = ['met', 'worst', 'weight'] as const

export const benchmarks: Check = {
  name: 'benchmarks',
  description:
    'An indicator of a gap has met, worst and weight; met and worst differ and lie in the range. Without a gap it has none of them.',
  *run(data) {
    for (const { value: indicator, at } of indicatorsOf(data)) {
      const { gap, met, worst, weight, range, unit } = indicator
      for (const key of keys) {
        if (gap === undefined && indicator[key] !== undefined)
          yield at(key).conflict(
            `'${key}' on an indicator without a gap`,
            'It would be used nowhere.',
            "Name the gap under 'gap:', or remove it.",
          )
        if (gap !== undefined && indicator[key] === undefined) yield at().missing(key, expected[key])
      }
      if (gap === undefined) continue
      if (weight === 0)
        yield at('weight').conflict(
          'the weight is 0',
          'The indicator would be asked for and count for nothing.',
          'Give it a weight, or remove the gap.',
        )
      for (const key of ['met', 'worst'] as const) if (indicator[key] !== undefined) yield* at(key).outOfRange(indicator[key], range, unit)
      if (met !== undefined && met === worst)
        yield at('worst').conflict(
          `met and worst are both ${met}`,
          'Severity is a straight line between them: it needs two points.',
          'Correct one of them.',
        )
    }
  },
}
