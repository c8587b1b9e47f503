import { expect, test } from 'vitest'
import { guide } from '../../src/cli/guide.js'
import { exit } from '../../src/cli/io.js'
import { builtInGuide } from '../../src/guide.js'
import { terminal } from './terminal.js'

test.each([...builtInGuide().byStrategy.keys()])('The guide to %s fits into 100 columns, links aside, and tells every step', (strategy) => {
  const { io, out } = terminal({ columns: 140 })
  expect(guide(strategy, io)).toBe(exit.fine)
  const lines = out().split('\n')
  expect(lines.filter((line) => line.length > 100 && !/^\s*https:\/\/\S+$/.test(line))).toEqual([])
  const entry = builtInGuide().byStrategy.get(strategy)!
  const words = out().replaceAll(/\s+/g, ' ')
  for (const { step } of entry.steps) expect(words).toContain(step.replaceAll(/\s+/g, ' '))
})

test('A narrow terminal gets narrower lines', () => {
  const { io, out } = terminal({ columns: 60 })
  guide('linkage-programs', io)
  expect(
    out()
      .split('\n')
      .filter((line) => line.length > 60 && !line.trim().startsWith('https://')),
  ).toEqual([])
})

test('A misspelt strategy is an error with a suggestion, and nothing is printed', () => {
  const { io, out, err } = terminal()
  expect(guide('linkage-program', io)).toBe(exit.problems)
  expect(err()).toContain("Did you mean 'linkage-programs'?")
  expect(out()).toBe('')
})
