import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recommend } from '../../src/recommend.js'
import { bundleForBrowser } from '../fixtures/bundle.js'
import { launch, leaveOut } from './chromium.js'

/** The main entry with the menus, minified and compressed: what a page has to load. */
const mostBytes = 110_000

const profile = { name: 'X', indicators: { 'uninsured-19-64-pct': 12 }, context: { rurality: 'nonmetro' } } as const

// What an app does. It stands in a file of its own: a script that the test itself evaluates would go round the policy.
const app = `
  const violations = []
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI))
  let evalWorks = true
  try { new Function('return 1')() } catch { evalWorks = false }
  const provoked = violations.length
  const { ProfileError, recommend, recommendationSchema, safeParseProfile } = await import('/orcca.js')
  const result = recommend(${JSON.stringify(profile)})
  let refused = 0
  try { recommend({ nam: 'X' }) } catch (error) { if (error instanceof ProfileError) refused = error.issues.length }
  const checked = safeParseProfile({ name: 'X' }).success && recommendationSchema().safeParse(result).success
  await new Promise((done) => setTimeout(done, 50))
  window.outcome = { result: JSON.stringify(result), refused, checked, evalWorks, provoked, violations }
  document.documentElement.dataset.done = 'yes'
`

test('the main entry bundles for a browser without a file system, a YAML reader or a polyfill, and is small', async () => {
  const { text, inputs, gzipBytes } = await bundleForBrowser('index.js')
  expect(inputs.filter((input) => /node_modules/.test(input) && !/node_modules\/(zod|fastest-levenshtein)\//.test(input))).toEqual([])
  expect(text).not.toMatch(/\brequire\(|node:fs|process\.binding|__dirname/)
  expect(gzipBytes).toBeLessThan(mostBytes)
})

test.each(['report.js', 'guide.js'])('%s bundles for a browser as well', async (entry) => {
  const { inputs } = await bundleForBrowser(entry)
  expect(inputs.filter((input) => /node_modules\/(yaml|csv-parse|commander)\//.test(input))).toEqual([])
})

describe.skipIf(leaveOut())('in a browser', () => {
  let browser: Browser
  let server: Server
  let address: string

  beforeAll(async () => {
    const { text } = await bundleForBrowser('index.js')
    const files: Record<string, [type: string, body: string]> = {
      '/': ['text/html', '<!doctype html><link rel="icon" href="data:,"><title>orcca</title><script type="module" src="/app.js"></script>'],
      '/app.js': ['text/javascript', app],
      '/orcca.js': ['text/javascript', text],
    }
    server = createServer(({ url = '/' }, response) => {
      const [type, body] = files[url] ?? ['text/plain', '']
      response.writeHead(files[url] ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': "script-src 'self'",
      })
      response.end(body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise((closed) => server.close(closed))
  })

  test("under `script-src 'self'` recommend() gives the same bytes as in Node, with no violation and no message", async () => {
    const page = await browser.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(String(error)))
    await page.goto(address)
    // Waiting for a function would compile text in the page, which its policy forbids.
    await page.waitForSelector('html[data-done]', { state: 'attached', timeout: 20_000 })
    const outcome = (await page.evaluate('window.outcome')) as Record<string, unknown>
    // The policy is in force: the page's own attempt to compile text is refused, and that is the only violation.
    expect(outcome.evalWorks).toBe(false)
    expect(outcome.violations).toHaveLength(1)
    expect(messages.filter((message) => !message.includes("'unsafe-eval'"))).toEqual([])
    expect(outcome.result).toBe(JSON.stringify(recommend(profile)))
    expect(outcome.refused).toBeGreaterThan(0)
    expect(outcome.checked).toBe(true)
  })
})
