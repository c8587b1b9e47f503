/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(
  (path) => path !== undefined,
)

/** Where Chromium is; undefined where there is none. */
export const executablePath = places.find((path) => existsSync(path))

const howToInstall = 'apt-get install -y --no-install-recommends chromium, or set CHROMIUM to its path'

/** Whether the tests that need a browser are left out: never in CI, where a missing browser is a failure. */
export function leaveOut(): boolean {
  if (executablePath !== undefined) return false
  if (process.env.CI) throw new Error(`Chromium is missing: ${howToInstall}.`)
  console.warn(`The tests in a browser are left out: Chromium is missing (${howToInstall}).`)
  return true
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: flags })

const folder = mkdtempSync(join(tmpdir(), 'orcca-browser-'))
let files = 0

/** The address of a page that a browser can open. */
export function addressOf(page: string): string {
  files += 1
  const file = join(folder, `${files}.html`)
  writeFileSync(file, page)
  return pathToFileURL(file).href
}

/** What axe-core finds wrong with a page. */
export async function axeViolations(page: Page): Promise<string[]> {
  const require = createRequire(import.meta.url)
  await page.evaluate((require('axe-core') as { source: string }).source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(
      ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary?.slice(0, 300)}`,
    )
  })
}
