import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orcca } from './terminal.js'

const example = 'examples/boyle-county-ky.yaml'
const starter = ['--menus', 'menus/starter']
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-shown-'))
  writeFileSync(join(folder, 'profile.yaml'), 'name: Anywhere\n')
  writeFileSync(join(folder, 'plan.yaml'), '- linkage-programs@healthcare@emergency-department\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a plan of twelve options says how many strategies they are of', async () => {
  const { plan } = JSON.parse((await orcca(['recommend', example, '--size', '12', '--format', 'json'])).out)
  const strategies = new Set(plan.selections.map(({ id }: { id: string }) => id.split('@')[0])).size
  expect(strategies).toBeLessThan(12)
  expect((await orcca(['recommend', example, '--size', '12'])).out).toContain(`THE PLAN: 12 options of ${strategies} strategies,`)
})

test('residents are called residents, with commas between the thousands', async () => {
  const { out } = await orcca(['recommend', example])
  expect(out).toContain('30,708 residents')
  expect(out).not.toContain('30708')
})

describe.each([
  ['recommend', () => ['recommend', example]],
  ['recommend with a small set of menus', () => ['recommend', join(folder, 'profile.yaml'), ...starter]],
  ['explain', () => ['explain', example, 'linkage-programs']],
  ['explain of a small strategy', () => ['explain', example, 'moud-criminal-legal']],
  ['check', () => ['check', example, join(folder, 'plan.yaml')]],
])('%s', (_, args) => {
  test('counts one thing as one', async () => {
    const { out } = await orcca(args())
    expect(out).not.toMatch(/(?<![\d.,-])1 (?:\w+ )?(?:options|points|weeks|strategies|requirements|residents|rules|gaps|conditions)\b/)
  })

  test('rounds what people read; the exact numbers are in the JSON', async () => {
    const { out } = await orcca(args())
    // A DOI has decimals of its own.
    expect(out.replaceAll(/\S*10\.\d{4,}\S*/g, '')).not.toMatch(/\d\.\d{3,}/)
  })
})

test('a single option, or a single one that changed, is counted as one', async () => {
  expect((await orcca(['menus', ...starter])).out).not.toMatch(/\(1 options\)/)
  expect((await orcca(['menus'])).out).not.toMatch(/\(1 options\)/)
})

describe('orcca recommend --format json', () => {
  test('has numbers, ids and the words of the plan; --words all adds those of every option', async () => {
    const plain = JSON.parse((await orcca(['recommend', example, '--format', 'json'])).out)
    const full = JSON.parse((await orcca(['recommend', example, '--format', 'json', '--words', 'all'])).out)
    expect(plain.schemaVersion).toBe(2)
    expect(plain.plan.selections[0].words.reasons).not.toEqual([])
    expect(plain.ranking[0]).not.toHaveProperty('words')
    for (const option of full.ranking) expect(option.words.reasons, option.id).not.toEqual([])
    expect(full.plan).toEqual(plain.plan)
  })
})
