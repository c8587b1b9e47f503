import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { orcca, root } from './built.js'
import { countyProfiles } from './county-profiles.js'
import { heading, line, median } from './measure.js'

/** The last version in which every result was put into words when it was made. */
const before = 'dbccccd'
const rounds = 7
const mostCounties = 1_000

/** `decide()` beside `recommend()` of the version before the rebuild, which is built from the history of this repository, in turn. */
export async function beforeTheRebuild(): Promise<void> {
  heading(`decide() beside recommend() of ${before}`)
  const table = process.env.ORCCA_COUNTIES
  if (!table) {
    console.log('skipped: ORCCA_COUNTIES does not name the table of county profiles')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'orcca-before-'))
  try {
    const archive = execFileSync('git', ['archive', before], { cwd: root, maxBuffer: 1e9 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    execFileSync(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js'), '--silent', '--no-dts'], {
      cwd: folder,
      stdio: 'pipe',
    })
    const old: { recommend: (profile: unknown) => unknown } = await import(pathToFileURL(join(folder, 'dist/index.js')).href)
    compare(old.recommend, countyProfiles(table).slice(0, mostCounties))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(recommendBefore: (profile: unknown) => unknown, counties: readonly unknown[]): void {
  const timed = (run: (profile: never) => unknown): number => {
    const start = performance.now()
    for (const county of counties) run(county as never)
    return performance.now() - start
  }
  const [now, then]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const times = [timed(orcca.decide), timed(recommendBefore)] as const
    // The first round warms both up.
    if (round === 0) continue
    now.push(times[0])
    then.push(times[1])
  }
  const each = (times: readonly number[]): string => `${(median(times) / counties.length).toFixed(3)} ms a county`
  line(`decide(), ${counties.length} counties`, each(now))
  line(`recommend() of ${before}`, each(then))
  line('decide() / recommend() before', `${(median(now) / median(then)).toFixed(2)} (target: at most 0.45)`)
}
