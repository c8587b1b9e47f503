import { type Check, each } from './check.js'
import { strategiesOf } from './walk.js'

export const synergiesSymmetric: Check = {
  name: 'synergies-symmetric',
  description: 'Strategies that strengthen each other say so on both sides; none strengthens or needs itself.',
  *run(data) {
    const byId = new Map([...strategiesOf(data)].map(({ value }) => [value.id, value]))
    for (const { value: strategy, at: place } of strategiesOf(data)) {
      for (const key of ['synergies', 'needs'] as const) {
        for (const { value: id, index, at } of each(strategy[key], place(key))) {
          if (id === strategy.id) yield at().conflict(`'${id}' names itself`, 'A strategy cannot depend on itself.', 'Remove it.')
          else if (strategy[key].indexOf(id) !== index) yield at().conflict(`'${id}' is named twice`, 'Once is enough.', 'Remove one.')
          else if (key === 'synergies' && byId.get(id)?.synergies.includes(strategy.id) === false)
            yield at().conflict(
              `'${id}' does not name '${strategy.id}' back`,
              'Synergies go both ways; the output would show this one on one side only.',
              `Add '${strategy.id}' to the synergies of '${id}', or remove it here.`,
            )
        }
      }
    }
  },
}
