/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'

/** What reaches beyond the window, or beyond its own cell. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${window.innerWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *, footer *')) {
      if (element.closest('svg') && element.tagName !== 'svg') continue
      const box = element.getBoundingClientRect()
      if (box.width > 0 && box.right > window.innerWidth + 0.5) found.push(`${element.tagName}.${element.className} ends at ${box.right}`)
      if (['TD', 'TH', 'DD', 'P'].includes(element.tagName) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.tagName} '${element.textContent?.slice(0, 40)}' is wider than its box`)
    }
    return found
  })

/** Lines of text that lie over other text. */
export const overlappingText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines: { text: string; left: number; right: number; top: number; bottom: number; node: Node }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      if (!node.textContent?.trim() || parent.closest('title,desc,style,.skip') || !parent.checkVisibility({ contentVisibilityAuto: true }))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // The box of a line is taller than its letters.
        const less = (bottom - top) * 0.2
        if (right - left > 1)
          lines.push({ text: node.textContent.trim(), left: left + 0.5, right: right - 0.5, top: top + less, bottom: bottom - less, node })
      }
    }
    lines.sort((a, b) => a.top - b.top)
    const found: string[] = []
    lines.forEach((a, index) => {
      for (let next = index + 1; next < lines.length && lines[next]!.top < a.bottom; next += 1) {
        const b = lines[next]!
        if (b.node !== a.node && a.left < b.right && b.left < a.right) found.push(`'${a.text.slice(0, 40)}' and '${b.text.slice(0, 40)}'`)
      }
    })
    return found
  })

/** Labels of the chart that overlap as drawn. */
export const overlappingLabels = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('[data-label]')].map((element) => ({
      name: element.getAttribute('data-label'),
      box: element.getBoundingClientRect(),
    }))
    return boxes.flatMap(({ name, box: a }, index) =>
      boxes.slice(index + 1).flatMap(({ name: other, box: b }) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        // The box of a drawn number is a little taller than its digits.
        return wide > 0 && high > 0.25 * Math.min(a.height, b.height) ? [`${name} and ${other}`] : []
      }),
    )
  })

export interface Paper {
  readonly name: string
  /** What is left between the margins, in CSS pixels. */
  readonly width: number
  readonly height: number
}

const millimetres = 96 / 25.4
export const papers: readonly Paper[] = [
  { name: 'A4', width: (210 - 28) * millimetres, height: (297 - 29) * millimetres },
  { name: 'Letter', width: (215.9 - 28) * millimetres, height: (279.4 - 29) * millimetres },
]

/**
 * Rows that a page break would cut. The page is laid out in columns as large as the sheet: the browser breaks them by the same rules as
 * pages, and a box that is cut has a part in each of two columns.
 */
export async function cutRows(
  page: Page,
  { width, height }: Paper,
  rows: string,
): Promise<{ readonly cut: string[]; readonly sheets: number; readonly rows: number }> {
  await page.setViewportSize({ width: Math.round(width), height: Math.round(height) })
  await page.emulateMedia({ media: 'print' })
  await page.addStyleTag({ content: `body{width:${width}px;height:${height}px;columns:${width}px auto;column-gap:40px;column-fill:auto}` })
  return page.evaluate((selector) => {
    const elements = [...document.querySelectorAll<HTMLElement>(selector)]
    const cut = elements.filter(
      (element) =>
        new Set([...element.getClientRects()].filter(({ height: tall }) => tall > 1).map(({ left }) => Math.round(left))).size > 1,
    )
    return {
      cut: cut.map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 60)}`),
      sheets: Math.round(document.documentElement.scrollWidth / (document.body.getBoundingClientRect().width + 40)),
      rows: elements.length,
    }
  }, rows)
}
