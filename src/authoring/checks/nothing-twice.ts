import { type Check, conflict } from './check.js'
import { eachList } from './walk.js'

export const nothingTwice: Check = {
  name: 'nothing-twice',
  description: 'No entry of a list stands there twice, word for word.',
  run(data, report) {
    eachList(data, (file, path, list) => {
      if (list.length < 2) return
      const seen = new Set<string>()
      list.forEach((entry, index) => {
        // What has an id is told apart by it (ids-unique); a date may well hold one number twice.
        if (typeof entry === 'number' || (typeof entry === 'object' && entry !== null && 'id' in entry)) return
        const text = typeof entry === 'string' ? entry : JSON.stringify(entry)
        if (seen.has(text)) {
          report(
            file,
            [...path, index],
            conflict(
              'it stands here twice, word for word',
              'A copied block is a slip: one of the two was to say something else.',
              'Remove one, or change it.',
            ),
          )
        }
        seen.add(text)
      })
    })
  },
}
