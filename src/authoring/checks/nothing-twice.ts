import type { Check } from './check.js'
import { allLists } from './walk.js'

export const nothingTwice: Check = {
  name: 'nothing-twice',
  description: 'No entry of a list is repeated word for word.',
  *run(data) {
    for (const { value: list, at } of allLists(data)) {
      if (list.length < 2) continue
      const seen = new Set<string>()
      for (const [index, entry] of list.entries()) {
        // What has an id is told apart by it (ids-unique); a date may well contain one number twice.
        if (typeof entry === 'number' || (typeof entry === 'object' && entry !== null && 'id' in entry)) continue
        const text = typeof entry === 'string' ? entry : JSON.stringify(entry)
        if (seen.has(text))
          yield at(index).conflict(
            'this entry repeats an earlier one word for word',
            'A copied block is a slip: one of the two was meant to say something else.',
            'Remove one, or change it.',
          )
        seen.add(text)
      }
    }
  },
}
