// Run by counties.ts as a process of its own, without a TypeScript loader, so that its time and memory are those of the package:
// node counties-process.mjs PROFILES decide|recommend|bytes|beside
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { builtInMenus, decide, recommend } from '../dist/index.js'
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
 * The times of `decide` and of json-rules-engine on the same gates and rules, in turn, so that a machine that is busy for a while is busy for
 * both. One engine, reused, one run at a time; reading the facts is not counted. It is run in two ways: with the facts that are known (the
 * others are undefined to it: quicker, and wrong where a missing fact passes), and with any value for each of the others, as it must be.
 */
async function beside() {
  const { indicators, facts } = builtInMenus().data
  const anything = {}
  for (const { id, range } of indicators) anything[id] = range.min
  for (const { id, type, values, range } of facts)
    anything[id] = type === 'boolean' ? false : type === 'choice' ? values[0] : (range?.min ?? 0)
  const [every, lenient] = [toEngine(), toEngine()]
  lenient.allowUndefinedFacts = true
  const times = { decide: 0, known: 0, every: 0 }
  const timed = async (name, counties, call) => {
    const start = performance.now()
    for (const county of counties) await call(county)
    times[name] += performance.now() - start
  }
  const block = 100
  for (const warm of [true, false]) {
    for (const name of Object.keys(times)) times[name] = 0
    for (let first = 0; first < (warm ? 3 * block : lines.length); first += block) {
      const counties = lines.slice(first, first + block).map((line) => {
        const profile = JSON.parse(line)
        const known = { ...engineFacts(profile) }
        return { profile, known, every: { ...anything, ...known } }
      })
      await timed('decide', counties, ({ profile }) => decide(profile))
      await timed('known', counties, (county) => lenient.run(county.known))
      await timed('every', counties, (county) => every.run(county.every))
    }
  }
  return { times }
}

const cpu = process.cpuUsage()
const outcome = what === 'bytes' ? bytes() : what === 'beside' ? await beside() : ours()
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    counties: lines.length,
    processorMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    ...outcome,
  }),
)
