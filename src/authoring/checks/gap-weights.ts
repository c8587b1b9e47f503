import { sharesOf } from '../../menus/compile.js'
import { type Check, type FileKey, placeIn } from './check.js'
import { gapsOf } from './walk.js'

export const gapWeights: Check = {
  name: 'gap-weights',
  description: 'Each gap has an indicator, and the weights of its indicators add up to 1; alternatives count once.',
  wholeSet: true,
  *run(data) {
    for (const { value, at } of gapsOf(data)) {
      const { id } = value
      const shares = sharesOf(id, data.indicators)
      const sum = shares.reduce((total, { weight }) => total + Math.round(weight * 10_000), 0)
      if (shares.length === 0)
        yield at().conflict(
          `no indicator measures '${id}'`,
          'Its severity could never be known.',
          `Add an indicator with 'gap: ${id}' to indicators.yaml, or remove the gap.`,
        )
      else if (sum !== 10_000) {
        const last = data.indicators.findLastIndex(({ gap }) => gap === id)
        const listed = shares.map(({ weight, indicators }) => `${indicators.map((each) => each.id).join(' or ')}: ${weight}`)
        yield placeIn<FileKey>('indicators.yaml')('indicators', last, 'weight').conflict(
          `the weights of '${id}' add up to ${sum / 10_000}`,
          `Severity is 0 to 1 only if they add up to 1 (${listed.join('; ')}).`,
          "Change the weights so that they add up to 1; indicators that stand in for each other name each other under 'insteadOf'.",
        )
      }
    }
  },
}
