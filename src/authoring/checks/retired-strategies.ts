import { type Check, each } from './check.js'
import { strategiesOf } from './walk.js'

export const retiredStrategies: Check = {
  name: 'retired-strategies',
  description: 'A retired strategy may say what took its place; an active one may not, and no active one names a retired one.',
  *run(data) {
    const retired = new Set([...strategiesOf(data)].flatMap(({ value: { id, status } }) => (status === 'retired' ? [id] : [])))
    for (const { value: strategy, at: place } of strategiesOf(data)) {
      const { replacedBy, status } = strategy
      if (replacedBy !== undefined && status === 'active')
        yield place('replacedBy').conflict(
          'an active strategy names what took its place',
          'It is still offered.',
          "Write 'status: retired', or remove 'replacedBy'.",
        )
      else if (replacedBy !== undefined && retired.has(replacedBy))
        yield place('replacedBy').conflict(
          `'${replacedBy}' is retired itself`,
          'Whoever follows the trail ends nowhere.',
          'Name an active strategy.',
        )
      if (status === 'retired') continue
      for (const key of ['synergies', 'needs'] as const)
        for (const { value: id, at } of each(strategy[key], place(key)))
          if (retired.has(id))
            yield at().conflict(
              `'${id}' is retired`,
              'It is no longer offered, so nothing can depend on it.',
              'Name what took its place, or remove it.',
            )
    }
  },
}
