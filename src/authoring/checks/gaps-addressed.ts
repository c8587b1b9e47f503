import { type Check, each } from './check.js'
import { gapsOf, strategiesOf } from './walk.js'

export const gapsAddressed: Check = {
  name: 'gaps-addressed',
  description: 'A strategy names each gap once, with a weight; each gap has a strategy that serves a goal for it.',
  *run(data, { whole }) {
    const best = new Map<string, number>()
    for (const { value: strategy, at: place } of strategiesOf(data)) {
      for (const { value, index, at } of each(strategy.addresses, place('addresses'))) {
        const { gap, weight } = value
        if (strategy.addresses.findIndex((other) => other.gap === gap) !== index)
          yield at('gap').conflict(`the gap '${gap}' is named twice`, 'Only one weight can count.', 'Keep one of them.')
        if (weight === 0)
          yield at('weight').conflict(
            'the weight is 0',
            'A strategy with weight 0 does not address the gap.',
            'Give a weight above 0, or remove the gap.',
          )
        if (strategy.status === 'active') best.set(gap, Math.max(weight, best.get(gap) ?? 0))
      }
    }
    if (!whole) return
    const { goalWeight } = data.plan
    for (const { value, at } of gapsOf(data)) {
      const weight = best.get(value.id) ?? 0
      if (weight >= goalWeight) continue
      yield weight === 0
        ? at().conflict(
            `no strategy addresses '${value.id}'`,
            'A community with this gap would find nothing for it.',
            "Add it under 'addresses:' of a strategy, or remove the gap.",
          )
        : at().conflict(
            `no strategy addresses '${value.id}' with a weight of ${goalWeight} or more`,
            'No plan could serve a goal that a coalition states for it.',
            'Raise a weight, or lower goalWeight in plan.yaml.',
          )
    }
  },
}
