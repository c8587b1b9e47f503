import { sharesOf } from '../../menus/compile.js'
import { type Check, conflict } from './check.js'

export const gapWeights: Check = {
  name: 'gap-weights',
  description: 'Each gap has an indicator, and the weights of its indicators add up to 1; alternatives count once.',
  wholeSet: true,
  run(data, report) {
    data.gaps.forEach(({ id }, index) => {
      const shares = sharesOf(id, data.indicators)
      if (shares.length === 0) {
        report(
          'gaps.yaml',
          ['gaps', index],
          conflict(
            `no indicator measures '${id}'`,
            'Its severity could never be known.',
            `Add an indicator with 'gap: ${id}' to indicators.yaml, or remove the gap.`,
          ),
        )
        return
      }
      const hundredths = shares.reduce((total, { weight }) => total + Math.round(weight * 10_000), 0)
      if (hundredths === 10_000) return
      const last = data.indicators.findLastIndex(({ gap }) => gap === id)
      report(
        'indicators.yaml',
        ['indicators', last, 'weight'],
        conflict(
          `the weights of '${id}' add up to ${hundredths / 10_000}`,
          `Severity is 0 to 1 only if they add up to 1 (${shares.map(({ weight, indicators }) => `${indicators.map((indicator) => indicator.id).join(' or ')}: ${weight}`).join('; ')}).`,
          "Change the weights so that they add up to 1; indicators that stand in for each other name each other under 'insteadOf'.",
        ),
      )
    })
  },
}
