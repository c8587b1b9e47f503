import { type Check, type FileKey, type Finding, type Place, placeIn } from './check.js'

const parts = ['regulatory', 'workforce', 'cost', 'timeToStart', 'partners']
const scores = ['5', '4', '3', '2', '1']

export const anchorsComplete: Check = {
  name: 'anchors-complete',
  description: 'Every score of every part of feasibility has its meaning.',
  *run({ feasibility: { anchors } }) {
    const at = placeIn<FileKey>('feasibility.yaml', ['anchors'])
    yield* compareKeys(at, Object.keys(anchors), parts, 'what the scores of this part mean')
    for (const [part, meanings] of Object.entries(anchors))
      yield* compareKeys((...keys) => at(part, ...keys), Object.keys(meanings), scores, 'what the score means')
  },
}

function* compareKeys(at: (...keys: string[]) => Place, given: string[], wanted: string[], expected: string): Generator<Finding> {
  for (const key of wanted) if (!given.includes(key)) yield at().missing(key, expected)
  for (const key of given) if (!wanted.includes(key)) yield at(key).unknownKey(key, wanted)
}
