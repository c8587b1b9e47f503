import { suggest } from '../../issues/suggest.js'
import type { Check } from './check.js'

const parts = ['regulatory', 'workforce', 'cost', 'timeToStart', 'partners']
const scores = ['5', '4', '3', '2', '1']

export const anchorsComplete: Check = {
  name: 'anchors-complete',
  description: 'Every score of every part of feasibility has its meaning.',
  run(data, report) {
    const { anchors } = data.feasibility
    const compare = (path: readonly string[], given: readonly string[], wanted: readonly string[], expected: string): void => {
      for (const key of wanted.filter((each) => !given.includes(each)))
        report('feasibility.yaml', path, { code: 'missing-key', key, expected })
      for (const key of given.filter((each) => !wanted.includes(each)))
        report('feasibility.yaml', [...path, key], { code: 'unknown-key', key, suggestion: suggest(key, wanted) })
    }
    compare(['anchors'], Object.keys(anchors), parts, 'what the scores of this part mean')
    for (const [part, meanings] of Object.entries(anchors))
      compare(['anchors', part], Object.keys(meanings), scores, 'what the score means')
  },
}
