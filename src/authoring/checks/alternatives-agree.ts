import { type Check, conflict } from './check.js'

export const alternativesAgree: Check = {
  name: 'alternatives-agree',
  description: 'Indicators that stand in for each other say so on both sides, and have the same gap and weight.',
  run(data, report) {
    const byId = new Map(data.indicators.map((indicator) => [indicator.id, indicator]))
    data.indicators.forEach((indicator, index) => {
      indicator.insteadOf.forEach((id, at) => {
        const other = byId.get(id)
        const say = (what: string, why: string, fix: string): void =>
          report('indicators.yaml', ['indicators', index, 'insteadOf', at], conflict(what, why, fix))
        if (id === indicator.id) say(`'${id}' is named as its own alternative`, 'It cannot stand in for itself.', 'Remove it.')
        if (!other || id === indicator.id) return
        if (!other.insteadOf.includes(indicator.id))
          say(
            `'${id}' does not name '${indicator.id}' back`,
            'Read from the other side, both would count.',
            `Add '${indicator.id}' under 'insteadOf' of '${id}'.`,
          )
        if (other.gap !== indicator.gap)
          say(
            `'${id}' measures another gap`,
            'Only indicators of one gap can share a weight.',
            'Give both the same gap, or remove the alternative.',
          )
        else if (other.weight !== indicator.weight)
          say(
            `'${id}' has the weight ${other.weight}, and this one ${indicator.weight}`,
            'Alternatives share one weight: only one of them counts.',
            'Give both the same weight.',
          )
      })
    })
  },
}
