import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtInMenus } from '../src/menus/built-in.js'
import { decide, recommend } from '../src/recommend.js'
import { explain } from '../src/words/explain.js'
import { tinyLanguage, wordsLeft } from './fixtures/tiny-language.js'

const menus = builtInMenus()
const communities = ['riverbend-coalition', 'boyle-county-ky', 'hooker-county-ne'].map(
  (name) => [name, parse(readFileSync(`examples/${name}.yaml`, 'utf8'))] as const,
)

describe.each(communities)('With a language in which each code says its own name, %s', (_, profile) => {
  const options = { size: 7, exclude: ['disposal-programs'] as const, language: tinyLanguage }

  test('the words of a recommendation have no English left', () => {
    const { plan, notes } = recommend(profile, { ...options })
    const texts = [
      ...plan.selections.flatMap(({ words }) => [...words.reasons, ...words.warnings, ...words.confirmFirst]),
      ...plan.requirements.flatMap(({ label, text }) => [label, text]),
      ...[...plan.warnings, ...plan.notes, ...notes].map(({ text }) => text),
    ]
    expect(texts.length).toBeGreaterThan(40)
    expect(wordsLeft(texts.join('\n'))).toEqual([])
  })

  test('an explanation of each strategy has none left', () => {
    const decision = decide(profile)
    for (const id of menus.strategies.keys()) {
      const { words } = explain(decision, id, { language: tinyLanguage })
      const texts = [...words.why, ...words.reasons, ...words.warnings, ...words.confirmFirst, ...words.missing]
      expect(wordsLeft(texts.join('\n')), id).toEqual([])
    }
  })
})
