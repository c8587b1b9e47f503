import { type Check, conflict } from './check.js'
import { eachGroup } from './walk.js'

export const rangesInOrder: Check = {
  name: 'ranges-in-order',
  description: 'low ≤ best ≤ high, and min below max.',
  run(data, report) {
    eachGroup(data, (file, path, { low, best, high, min, max }) => {
      if (typeof low === 'number' && typeof best === 'number' && typeof high === 'number') {
        if (low > best)
          report(
            file,
            [...path, 'low'],
            conflict(`low (${low}) is above best (${best})`, 'The plausible range holds the best value.', 'Write low ≤ best ≤ high.'),
          )
        if (best > high)
          report(
            file,
            [...path, 'high'],
            conflict(`high (${high}) is below best (${best})`, 'The plausible range holds the best value.', 'Write low ≤ best ≤ high.'),
          )
      }
      if (typeof min === 'number' && typeof max === 'number' && min >= max)
        report(
          file,
          [...path, 'min'],
          conflict(`min (${min}) is not below max (${max})`, 'No value would lie inside the range.', 'Write min below max.'),
        )
    })
  },
}
