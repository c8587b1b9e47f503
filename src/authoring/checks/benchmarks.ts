import { type Check, conflict } from './check.js'

export const benchmarks: Check = {
  name: 'benchmarks',
  description:
    'An indicator of a gap has met, worst and weight; met and worst differ and lie in the range. Without a gap it has none of them.',
  run(data, report) {
    data.indicators.forEach((indicator, index) => {
      const { gap, met, worst, weight, range } = indicator
      const path = ['indicators', index]
      if (gap === undefined) {
        for (const key of ['met', 'worst', 'weight'] as const) {
          if (indicator[key] === undefined) continue
          report(
            'indicators.yaml',
            [...path, key],
            conflict(
              `'${key}' stands at an indicator without a gap`,
              'It would be used nowhere.',
              "Name the gap under 'gap:', or remove it.",
            ),
          )
        }
        return
      }
      const expected = {
        met: 'the value at which the gap is met',
        worst: 'the value at which the gap is at its worst',
        weight: 'the share of the gap that it tells',
      }
      for (const key of ['met', 'worst', 'weight'] as const)
        if (indicator[key] === undefined) report('indicators.yaml', path, { code: 'missing-key', key, expected: expected[key] })
      if (weight === 0)
        report(
          'indicators.yaml',
          [...path, 'weight'],
          conflict('the weight is 0', 'The indicator would be asked for and count for nothing.', 'Give it a weight, or take the gap away.'),
        )
      for (const key of ['met', 'worst'] as const) {
        const value = indicator[key]
        if (value !== undefined && (value < range.min || value > range.max))
          report('indicators.yaml', [...path, key], { code: 'out-of-range', value, min: range.min, max: range.max, unit: indicator.unit })
      }
      if (met !== undefined && met === worst)
        report(
          'indicators.yaml',
          [...path, 'worst'],
          conflict(
            `met and worst are both ${met}`,
            'Severity is a straight line between them: it needs two points.',
            'Correct one of them.',
          ),
        )
    })
  },
}
