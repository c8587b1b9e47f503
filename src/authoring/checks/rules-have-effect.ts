import { conflict } from '../../issues/build.js'
import type { Selector } from '../../menus/schema/index.js'
import { matches } from '../../menus/selector.js'
import { type Check, each, type Finding, type Place } from './check.js'
import { selectablesOf } from './requirements-can-be-met.js'
import { gatesOf, planWarningsOf, rulesOf } from './walk.js'

const nothing = conflict(
  'no option matches it',
  'What it names does not occur together in the menus, so it would silently do nothing.',
  'Correct what it names (lists of one kind are joined by OR, different kinds by AND).',
)

export const rulesHaveEffect: Check = {
  name: 'rules-have-effect',
  description: 'Every gate, and every effect of a rule, matches an option of the menus.',
  wholeSet: true,
  *run(data) {
    const options = selectablesOf(data)
    function* check(selector: Selector, place: Place): Generator<Finding> {
      if (!options.some((option) => matches(selector, option))) yield place.is(nothing)
    }
    for (const { value, at } of gatesOf(data)) {
      const { type, params } = value.event
      if (type === 'drop-medication' && !params.medications?.length)
        yield at('event', 'params').missing('medications', 'the medications that are taken off')
      else yield* check(params, at('event', 'params'))
    }
    for (const { value, at } of rulesOf(data))
      for (const { value: effect, at: here } of each(value.event.params.effects, at('event', 'params', 'effects')))
        yield* check(effect, here())
    for (const { value, at } of planWarningsOf(data)) {
      const { planHas = [], noneChosenOrRunning } = value.when
      for (const { value: selector, at: here } of each(planHas, at('when', 'planHas'))) yield* check(selector, here())
      if (noneChosenOrRunning) yield* check(noneChosenOrRunning, at('when', 'noneChosenOrRunning'))
      if (Object.keys(value.when).length === 0)
        yield at('when').conflict("'when' is empty", 'Every plan would carry the warning.', 'Say when it is shown.')
    }
  },
}
