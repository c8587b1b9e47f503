// Run by counties.ts as a process of its own, without a TypeScript loader, so that its time and memory are those of the package:
// node counties-process.mjs PROFILES time|bytes
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { recommend } from '../dist/index.js'

const [, , path, what] = process.argv
// One profile a line, read when its turn comes.
const lines = readFileSync(path, 'utf8').trim().split('\n')

let complete = 0
let withReason = 0
let milliseconds = 0
const hash = createHash('sha256')
const cpu = process.cpuUsage()
for (const line of lines) {
  const profile = JSON.parse(line)
  const start = performance.now()
  const result = recommend(profile)
  milliseconds += performance.now() - start
  if (result.plan.complete) complete += 1
  else if (result.plan.requirements.every(({ met, reason }) => met || reason !== '')) withReason += 1
  if (what === 'bytes') hash.update(JSON.stringify(result))
}
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    counties: lines.length,
    complete,
    withReason,
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    digest: hash.digest('hex'),
  }),
)
