import { bundleForBrowser } from '../tests/fixtures/bundle.js'
import { heading, line } from './measure.js'

/** What a page has to load. */
export async function bundle(): Promise<void> {
  heading('Bundled for a browser (minified, gzip)')
  const show = async (entry: string, target: string): Promise<void> =>
    line(entry, `${((await bundleForBrowser(entry)).gzipBytes / 1000).toFixed(1)} kB${target}`)
  await show('index.js', ' (target: under 100 kB)')
  await show('report.js', '')
  await show('guide.js', '')
}
