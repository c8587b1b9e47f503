import { type Check, each, idIn } from './check.js'
import { strategiesOf } from './walk.js'

export const plainTitles: Check = {
  name: 'plain-titles',
  description: 'Every option of an active strategy has a plain title, unlike that of any other and without an id.',
  *run(data) {
    const ids = new Set([...data.menus.flatMap(({ strategies }) => strategies), ...data.settings.venues].map(({ id }) => id))
    const seen = new Set<string>()
    for (const { value: strategy, at: place } of strategiesOf(data)) {
      if (strategy.status !== 'active') continue
      for (const { value, at } of each(strategy.options, place('options'))) {
        if (value.plain === undefined) {
          yield at().warning(
            'the option has no plain title',
            'Plans then name it by its strategy and its venue, which says less to a reader who does not know the menus.',
            "Add plain: what is done and where, as a neighbor would say it, for example 'leave-behind kits by ambulance crews'.",
          )
          continue
        }
        const title = value.plain.toLowerCase()
        const id = idIn(title, ids)
        if (seen.has(title))
          yield at('plain').conflict(
            `another option has the plain title '${value.plain}'`,
            'A reader could not tell the two apart.',
            'Say what sets it apart: what is done, or where.',
          )
        if (id !== undefined)
          yield at('plain').conflict(`the plain title holds the id '${id}'`, 'An id says nothing to a reader.', 'Write it in words.')
        seen.add(title)
      }
    }
  },
}
