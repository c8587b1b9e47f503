import type { Check } from './check.js'
import { allGroups } from './walk.js'

export const rangesInOrder: Check = {
  name: 'ranges-in-order',
  description: 'low ≤ best ≤ high, and min below max.',
  *run(data) {
    for (const { value, at } of allGroups(data)) {
      const { low, best, high, min, max } = value
      if (typeof low === 'number' && typeof best === 'number' && typeof high === 'number') {
        if (low > best)
          yield at('low').conflict(
            `low (${low}) is above best (${best})`,
            'The plausible range contains the best value.',
            'Write low ≤ best ≤ high.',
          )
        if (best > high)
          yield at('high').conflict(
            `high (${high}) is below best (${best})`,
            'The plausible range contains the best value.',
            'Write low ≤ best ≤ high.',
          )
      }
      if (typeof min === 'number' && typeof max === 'number' && min >= max)
        yield at('min').conflict(`min (${min}) is not below max (${max})`, 'No value would be inside the range.', 'Write min below max.')
    }
  },
}
