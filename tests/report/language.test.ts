import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadGuideData } from '../../scripts/guide-plugin.js'
import { loadMenuData } from '../../scripts/menus-plugin.js'
import { checkPlan } from '../../src/check-plan.js'
import { builtInGuide } from '../../src/guide/built-in.js'
import { makeGuide } from '../../src/guide/guide.js'
import { compileMenus } from '../../src/menus/compile.js'
import { decide } from '../../src/recommend.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { chartSvg } from '../../src/report/chart.js'
import { checkedDoc } from '../../src/report/checked.js'
import { explanationDoc } from '../../src/report/explanation.js'
import { guideHtml, guideMarkdown, guideOf } from '../../src/report/guide.js'
import { menusDoc, strategyDoc } from '../../src/report/menus.js'
import { reportHtml, reportMarkdown, reportOf } from '../../src/report/report/document.js'
import { resultDoc } from '../../src/report/result.js'
import { writeTerminal } from '../../src/report/write/terminal.js'
import { english } from '../../src/words/english.js'
import type { Language } from '../../src/words/language.js'
import { namesOf } from '../../src/words/names.js'
import { plain } from '../../src/words/rich.js'
import { withTexts } from '../fixtures/hostile.js'
import { communities, profileOf, resultOf } from './communities.js'

/** A language in which every word is the same: what else is read comes from somewhere else. */
function tiny(words: unknown, isPage: boolean): unknown {
  if (typeof words === 'string') return '¤'
  if (typeof words === 'function') return isPage ? (...values: unknown[]) => `¤ ${values.flat().map(shown).join(' ')}` : () => ['¤']
  if (Array.isArray(words)) return words.map((each) => tiny(each, isPage))
  if (words === null || typeof words !== 'object') return words
  return Object.fromEntries(Object.entries(words).map(([key, each]) => [key, tiny(each, isPage || key === 'page' || key === 'terminal')]))
}
const shown = (value: unknown): string =>
  typeof value === 'object' ? Object.values(value ?? {}).join(' ') : typeof value === 'boolean' ? '' : String(value)

const text = (field: string): string => (field === 'url' || field === 'URL' ? 'https://example.org/' : field === 'DOI' ? '10.1000/1' : 'Ξ')
/** Words that are left in a document of the tiny language, made with menus, a guide and a profile whose every text is one letter. */
const wordsLeft = (document: string): string[] => [
  ...new Set(
    document
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/<(?:html|meta|title)[^>]*>/g, '')
      .replace(/ (?:aria-label|data-label)="([^"]*)"/g, '>$1<')
      .replace(/<[^<>]*>/g, ' ')
      .replaceAll(/https(?::|&#58;)\/\/\S+|doi:\S+|example\.org/g, ' ')
      .replaceAll(/&#?\w+;/g, ' ')
      // The name of the menu set is its id.
      .replaceAll(/\borcca\b/g, ' ')
      .match(/\p{L}{2,}/gu) ?? [],
  ),
]

describe('Another language', () => {
  const language = tiny(english, false) as Language
  const menus = compileMenus(withTexts(loadMenuData(), text))
  const { strategies, sources } = withTexts(loadGuideData(), text)
  const guide = makeGuide({ strategies, sources })
  const file = parse(readFileSync(new URL('../fixtures/communities/rated.yaml', import.meta.url), 'utf8'))
  const decision = decide(withTexts({ ...file, notes: ['A note'] }, text), { menus })
  const options = { menus, guide, language }
  const entry = guide.byStrategy.get('linkage-programs')!
  const terminal = { width: 80, colour: false }

  test.each<[string, () => string]>([
    ['the report as a page', () => reportHtml(decision, options)],
    ['the report in Markdown', () => reportMarkdown(decision, options)],
    ['the report in a terminal', () => writeTerminal(reportOf(decision, options), terminal)],
    ['the chart', () => chartSvg(decision, options)],
    ['the worksheet as a page', () => actionPlan(decision, { ...options, format: 'html' })],
    ['the worksheet in Markdown', () => actionPlan(decision, options)],
    ['the worksheet as a table', () => actionPlan(decision, { ...options, format: 'csv' })],
    ['the worksheet without a guide', () => actionPlan(decision, { menus, language })],
    ['the guide as a page', () => guideHtml(entry, guide, options)],
    ['the guide in Markdown', () => guideMarkdown(entry, guide, options)],
    ['the guide in a terminal', () => writeTerminal(guideOf(entry, guide, options), terminal)],
  ])('leaves no English in %s', (_, make) => {
    const document = make()
    expect(document).toContain('¤')
    expect(wordsLeft(document)).toEqual([])
  })

  /** What is the same in every language: the ids and the fixed values of the menus, their places in a strategy, the longer first. */
  const valuesOf = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : []
  const strategy = menus.strategies.get('linkage-programs')!
  const ids = [...new Set([...valuesOf(menus.data), ...Object.keys(strategy.feasibility.parts)])]
    .filter((value) => /^[a-z][\w-]+$/i.test(value))
    .sort((a, b) => b.length - a.length)
  const withoutIds = (document: string): string =>
    ids.reduce((rest, id) => rest.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), ' '), document)
  const profile = withTexts(file, text)
  const planned = decision.plan.selections.map(({ id }) => id)
  const gone = decision.excluded[0]!.id
  const check = (selections: readonly string[]) => checkedDoc(checkPlan(selections, profile, { menus, language }), decision, options)

  test.each([
    ['recommend', () => resultDoc(decision, options)],
    ['explain, of what is in the plan', () => explanationDoc(decision, planned[0]!, options)],
    ['explain, of what is not in the plan', () => explanationDoc(decision, decision.ranking.at(-1)!.id, options)],
    ['explain, of what is excluded', () => explanationDoc(decision, gone, options)],
    ['check, of the plan itself', () => check(planned)],
    ['check, of a poor plan', () => check([planned[0]!, 'disposal-programs@healthcare@dental-clinics'])],
    ['menus', () => menusDoc(menus, { language })],
    ['menus, of a strategy', () => strategyDoc(strategy, menus, { language })],
  ])('leaves no English in what the terminal shows of %s', (_, make) => {
    // An id that is cut is an id all the same.
    const document = withoutIds(writeTerminal(make(), { width: 100, colour: false }).replaceAll(/\n\s*/g, ' ').replaceAll(/\S+…/g, ' '))
    expect(document).toContain('¤')
    expect(wordsLeft(document)).toEqual([])
  })

  test('is looked for in every part: English itself is found', () => {
    const words = wordsLeft(reportHtml(decision, { menus, guide }))
    expect(words).toEqual(expect.arrayContaining(['Priority', 'Skip', 'Requirement', 'Feasibility', 'could']))
  })
})

