import { execFileSync } from 'node:child_process'
import { root } from './built.js'
import { heading, line, median } from './measure.js'

const program = (name: 'decide' | 'recommend'): string => `
  const start = performance.now()
  const { ${name} } = await import('./dist/index.js')
  const imported = performance.now()
  ${name}({ name: 'X', context: { rurality: 'nonmetro' }, indicators: { 'uninsured-19-64-pct': 12 } })
  console.log(JSON.stringify([imported - start, performance.now() - imported]))
`

const run = (name: 'decide' | 'recommend'): [imported: number, first: number] =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program(name)], { cwd: root, encoding: 'utf8' }))

/** What an app waits for when it starts: import and first call in a fresh process. */
export function firstCall(): void {
  heading('First call in a fresh process (median of 11)')
  const runs = Array.from({ length: 11 }, () => ({ decided: run('decide'), recommended: run('recommend') }))
  line('import', `${median(runs.map(({ decided: [imported] }) => imported)).toFixed(0)} ms`)
  line('first decide() after import', `${median(runs.map(({ decided: [, first] }) => first)).toFixed(0)} ms (target: under 60 ms)`)
  line('first recommend() after import', `${median(runs.map(({ recommended: [, first] }) => first)).toFixed(0)} ms`)
}
