import type { Check } from './check.js'
import { allGroups } from './walk.js'

/** Words by which a text says of itself that nobody has looked it up. */
const unconfirmed =
  /\b(?:un(?:confirmed|verified) (?:figure|number|value|share|estimate|report|source|claim)s?|(?:citation|source) needed|from memory)\b/i

export const nothingUnconfirmed: Check = {
  name: 'nothing-unconfirmed',
  description: 'No text calls a figure unconfirmed: what nobody has looked up is judgement, or is left out.',
  *run(data) {
    for (const { value: group, at } of allGroups(data))
      for (const [key, value] of Object.entries(group)) {
        const found = typeof value === 'string' ? unconfirmed.exec(value) : null
        if (found)
          yield at(key).conflict(
            `the text says '${found[0]}'`,
            'Results print it as it is, and a figure that nobody has looked up is read like one from a source.',
            'Look it up and name the source, or remove the figure and call the number judgement.',
          )
      }
  },
}
