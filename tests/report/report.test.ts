import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtInGuide } from '../../src/guide.js'
import { builtInMenus } from '../../src/menus/built-in.js'
import { referencesOf } from '../../src/menus/references.js'
import { recommend } from '../../src/recommend.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { chartSvg } from '../../src/report/chart.js'
import { reportHtml, reportMarkdown } from '../../src/report/report/document.js'
import { english } from '../../src/words/english.js'
import { say } from '../../src/words/language.js'
import { namesOf } from '../../src/words/names.js'
import { wordsOf } from '../../src/words/plan.js'
import { factsToConfirm } from '../../src/words/reason.js'
import { plain, type Rich } from '../../src/words/rich.js'
import { changedMenus } from '../fixtures/menus.js'
import { communities, profileOf, resultOf } from './communities.js'

const guide = builtInGuide()
const menus = builtInMenus()
const names = namesOf(menus)
const question = (fact: string): string => squeezed(plain(english.question(fact, names), names))
const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
/** A sentence without the references at its end. */
const uncited = (text: Rich): string =>
  squeezed(
    plain(
      text.filter((part) => typeof part === 'string' || !('cite' in part)),
      names,
    ),
  )
/** The text of a page as it is read. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe.each(communities)('The report of the %s community', (community) => {
  const result = resultOf(community)
  const page = reportHtml(result, { guide })
  const text = textOf(page)

  test('goes from the plan to what it does not say, in a fixed order', () => {
    expect([...page.matchAll(/<section id="([a-z-]+)"/g)].map(([, id]) => id)).toEqual([
      'plan',
      'chart',
      'gaps',
      'data-gaps',
      'ranking',
      'left-out',
      'basis',
      'not-said',
    ])
    expect([...reportMarkdown(result).matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'The plan at a glance',
      'Feasibility and impact',
      'Service gaps',
      'Data gaps: collect this next',
      'The ranking',
      'What was left out, and why',
      'What is measured, and what is judgement',
      'What this page does not say',
    ])
  })

  test('is one file without script that loads nothing and says so to the browser', () => {
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|javascript:|@import|url\(|\ssrc=/i)
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|https:\/\/)/)
  })

  test('names every chosen option, what to confirm first, and what takes its place', () => {
    for (const { rank, otherwise } of result.plan.selections) {
      const option = result.ranking[rank - 1]!
      expect(text).toContain(names.strategy(option.strategy))
      expect(text).toContain(names.venue(option.venue))
      for (const fact of factsToConfirm(option, result, menus)) expect(text).toContain(question(fact))
      expect(text).toContain(uncited(english.why.otherwise({ code: 'otherwise', otherwise }, names)))
    }
  })

  test('shows every requirement with its mark, every gap, and every question that is open', () => {
    for (const { label } of result.plan.requirements) expect(text).toContain(label)
    expect(page.match(/✓ met/g)).toHaveLength(result.plan.requirements.filter(({ met }) => met).length)
    for (const { gap } of result.gaps) expect(text).toContain(names.gap(gap))
    for (const { fact } of result.dataGaps) expect(text).toContain(question(fact))
  })

  test('shows the plan and the next 20 options in full, and every other one in short', () => {
    expect(page.match(/<details class="option"/g)).toHaveLength(result.plan.selections.length + 20)
    for (const { rank } of result.ranking) expect(page).toMatch(new RegExp(`id="rank-${rank}"|<td class="n">${rank}</td>`))
  })

  test('tells every reason and warning of the options shown in full', () => {
    const planned = new Set(result.plan.selections.map(({ id }) => id))
    const shown = [
      ...result.ranking.filter(({ id }) => planned.has(id)),
      ...result.ranking.filter(({ id }) => !planned.has(id)).slice(0, 20),
    ]
    const read = squeezed(text.replaceAll(/\s*\[\d+\]/g, ''))
    for (const option of shown) {
      const { reasons, warnings } = wordsOf(option, result, names, english)
      const known = (sentence: string): string => squeezed(sentence.replaceAll(/ \[[a-z0-9, -]+\]/g, ''))
      for (const sentence of [...reasons, ...warnings]) expect(read).toContain(known(sentence))
    }
  })

  test('numbers every reference that it cites, once, with its DOI where it has one', () => {
    const cited = new Set([...page.matchAll(/href="#ref-(\d+)"/g)].map(([, number]) => number))
    const listed = [...page.matchAll(/id="ref-(\d+)"/g)].map(([, number]) => number)
    expect(new Set(listed)).toEqual(cited)
    expect(listed).toEqual([...new Set(listed)])
    for (const id of new Set(result.plan.selections.flatMap(({ words }) => words.sources))) {
      const doi = referencesOf(menus).find((reference) => reference.id === id)?.DOI
      if (doi !== undefined) expect(page).toContain(`href="https://doi.org/${doi}"`)
    }
    expect(text).not.toMatch(/\[[a-z]+-\d{4}[a-z]?\]/)
  })

  test('says every note of the result, and promises nothing', () => {
    for (const note of result.notes) expect(text).toContain(squeezed(plain(say(english.note, note, names), names)))
    for (const document of [text, reportMarkdown(result, { guide }), actionPlan(result, { guide }), chartSvg(result)]) {
      expect(document).not.toMatch(/(?<!no forecast of )deaths? (averted|prevented|avoided)|lives saved|will work|would save \d/i)
    }
    expect(text).toContain('deaths did not fall by a significant amount')
  })

  test('stays under 310 kB and is the same bytes each time', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(310_000)
    expect(reportHtml(structuredClone(result), { guide })).toBe(page)
    expect(reportMarkdown(structuredClone(result), { guide })).toBe(reportMarkdown(result, { guide }))
  })

  test('has each id once and no link into nowhere', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids).toEqual([...new Set(ids)])
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('can be made without the guide, and from a result that went through JSON', () => {
    const again = JSON.parse(JSON.stringify(result))
    expect(reportHtml(again, { guide })).toBe(page)
    expect(reportHtml(again)).toContain('The plan at a glance')
  })
})

describe('What is measured, stated and assumed', () => {
  const page = reportHtml(resultOf('rated'))
  const block = (gap: string): string => page.slice(page.indexOf(`<h4>${names.gap(gap)}`)).split('</div>')[0]!

  test('a stated gap is striped and says so', () => {
    const linkage = block('moud-linkage')
    expect(linkage).toContain('class="stated"')
    expect(linkage).toContain('stated by the coalition')
  })

  test('a gap that nobody knows is an open box and says so', () => {
    const unknown = resultOf('rated').gaps.find(({ basis }) => basis === 'assumed')!
    expect(block(unknown.gap)).toContain('class="open"')
    expect(block(unknown.gap)).toContain('not known')
    expect(block(unknown.gap)).not.toContain('class="stated"')
  })

  test('a value is shown next to its benchmark, with its unit, year and source', () => {
    const urban = textOf(reportHtml(resultOf('urban')))
    expect(urban).toMatch(
      /Tracts within 30 minutes of an opioid treatment program \(methadone\) % of tracts [\d.]+ 2025, OEPS 2025 \(SAMHSA directory of opioid treatment programs\) 82 0/,
    )
  })
})

describe('The coalition’s own words stay as they are', () => {
  const own = 'Our peer-support groups meet at linkage-programs@criminal-legal@jails, see [walley-2013].'
  const result = recommend(
    { ...profileOf('rated'), notes: [own], goals: [{ gap: 'moud-linkage', statement: own }] },
    { menus: withPeerSupport() },
  )
  const options = { menus: withPeerSupport(), guide }

  test('on the page', () => {
    const text = textOf(reportHtml(result, options))
    expect(text.split(own)).toHaveLength(3)
  })

  test('in Markdown', () => {
    const unescaped = reportMarkdown(result, options).replaceAll('\\', '').replaceAll('&#64;', '@')
    expect(unescaped.split(own)).toHaveLength(3)
  })

  test('on the worksheet', () => {
    expect(textOf(actionPlan(result, { ...options, format: 'html' }))).toContain(own)
    expect(actionPlan(result, { ...options, format: 'csv' })).toContain(own)
  })
})

/** The built-in menus with a strategy called `peer-support`. */
function withPeerSupport() {
  return changedMenus((data) => {
    const strategy = data.menus[0]!.strategies[0]!
    data.menus[0]!.strategies.push({ ...structuredClone(strategy), id: 'peer-support', code: 99, name: 'Peer support' })
  })
}

