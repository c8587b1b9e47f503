import { expect, test } from 'vitest'
import { exit } from '../../src/cli/io.js'
import { builtInGuide } from '../../src/guide.js'
import { orcca } from './terminal.js'

test.each([...builtInGuide().byStrategy.keys()])(
  'The guide to %s fits into 100 columns, links aside, and tells every step',
  async (strategy) => {
    const { code, out } = await orcca(['guide', strategy], { columns: 140 })
    expect(code).toBe(exit.fine)
    expect(out.split('\n').filter((line) => line.length > 100 && !/^\s*https:\/\/\S+$/.test(line))).toEqual([])
    const entry = builtInGuide().byStrategy.get(strategy)!
    const words = out.replaceAll(/\s+/g, ' ')
    for (const { step } of entry.steps) expect(words).toContain(step.replaceAll(/\s+/g, ' '))
  },
)

test('A narrow terminal gets narrower lines', async () => {
  const { out } = await orcca(['guide', 'linkage-programs'], { columns: 60 })
  expect(out.split('\n').filter((line) => line.length > 60 && !line.trim().startsWith('https://'))).toEqual([])
})
