import type { Path } from '../../issues/issue.js'
import { type Check, conflict, type FileKey } from './check.js'

export const optionsUnique: Check = {
  name: 'options-unique',
  description:
    'A strategy lists each sector and venue once; so do the venues of a kind of activity, the exceptions, and the targets of a mapping.',
  run(data, report) {
    const once = (file: FileKey, path: Path, what: string, names: readonly string[]): void => {
      for (const [index, name] of names.entries()) {
        if (names.indexOf(name) !== index)
          report(file, [...path, index], conflict(`${what} '${name}' is there twice`, 'Only one of them can count.', 'Remove one.'))
      }
    }
    for (const [menu, { strategies }] of data.menus.entries()) {
      for (const [index, { options }] of strategies.entries()) {
        const names = options.map(({ sector, venue }) => `${sector} / ${venue}`)
        once(`menu:${menu}`, ['strategies', index, 'options'], 'the option', names)
      }
    }
    for (const [index, { venues }] of data.feasibility.kinds.entries()) {
      const path = ['kinds', index, 'venues']
      const names = venues.map(({ venue, sector = 'every sector' }) => `${venue} / ${sector}`)
      once('feasibility.yaml', path, 'the venue', names)
      for (const [at, row] of venues.entries()) {
        if (row.sector === undefined || !venues.some(({ venue, sector }) => venue === row.venue && sector === undefined)) continue
        report(
          'feasibility.yaml',
          [...path, at],
          conflict(
            `'${row.venue}' stands here with a sector and without one`,
            'Only the first that fits counts.',
            'Name the sector in both.',
          ),
        )
      }
    }
    const exceptions = data.feasibility.exceptions.map(({ strategy, venue = 'every other venue' }) => `${strategy} / ${venue}`)
    once('feasibility.yaml', ['exceptions'], 'the exception', exceptions)
    for (const [mapping, { values }] of data.mappings.entries()) {
      const targets = values.map(({ indicator, fact }) => indicator ?? fact ?? '')
      once(`mapping:${mapping}`, ['values'], 'the target', targets)
    }
  },
}