test('What was left out is shown with its reason, grouped by reason', () => {
  const result = resultOf('rated')
  const text = textOf(reportHtml(result))
  expect(result.excluded.length).toBeGreaterThan(5)
  for (const { id, by } of result.excluded) {
    const { strategy, venue } = menus.optionById.get(id)!
    expect(text).toContain(squeezed(plain(english.exclusion(by, names), names)))
    expect(text).toContain(strategy.name)
    expect(text).toContain(venue.short)
  }
})

test('A plan that is not complete is called so, with the requirement that is not met and why', () => {
  const strategies = [...menus.strategies.values()].filter(({ section }) => section === 'safer-practices').map(({ id }) => id)
  const result = recommend(profileOf('rural'), { exclude: strategies as never })
  expect(result.plan.complete).toBe(false)
  for (const document of [textOf(reportHtml(result)), reportMarkdown(result)]) {
    expect(document).toContain('this plan is not complete')
    expect(document).toContain('✗')
    expect(document).toContain('ruled out by the coalition')
  }
})

describe('A name cannot break a document', () => {
  const names = {
    'a script': '<script>alert(1)</script>',
    'an attribute': '"><img src=x onerror=alert(1)>',
    '10,000 characters': 'Boyle'.repeat(2000),
    'right to left': 'مقاطعة بويل',
    'a turned direction': 'Boyle \u202Eytnuoc',
    emoji: '👩‍👩‍👧‍👦 County 🏔️',
    Markdown: '# Boyle\n\n| a | b |\n[x](javascript:alert(1)) ![y](https://evil.example/z) `c` **d** @someone',
    'a formula': '=HYPERLINK("https://evil.example")',
    'half a character': 'Boyle \uD800',
  }
  const tagsOf = (page: string): string[] => page.match(/<\/?[a-z][a-z0-9]*/gi)!
  const plain = recommend({ ...profileOf('rated'), name: 'Boyle' })

  test.each(Object.entries(names))('%s', (_kind, name) => {
    const result = recommend({
      ...profileOf('rated'),
      name,
      notes: [name],
      goals: [{ gap: 'moud-linkage', statement: name }, { gap: 'moud-in-custody' }],
    })
    const page = reportHtml(result, { guide })
    expect(tagsOf(page).length - tagsOf(reportHtml({ ...plain, notes: result.notes }, { guide })).length).toBe(0)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('\u202E')
    expect(tagsOf(actionPlan(result, { format: 'html', guide }))).toEqual(tagsOf(actionPlan(plain, { format: 'html', guide })))
    expect(tagsOf(chartSvg(result))).toEqual(tagsOf(chartSvg(plain)))
    expect(page.length).toBeLessThan(400_000)
    const headings = (document: string): string[] => document.match(/^#+ .*$/gm)!.slice(1)
    expect(headings(reportMarkdown(result)).length).toBe(headings(reportMarkdown({ ...plain, notes: result.notes })).length)
    expect(reportMarkdown(result)).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(javascript/)
  })
})

test('orcca/report reaches no file system: nothing that it imports is a module of Node', () => {
  const seen = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
      expect(target, file).not.toMatch(/^node:|^(fs|path|process)$/)
      expect(target, file).not.toMatch(/wrap-ansi|string-width/)
      if (!target!.startsWith('.') || target!.endsWith('.css')) continue
      const path = resolve(dirname(file), target!.replace(/\.js$/, '.ts'))
      expect(existsSync(path), path).toBe(true)
      walk(path)
    }
  }
  walk(resolve('src/report.ts'))
  expect(seen.size).toBeGreaterThan(20)
})
