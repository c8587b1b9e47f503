import { execFileSync } from 'node:child_process'
import { root } from './built.js'
import { heading, line, median } from './measure.js'

const program = `
  const start = performance.now()
  const { recommend } = await import('./dist/index.js')
  const imported = performance.now()
  recommend({ name: 'X', context: { rurality: 'nonmetro' }, indicators: { 'uninsured-19-64-pct': 12 } })
  console.log(JSON.stringify([imported - start, performance.now() - imported]))
`

/** What an app waits for when it starts: import and first call in a fresh process. */
export function firstCall(): void {
  heading('First call in a fresh process (median of 10)')
  const runs = Array.from(
    { length: 10 },
    () =>
      JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' })) as [
        number,
        number,
      ],
  )
  line('import', `${median(runs.map(([imported]) => imported)).toFixed(0)} ms`)
  line('first recommend() after import', `${median(runs.map(([, first]) => first)).toFixed(0)} ms (target: under 100 ms)`)
}
