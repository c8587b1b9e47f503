import { type Check, each, type FileKey, type Placed, placeIn } from './check.js'
import { menusOf } from './walk.js'

export const codesUnique: Check = {
  name: 'codes-unique',
  description: "The codes of the study's form differ within each list.",
  *run(data) {
    const settings = placeIn<FileKey>('settings.yaml')
    const lists: Iterable<Placed<{ readonly code: number }>>[] = [
      menusOf(data),
      ...[...menusOf(data)].map(({ value, at }) => each(value.strategies, at('strategies'))),
      ...(['sectors', 'venues', 'medications', 'populations'] as const).map((key) => each(data.settings[key], settings(key))),
    ]
    for (const list of lists) {
      const seen = new Set<number>()
      for (const { value, at } of list) {
        if (seen.has(value.code))
          yield at('code').conflict(
            `the code ${value.code} is used twice`,
            'Tables that carry codes instead of ids could not be read.',
            'Give each its own code.',
          )
        seen.add(value.code)
      }
    }
  },
}
