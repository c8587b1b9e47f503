import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './built.js'
import { countyProfiles } from './county-profiles.js'
import { heading, line, median } from './measure.js'

interface Timed {
  readonly counties: number
  readonly milliseconds: number
  readonly processorMilliseconds: number
  readonly peakMegabytes: number
  readonly complete: number
  readonly withReason: number
}

interface Beside {
  readonly times: { readonly decide: number; readonly known: number; readonly every: number }
}

interface Sized {
  readonly digest: string
  readonly bytes: readonly number[]
  readonly compressed: readonly number[]
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** decide() and recommend() on every county of the table, each in a fresh process, beside json-rules-engine on the same gates and rules. */
export function counties(): void {
  heading('All counties')
  const table = process.env.ORCCA_COUNTIES
  if (!table) {
    console.log('skipped: ORCCA_COUNTIES does not name the table of county profiles')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'orcca-bench-'))
  const profiles = join(folder, 'profiles.jsonl')
  writeFileSync(
    profiles,
    countyProfiles(table)
      .map((profile) => JSON.stringify(profile))
      .join('\n'),
  )
  const run = <T>(what: 'decide' | 'recommend' | 'bytes' | 'beside'): T =>
    JSON.parse(
      execFileSync(process.execPath, [join(root, 'bench/counties-process.mjs'), profiles, what], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      }),
    ) as T
  const rounds = [1, 2, 3].map(() => ({
    decided: run<Timed>('decide'),
    recommended: run<Timed>('recommend'),
    beside: run<Beside>('beside').times,
  }))
  const [first, second] = [run<Sized>('bytes'), run<Sized>('bytes')]
  rmSync(folder, { recursive: true })

  const [{ decided }] = rounds as [(typeof rounds)[number]]
  const { counties: number, complete, withReason } = decided
  const time = (times: readonly number[]): string =>
    `${(median(times) / 1000).toFixed(2)} s, ${(median(times) / number).toFixed(3)} ms a county`
  line(`decide() on ${number} counties (median of 3)`, time(rounds.map((round) => round.decided.milliseconds)))
  line('recommend() on them, with the words of each plan', time(rounds.map((round) => round.recommended.milliseconds)))
  const words = rounds.map((round) => round.recommended.milliseconds / round.decided.milliseconds)
  line('recommend() / decide()', median(words).toFixed(2))
  for (const [what, key] of [
    ['every fact given', 'every'],
    ['known facts only', 'known'],
  ] as const) {
    line(`json-rules-engine on them, same gates and rules, ${what}`, time(rounds.map(({ beside }) => beside[key])))
    const ratio = median(rounds.map(({ beside }) => beside.decide / beside[key])).toFixed(2)
    line('decide() / json-rules-engine, in turn, one engine reused', `${ratio}${key === 'every' ? ' (target: at most 0.4)' : ''}`)
  }
  const whole = decided.processorMilliseconds / decided.milliseconds
  line('processor time of the whole process, all threads / that time', whole.toFixed(2))
  line('peak memory of the process', `${decided.peakMegabytes.toFixed(0)} MB (target: under 200 MB)`)
  line('complete plans', `${complete}; not complete, with a reason for each requirement not met: ${withReason} of ${number - complete}`)
  const largest = (sizes: readonly number[]): number => sizes.reduce((most, size) => Math.max(most, size), 0)
  line('JSON of a decision', `${kilobytes(median(first.bytes))}, at most ${kilobytes(largest(first.bytes))} (target: under 260 kB)`)
  line('gzip of it', `${kilobytes(median(first.compressed))}, at most ${kilobytes(largest(first.compressed))} (target: under 25 kB)`)
  line('the same bytes in a second process', first.digest === second.digest ? 'yes' : 'NO')
}
