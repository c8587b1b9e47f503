import type { Check } from './check.js'
import { strategiesOf } from './walk.js'

/** The most months for each score of `timeToStart`; what takes longer has 1. */
const mostMonths = [
  [5, 1],
  [4, 3],
  [3, 6],
  [2, 12],
] as const

export const monthsFit: Check = {
  name: 'months-fit',
  description: 'The score of timeToStart follows from typicalMonths: 5 up to 1 month, 4 up to 3, 3 up to 6, 2 up to 12, 1 over 12.',
  *run(data) {
    for (const { value, at } of strategiesOf(data)) {
      const { typicalMonths, parts } = value.feasibility
      const score = mostMonths.find(([, most]) => typicalMonths <= most)?.[0] ?? 1
      if (parts.timeToStart.score === score) continue
      yield at('feasibility', 'parts', 'timeToStart', 'score').conflict(
        `${typicalMonths} months score ${score}, but the score given is ${parts.timeToStart.score}`,
        'The score follows from the months (5 up to 1, 4 up to 3, 3 up to 6, 2 up to 12, 1 over 12).',
        `Write ${score}, or correct typicalMonths.`,
      )
    }
  },
}
