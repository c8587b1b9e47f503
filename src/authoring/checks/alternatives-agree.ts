import { type Check, each } from './check.js'
import { indicatorsOf } from './walk.js'

export const alternativesAgree: Check = {
  name: 'alternatives-agree',
  description: 'Indicators that stand in for each other say so on both sides, and have the same gap and weight.',
  *run(data) {
    const byId = new Map(data.indicators.map((indicator) => [indicator.id, indicator]))
    for (const { value: indicator, at: place } of indicatorsOf(data)) {
      for (const { value: id, at } of each(indicator.insteadOf, place('insteadOf'))) {
        const other = byId.get(id)
        if (id === indicator.id)
          yield at().conflict(`'${id}' is named as its own alternative`, 'It cannot stand in for itself.', 'Remove it.')
        if (!other || id === indicator.id) continue
        if (!other.insteadOf.includes(indicator.id))
          yield at().conflict(
            `'${id}' does not name '${indicator.id}' back`,
            'Read from the other side, both would count.',
            `Add '${indicator.id}' under 'insteadOf' of '${id}'.`,
          )
        if (other.gap !== indicator.gap)
          yield at().conflict(
            `'${id}' measures another gap`,
            'Only indicators of one gap can share a weight.',
            'Give both the same gap, or remove the alternative.',
          )
        else if (other.weight !== indicator.weight)
          yield at().conflict(
            `'${id}' has the weight ${other.weight}, and this one ${indicator.weight}`,
            'Alternatives share one weight: only one of them counts.',
            'Give both the same weight.',
          )
      }
    }
  },
}
