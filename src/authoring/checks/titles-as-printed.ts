import type { Check } from './check.js'
import { referencesOf } from './walk.js'

export const titlesAsPrinted: Check = {
  name: 'titles-as-printed',
  description: 'A reference has the title that is printed on the work, not a description in brackets.',
  *run(data) {
    for (const { value, at } of referencesOf(data))
      if (/^\[.*\]$/s.test(value.title.trim()))
        yield at('title').conflict(
          'the title is in brackets',
          'Brackets mark a description. A reader who searches for it finds nothing.',
          'Write the title as printed, or remove the reference and what rests on it alone. What to know of it goes under annote.',
        )
  },
}
