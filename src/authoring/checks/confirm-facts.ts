import { factsOf } from '../../conditions/condition.js'
import { type Check, each } from './check.js'
import { gatesOf } from './walk.js'

export const confirmFacts: Check = {
  name: 'confirm-facts',
  description: 'A gate asks to confirm only facts that its own condition reads.',
  *run(data) {
    for (const { value: gate, at: place } of gatesOf(data)) {
      const read = factsOf(gate.conditions)
      for (const { value: fact, index, at } of each(gate.confirmWhenUnknown, place('confirmWhenUnknown'))) {
        if (!read.includes(fact))
          yield at().conflict(
            `the condition does not read '${fact}'`,
            'Knowing it would settle nothing.',
            `Name one of: ${read.join(', ')}.`,
          )
        else if (gate.confirmWhenUnknown.indexOf(fact) !== index)
          yield at().conflict(`'${fact}' is named twice`, 'It is asked once.', 'Remove one.')
      }
    }
  },
}