describe('One of something is counted as one', () => {
  const guide = builtInGuide()
  const plurals = /(?<![\d.,])1 (?:\w+ )?(?:options|points|weeks|strategies|requirements|residents|raters|questions|gaps)\b/

  test.each(communities)('in the documents of the %s community', (community) => {
    const result = resultOf(community)
    for (const document of [reportMarkdown(result, { guide }), actionPlan(result, { guide }), actionPlan(result, { guide, format: 'csv' })])
      expect(document).not.toMatch(plurals)
  })

  test('in a plan of one option, and in a ranking with one more', () => {
    const { plan, dataGaps, ranking, basis, residents } = english.page
    expect(plan.summary(1, 1, 1, 1)).toBe('1 option, chosen from 1. Together they meet the one requirement.')
    expect(plan.summary(1, 2, 0, 1)).toBe('1 option, chosen from 2. They meet 0 of 1 requirement: this plan is not complete.')
    expect(dataGaps.points(1)).toBe('1 point')
    expect(dataGaps.more(1)).toBe('1 more question')
    expect(ranking.others(1)).toBe('One more option, in short')
    expect(basis.rated(1, 1)).toContain('1 of 1 option;')
    expect(residents(30_708)).toBe('30,708 residents')
  })

  test('in the guide', () => {
    for (const entry of guide.byStrategy.values()) expect(guideMarkdown(entry, guide)).not.toMatch(plurals)
  })
})

test('What takes the place of a pinned option can be worth more: that is a gain, not a negative cost', () => {
  const last = resultOf('rated').ranking.at(-1)!
  const result = decide(profileOf('rated'), { include: [last.id] as never })
  const { otherwise } = result.plan.selections.find(({ id }) => id === last.id)!
  expect(otherwise!.cost).toBeLessThan(-1)
  const names = namesOf(compileMenus(loadMenuData()))
  expect(plain(english.why.otherwise({ code: 'otherwise', otherwise }, names), names)).toMatch(/with a gain of [\d.]+ points\.$/)
  expect(reportMarkdown(result)).not.toMatch(/-\d+(\.\d)? points/)
})
