import { type Check, conflict } from './check.js'

/** The most months for each score of `timeToStart`; what takes longer has 1. */
const mostMonths = [
  [5, 1],
  [4, 3],
  [3, 6],
  [2, 12],
] as const

/** The score that a time to the first service has. */
export const timeToStart = (months: number): number => mostMonths.find(([, most]) => months <= most)?.[0] ?? 1

export const monthsFit: Check = {
  name: 'months-fit',
  description: 'The score of timeToStart follows from typicalMonths: 5 up to 1 month, 4 up to 3, 3 up to 6, 2 up to 12, 1 over 12.',
  run(data, report) {
    data.menus.forEach(({ strategies }, menu) => {
      strategies.forEach(({ feasibility: { typicalMonths, parts } }, index) => {
        const score = timeToStart(typicalMonths)
        if (parts.timeToStart.score === score) return
        report(
          `menu:${menu}`,
          ['strategies', index, 'feasibility', 'parts', 'timeToStart', 'score'],
          conflict(
            `${typicalMonths} months are ${score}, and the score is ${parts.timeToStart.score}`,
            'The score follows from the months (5 up to 1, 4 up to 3, 3 up to 6, 2 up to 12, 1 over 12).',
            `Write ${score}, or correct typicalMonths.`,
          ),
        )
      })
    })
  },
}
