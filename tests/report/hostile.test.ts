/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { HtmlRenderer, Parser } from 'commonmark'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide } from '../../src/recommend.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { chartSvg } from '../../src/report/chart.js'
import { guideHtml, guideMarkdown, guideOf } from '../../src/report/guide.js'
import { reportHtml, reportMarkdown, reportOf } from '../../src/report/report/document.js'
import { writeTerminal } from '../../src/report/write/terminal.js'
import { plainText } from '../../src/words/plain-text.js'
import { addressOf, launch, leaveOut } from '../browser/chromium.js'
import { hostileGuide, hostileMenus, hostileProfile, rounds } from '../fixtures/hostile.js'

const strategy = 'linkage-programs'

/** Everything that is made of one community, menu set and guide, by its kind. */
function documentsOf(round: number) {
  const [menus, guide] = [hostileMenus(round), hostileGuide(round)]
  const decision = decide(hostileProfile(round), { menus })
  const entry = guide.byStrategy.get(strategy)!
  const options = { menus, guide }
  return {
    html: {
      report: reportHtml(decision, options),
      worksheet: actionPlan(decision, { ...options, format: 'html' }),
      guide: guideHtml(entry, guide, { menus }),
      chart: `<!doctype html><meta charset="utf-8">${chartSvg(decision, { menus })}`,
    },
    markdown: {
      report: reportMarkdown(decision, options),
      worksheet: actionPlan(decision, options),
      guide: guideMarkdown(entry, guide, { menus }),
    },
    plain: {
      csv: actionPlan(decision, { ...options, format: 'csv' }),
      report: writeTerminal(reportOf(decision, options), { width: 80, colour: false }),
      guide: writeTerminal(guideOf(entry, guide, { menus }), { width: 80, colour: false }),
    },
  }
}

const markdownIt = new MarkdownIt({ html: true, linkify: true })
const renderers: Readonly<Record<string, (markdown: string) => string>> = {
  marked: (markdown) => marked(markdown, { async: false }),
  'markdown-it': (markdown) => markdownIt.render(markdown),
  commonmark: (markdown) => new HtmlRenderer().render(new Parser().parse(markdown)),
}

describe.each(Array.from({ length: rounds }, (_, round) => round))('Hostile text in every field, round %i', (round) => {
  test('leaves nothing unseen in any document', () => {
    const { html, markdown, plain } = documentsOf(round)
    for (const document of [html, markdown, plain].flatMap((kind) => Object.values(kind))) {
      const lines = document.replace(/^\uFEFF/, '').split(/\r?\n/)
      expect(lines.filter((line) => line !== plainText(line))).toEqual([])
    }
  })
})

describe.skipIf(leaveOut())('In a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  /** What a page does by itself, and where its links lead, when nothing but its own text holds it back. */
  async function whatHappens(html: string) {
    const page = await browser.newPage()
    const requests: string[] = []
    const address = addressOf(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    await page.route('**', (route) => {
      if (route.request().url() === address) return route.continue()
      requests.push(route.request().url())
      return route.abort()
    })
    await page.goto(address)
    const ran = await page.evaluate(() => 'ran' in window)
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''))
    await page.close()
    return { ran, requests, links: links.filter((link) => !/^(#|https:\/\/(example\.org|doi\.org)\/)/.test(link)) }
  }
  const nothing = { ran: false, requests: [], links: [] }

  test.each(Array.from({ length: rounds }, (_, round) => round))('nothing runs, nothing is requested, round %i', async (round) => {
    const { html, markdown } = documentsOf(round)
    for (const [name, page] of Object.entries(html)) expect({ name, ...(await whatHappens(page)) }).toEqual({ name, ...nothing })
    for (const [document, text] of Object.entries(markdown)) {
      for (const [renderer, render] of Object.entries(renderers)) {
        const page = `<!doctype html><meta charset="utf-8">${render(text)}`
        expect({ document, renderer, ...(await whatHappens(page)) }).toEqual({ document, renderer, ...nothing })
      }
    }
  })

  test('a text that is not escaped is found to run', async () => {
    const { ran, requests } = await whatHappens('<!doctype html><img src="https://evil.example/x.png" onerror="window.ran=1">')
    expect({ ran, requests }).toEqual({ ran: true, requests: ['https://evil.example/x.png'] })
  })
})
