import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtInGuide } from '../src/guide/built-in.js'
import { builtInMenus } from '../src/menus/built-in.js'
import { referencesOf } from '../src/menus/references.js'
import { decide, recommend } from '../src/recommend.js'
import { actionPlan } from '../src/report/action-plan.js'
import { reportHtml, reportMarkdown } from '../src/report.js'
import { explain } from '../src/words/explain.js'
import { ownTexts, tinyLanguage, wordsLeft } from './fixtures/tiny-language.js'

const menus = builtInMenus()
const guide = builtInGuide()
const communities = ['riverbend-coalition', 'boyle-county-ky', 'hooker-county-ne'].map(
  (name) => [name, parse(readFileSync(`examples/${name}.yaml`, 'utf8'))] as const,
)

/** The words of a page that no one reads: tags, styles and addresses. */
const readable = (html: string): string => html.replaceAll(/<style>[\s\S]*?<\/style>/g, ' ').replaceAll(/<[^>]*>/g, ' ')

describe.each(communities)('With a language in which each code says its own name, %s', (_, profile) => {
  const own = ownTexts(menus.data, referencesOf(menus), guide.data, profile)
  const unescaped = (text: string): string =>
    text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  const options = { size: 7, exclude: ['disposal-programs'] as const, language: tinyLanguage }

  test('the words of a recommendation have no English left', () => {
    const { plan, notes } = recommend(profile, { ...options })
    const texts = [
      ...plan.selections.flatMap(({ words }) => [...words.reasons, ...words.warnings, ...words.confirmFirst]),
      ...plan.requirements.flatMap(({ label, text }) => [label, text]),
      ...[...plan.warnings, ...plan.notes, ...notes].map(({ text }) => text),
    ]
    expect(texts.length).toBeGreaterThan(40)
    expect(wordsLeft(texts.join('\n'), new Set())).toEqual([])
  })

  test('an explanation of each strategy has none left', () => {
    const decision = decide(profile)
    for (const id of menus.strategies.keys()) {
      const { words } = explain(decision, id, { language: tinyLanguage })
      const texts = [...words.why, ...words.reasons, ...words.warnings, ...words.confirmFirst, ...words.missing]
      expect(wordsLeft(texts.join('\n'), new Set()), id).toEqual([])
    }
  })

  test('the report and the worksheet have none left but the texts of the menus, the guide and the profile', () => {
    const decision = decide(profile, { size: 7, exclude: ['disposal-programs'] })
    const spoken = { guide, language: tinyLanguage }
    const pages = {
      html: unescaped(readable(reportHtml(decision, spoken))),
      markdown: reportMarkdown(decision, spoken),
      worksheet: unescaped(readable(actionPlan(decision, { ...spoken, format: 'html' }))),
      'worksheet in Markdown': actionPlan(decision, { ...spoken, format: 'markdown' }),
    }
    for (const [name, text] of Object.entries(pages)) {
      expect(text.length, name).toBeGreaterThan(2000)
      expect(wordsLeft(text.replaceAll('\\', ''), own), name).toEqual([])
    }
  })
})
