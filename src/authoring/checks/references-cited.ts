import { type Check, conflict } from './check.js'
import { eachGroup } from './walk.js'

export const referencesCited: Check = {
  name: 'references-cited',
  description: 'Every reference is cited somewhere. (The guide has its own list of sources.)',
  wholeSet: true,
  run(data, report) {
    const cited = new Set<unknown>()
    eachGroup(data, (_file, _path, { sources }) => {
      if (Array.isArray(sources)) for (const id of sources) cited.add(id)
    })
    data.references.forEach(({ id }, index) => {
      if (cited.has(id)) return
      report(
        'references.json',
        [index, 'id'],
        conflict(
          `nothing cites '${id}'`,
          'A list of references that nobody needs hides the ones that count.',
          "Cite it under 'sources:' where it is used, or remove it.",
        ),
        'warning',
      )
    })
  },
}
