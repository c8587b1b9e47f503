import { type Check, each, type FileKey, type Finding, type Place, placeIn } from './check.js'
import { mappingsOf, strategiesOf } from './walk.js'

export const optionsUnique: Check = {
  name: 'options-unique',
  description:
    'A strategy lists each sector and venue once; so do the venues of a kind of activity, the exceptions, and the targets of a mapping.',
  *run(data) {
    for (const { value, at } of strategiesOf(data))
      yield* once(
        'the option',
        value.options.map(({ sector, venue }) => `${sector} / ${venue}`),
        at('options'),
      )
    const { kinds, exceptions } = data.feasibility
    const file = placeIn<FileKey>('feasibility.yaml')
    for (const { value: kind, at } of each(kinds, file('kinds'))) {
      const names = kind.venues.map(({ venue, sector = 'every sector' }) => `${venue} / ${sector}`)
      yield* once('the venue', names, at('venues'))
      for (const { value, at: here } of each(kind.venues, at('venues')))
        if (value.sector !== undefined && kind.venues.some(({ venue, sector }) => venue === value.venue && sector === undefined))
          yield here().conflict(
            `'${value.venue}' is listed with a sector and without one`,
            'Only the first that fits counts.',
            'Name the sector in both.',
          )
    }
    const names = exceptions.map(({ strategy, venue = 'every other venue' }) => `${strategy} / ${venue}`)
    yield* once('the exception', names, file('exceptions'))
    for (const { value, at } of mappingsOf(data))
      yield* once(
        'the target',
        value.values.map(({ indicator, fact }) => indicator ?? fact ?? ''),
        at('values'),
      )
  },
}

function* once(what: string, names: readonly string[], list: Place): Generator<Finding> {
  for (const { value, index, at } of each(names, list))
    if (names.indexOf(value) !== index)
      yield at().conflict(`${what} '${value}' is listed twice`, 'Only one of them can count.', 'Remove one.')
}
