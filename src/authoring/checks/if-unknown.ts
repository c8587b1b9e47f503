import type { Check } from './check.js'
import { gatesOf } from './walk.js'

export const ifUnknown: Check = {
  name: 'if-unknown',
  description: 'A gate that excludes says what it counts while its facts are not known; no other gate does.',
  *run(data) {
    for (const { value: gate, at: place } of gatesOf(data)) {
      if (gate.event.type === 'exclude' && !gate.ifUnknown)
        yield place('event', 'type').conflict(
          "'ifUnknown' is missing",
          'While nobody knows the facts, its options would be ranked as if they could be done everywhere.',
          'Add ifUnknown: the chance that the gate rules its options out, for a venue the share of places without one.',
        )
      else if (gate.event.type !== 'exclude' && gate.ifUnknown)
        yield place('ifUnknown').conflict(
          `a gate of type '${gate.event.type}' has 'ifUnknown'`,
          'Only a gate that excludes can take an option away.',
          'Remove it.',
        )
    }
  },
}
