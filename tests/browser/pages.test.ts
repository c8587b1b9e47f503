/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInGuide } from '../../src/guide.js'
import { recommend } from '../../src/recommend.js'
import { actionPlan } from '../../src/report/action-plan.js'
import { chartSvg } from '../../src/report/chart.js'
import { guideHtml } from '../../src/report/guide.js'
import { reportHtml } from '../../src/report/report/document.js'
import { communities, profileOf, resultOf } from '../report/communities.js'
import { addressOf, axeViolations, launch, leaveOut } from './chromium.js'
import { cutRows, overflowing, overlappingLabels, overlappingText, papers } from './measure.js'

const guide = builtInGuide()
const widths = [360, 768, 1440] as const

/** One report, one worksheet and the guide in every setting; for the others, which have the same parts, one screen and one paper do. */
const every = (name: string): boolean => name.includes('rated') || name.includes('guide')

const pages: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    communities.map((community) => [`the report of the ${community} community`, () => reportHtml(resultOf(community), { guide })]),
  ),
  'the action plan of the rated community': () => actionPlan(resultOf('rated'), { format: 'html', guide }),
  'the guide to a strategy': () => guideHtml(guide.byStrategy.get('linkage-programs')!, guide),
  'an action plan to fill in': () => actionPlan(resultOf('rural'), { format: 'html' }),
  'a report with a name of 10,000 characters': () =>
    reportHtml(recommend({ ...profileOf('sparse'), name: 'W'.repeat(10_000), notes: ['W'.repeat(10_000)] }), { guide }),
  'a report with a name from right to left': () =>
    reportHtml(recommend({ ...profileOf('sparse'), name: 'مقاطعة بويل 👩‍👩‍👧‍👦' }), { guide }),
}

describe.skipIf(leaveOut())('In a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const open = async (html: string, settings: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage(settings)
    await page.goto(addressOf(html))
    return page
  }
  const openDetails = (page: Page): Promise<void> =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })

  describe.each(Object.entries(pages))('%s', (name, make) => {
    test.each(every(name) ? widths : widths.slice(0, 1))(
      'at %i px: nothing overflows, no text lies over other text, folded or not',
      async (width) => {
        const page = await open(make(), { viewport: { width, height: 900 } })
        expect(await overflowing(page)).toEqual([])
        await openDetails(page)
        expect(await overflowing(page)).toEqual([])
        expect(await overlappingText(page)).toEqual([])
        expect(await overlappingLabels(page)).toEqual([])
        await page.close()
      },
    )

    test.each(every(name) ? papers : papers.slice(0, 1))('on $name no row is cut', async (paper) => {
      const page = await open(make())
      const { cut, sheets, rows } = await cutRows(
        page,
        paper,
        'tr, .plan > li, .option > summary, .answers, .gap h4, .key, .words > div, figure, h2, h3',
      )
      expect(cut).toEqual([])
      expect(sheets).toBeGreaterThan(2)
      expect(rows).toBeGreaterThan(10)
      await page.close()
    })

    test('everything that can be folded is open on paper', async () => {
      const page = await open(make())
      await page.emulateMedia({ media: 'print' })
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('details > :not(summary)')]
          .filter((element) => element.getBoundingClientRect().height === 0 || !element.checkVisibility({ contentVisibilityAuto: true }))
          .map((element) => element.textContent?.slice(0, 60)),
      )
      expect(hidden).toEqual([])
      await page.close()
    })
  })

  const schemes = (['light', 'dark'] as const).flatMap((colorScheme) => widths.map((width) => ({ colorScheme, width })))
  const forAxe = Object.entries(pages)
    .filter(([name]) => !name.startsWith('a report'))
    .flatMap(([name, make]) =>
      (name === 'the report of the rated community' ? schemes : schemes.slice(-1)).map((settings) => ({ name, make, ...settings })),
    )
  test.concurrent.each(forAxe)('axe finds nothing in $name, $colorScheme at $width px', async ({ make, colorScheme, width }) => {
    const page = await open(make(), { colorScheme, viewport: { width, height: 900 } })
    await openDetails(page)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  test('a row that may be cut is found to be cut', async () => {
    const page = await open(reportHtml(resultOf('rural'), { guide }).replaceAll('break-inside: avoid', 'break-inside: auto'))
    expect((await cutRows(page, papers[0]!, 'tr, .plan > li, .gap')).cut.length).toBeGreaterThan(0)
    await page.close()
  })

  test('text that lies over other text, and what overflows, is found', async () => {
    const page = await open(
      reportHtml(resultOf('rural')).replace(
        '</main>',
        `<p style="position:absolute;top:20rem;width:150vw;max-width:none">${'Over other lines. '.repeat(99)}</p></main>`,
      ),
      { viewport: { width: 360, height: 800 } },
    )
    expect(await overlappingText(page)).not.toEqual([])
    expect(await overflowing(page)).not.toEqual([])
    await page.close()
  })

  test('the security policy reports nothing of its own, and stops a script and a picture that got in', async () => {
    const violationsOf = async (html: string): Promise<{ violations: string[]; ran: boolean }> => {
      const page = await browser.newPage()
      const violations: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
      })
      await page.goto(addressOf(html))
      await page.waitForTimeout(200)
      const ran = await page.evaluate(() => 'ran' in window)
      await page.close()
      return { violations, ran }
    }
    const ours = Object.entries(pages).filter(([name]) => every(name))
    for (const [, make] of ours) expect(await violationsOf(make())).toEqual({ violations: [], ran: false })
    const attacked = await violationsOf(
      reportHtml(resultOf('rural')).replace(
        '</main>',
        '<script>window.ran = true</script><img alt="" src="https://evil.example/x.png"></main>',
      ),
    )
    expect(attacked.ran).toBe(false)
    expect(attacked.violations.length).toBeGreaterThanOrEqual(2)
  })

  test('the way to the plan is one key away', async () => {
    const page = await open(reportHtml(resultOf('rural')))
    await page.keyboard.press('Tab')
    const skip = page.locator('a.skip')
    expect(await skip.evaluate((element) => document.activeElement === element && element.getBoundingClientRect().top >= 0)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('plan')
    await page.close()
  })

  test.each(communities)('the chart of the %s community on its own: no label over another, none outside', async (community) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(`<!doctype html><meta charset="utf-8"><body style="margin:0">${chartSvg(resultOf(community))}`, {
        colorScheme,
        viewport: { width: 1000, height: 900 },
      })
      expect(await overlappingLabels(page)).toEqual([])
      expect(await overlappingText(page)).toEqual([])
      const outside = await page.evaluate(() => {
        const paper = document.querySelector('svg')!.getBoundingClientRect()
        return [...document.querySelectorAll('svg text')].filter((text) => {
          const box = text.getBoundingClientRect()
          return box.left < paper.left || box.right > paper.right || box.top < paper.top || box.bottom > paper.bottom
        }).length
      })
      expect(outside).toBe(0)
      await page.close()
    }
  })
})
