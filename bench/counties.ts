import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orcca, read, root } from './built.js'
import { heading, line } from './measure.js'

interface Outcome {
  readonly counties: number
  readonly complete: number
  readonly withReason: number
  readonly milliseconds: number
  readonly processorMilliseconds: number
  readonly peakMegabytes: number
  readonly digest: string
}

/** The counties of the table as profiles, one a line. */
function profileLines(table: string): string {
  const menus = orcca.builtInMenus()
  const mapping = read.mappingsOf(menus).find(({ id }) => id === 'county-profiles')!
  const parsed = read.parseTable(readFileSync(table, 'utf8'), table)
  if (!parsed.success) throw new Error(orcca.formatIssues(parsed.issues))
  return parsed.rows
    .filter(({ cells }) => cells.get('geo_type') === 'county')
    .map((row) => JSON.stringify(read.profileFromRow(row, mapping, menus).profile))
    .join('\n')
}

/** recommend() on every county of the table, in fresh processes. */
export function counties(): void {
  heading('All counties')
  const table = process.env.ORCCA_COUNTIES
  if (!table) {
    console.log('skipped: ORCCA_COUNTIES does not name the table of county profiles')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'orcca-bench-'))
  const profiles = join(folder, 'profiles.jsonl')
  writeFileSync(profiles, profileLines(table))
  const run = (what: 'time' | 'bytes'): Outcome =>
    JSON.parse(execFileSync(process.execPath, [join(root, 'bench/counties-process.mjs'), profiles, what], { encoding: 'utf8' }))
  const timed = run('time')
  const first = run('bytes')
  const second = run('bytes')
  rmSync(folder, { recursive: true })
  const { counties: number, milliseconds, processorMilliseconds, peakMegabytes, complete, withReason } = timed
  line(`recommend() on ${number} counties, with all reasons`, `${(milliseconds / 1000).toFixed(2)} s (target: under 2 s)`)
  line('processor time of the whole process meanwhile, all threads', `${(processorMilliseconds / 1000).toFixed(2)} s`)
  line('per county', `${(milliseconds / number).toFixed(3)} ms`)
  line('peak memory of the process', `${peakMegabytes.toFixed(0)} MB (target: under 200 MB)`)
  line('complete plans', `${complete}; not complete, with a reason for each requirement not met: ${withReason} of ${number - complete}`)
  line('the same bytes in a second process', first.digest === second.digest ? 'yes' : 'NO')
}
