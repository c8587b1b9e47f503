import { factsOf } from '../../conditions/condition.js'
import { type Check, conflict } from './check.js'

export const confirmFacts: Check = {
  name: 'confirm-facts',
  description: 'A gate asks to confirm only facts that its own condition reads.',
  run(data, report) {
    data.gates.forEach(({ conditions, confirmWhenUnknown }, index) => {
      const read = factsOf(conditions)
      confirmWhenUnknown.forEach((fact, at) => {
        const path = ['gates', index, 'confirmWhenUnknown', at]
        if (!read.includes(fact))
          report(
            'gates.yaml',
            path,
            conflict(`the condition does not read '${fact}'`, 'Knowing it would settle nothing.', `Name one of: ${read.join(', ')}.`),
          )
        else if (confirmWhenUnknown.indexOf(fact) !== at)
          report('gates.yaml', path, conflict(`'${fact}' is there twice`, 'It is asked once.', 'Remove one.'))
      })
    })
  },
}
