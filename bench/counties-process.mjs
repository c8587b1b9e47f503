// Run by counties.ts as a process of its own, without a TypeScript loader, so that its time and memory are those of the package:
// node counties-process.mjs PROFILES decide|recommend|bytes|engine
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { decide, recommend } from '../dist/index.js'
import { engineFacts, toEngine } from '../dist/json-rules-engine.js'

const [, , path, what] = process.argv
// One profile a line, read when its turn comes.
const lines = readFileSync(path, 'utf8').trim().split('\n')
const run = what === 'recommend' ? recommend : decide
// Compiled and warm, as in a server that runs for long.
for (const line of lines.slice(0, 100)) run(JSON.parse(line))

/** The time that `decide` or `recommend` takes, one county after the other. */
function ours() {
  let milliseconds = 0
  let complete = 0
  let withReason = 0
  for (const line of lines) {
    const profile = JSON.parse(line)
    const start = performance.now()
    const { plan } = run(profile)
    milliseconds += performance.now() - start
    if (plan.complete) complete += 1
    else if (plan.requirements.every(({ met, missing }) => met || missing !== null)) withReason += 1
  }
  return { milliseconds, complete, withReason }
}

/** The bytes of all decisions: a hash of them, and how many they are as JSON and compressed. */
function bytes() {
  const hash = createHash('sha256')
  const sizes = []
  const compressed = []
  for (const [index, line] of lines.entries()) {
    const json = JSON.stringify(decide(JSON.parse(line)))
    hash.update(json)
    sizes.push(Buffer.byteLength(json))
    if (index % 50 === 0) compressed.push(gzipSync(json).length)
  }
  return { digest: hash.digest('hex'), bytes: sizes, compressed }
}

/**
 * The time that json-rules-engine takes for the same gates and rules on the same counties: one engine, reused, one run at a time. A fact that
 * is not known is undefined to it, which is quicker than a value and not always right; reading the facts is not counted.
 */
async function engine() {
  const reused = toEngine()
  reused.allowUndefinedFacts = true
  let milliseconds = 0
  for (const [index, line] of [...lines.slice(0, 100), ...lines].entries()) {
    const facts = { ...engineFacts(JSON.parse(line)) }
    const start = performance.now()
    await reused.run(facts)
    if (index >= 100) milliseconds += performance.now() - start
  }
  return { milliseconds }
}

const cpu = process.cpuUsage()
const outcome = what === 'bytes' ? bytes() : what === 'engine' ? await engine() : ours()
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    counties: lines.length,
    processorMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    ...outcome,
  }),
)
