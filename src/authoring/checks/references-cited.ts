import type { Check } from './check.js'
import { allGroups, referencesOf } from './walk.js'

export const referencesCited: Check = {
  name: 'references-cited',
  description: 'Every reference is cited somewhere. (The guide has its own list of sources.)',
  wholeSet: true,
  *run(data) {
    const cited = new Set<unknown>()
    for (const { value } of allGroups(data)) if (Array.isArray(value.sources)) for (const id of value.sources) cited.add(id)
    for (const { value, at } of referencesOf(data))
      if (!cited.has(value.id))
        yield at('id').warning(
          `nothing cites '${value.id}'`,
          'References that nobody needs hide the ones that count.',
          "Cite it under 'sources:' where it is used, or remove it.",
        )
  },
}
