import { matches } from '../../menus/compile.js'
import type { Selector } from '../../menus/schema/index.js'
import { type Check, conflict } from './check.js'
import { selectablesOf } from './requirements-can-be-met.js'

export const rulesHaveEffect: Check = {
  name: 'rules-have-effect',
  description: 'Every gate, and every effect of a rule, touches an option of the menus.',
  wholeSet: true,
  run(data, report) {
    const options = selectablesOf(data)
    const touches = (selector: Selector): boolean => options.some((option) => matches(selector, option))
    const nothing = conflict(
      'no option is touched by it',
      'What it names does not occur together in the menus, so it would do nothing, in silence.',
      'Correct what it names (lists of one kind are joined by OR, different kinds by AND).',
    )
    data.gates.forEach(({ event }, index) => {
      const path = ['gates', index, 'event', 'params']
      if (event.type === 'drop-medication' && !event.params.medications?.length)
        report('gates.yaml', path, { code: 'missing-key', key: 'medications', expected: 'the medications that are taken off' })
      else if (!touches(event.params)) report('gates.yaml', path, nothing)
    })
    data.rules.forEach(({ event }, index) => {
      event.params.effects.forEach((effect, at) => {
        if (!touches(effect)) report('rules.yaml', ['rules', index, 'event', 'params', 'effects', at], nothing)
      })
    })
    data.plan.warnings.forEach(({ when }, index) => {
      when.planHas?.forEach((selector, at) => {
        if (!touches(selector)) report('plan.yaml', ['warnings', index, 'when', 'planHas', at], nothing)
      })
      if (when.noneChosenOrRunning && !touches(when.noneChosenOrRunning))
        report('plan.yaml', ['warnings', index, 'when', 'noneChosenOrRunning'], nothing)
      if (Object.keys(when).length === 0)
        report(
          'plan.yaml',
          ['warnings', index, 'when'],
          conflict('nothing is named under when', 'The warning would stand on every plan.', 'Say when it is shown.'),
        )
    })
  },
}
