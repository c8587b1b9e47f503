import type { PlanInput } from '../src/stages.js'
import { orcca, stages } from './built.js'
import { heading, line, randomFrom } from './measure.js'

const menus = orcca.builtInMenus()
const { plan } = menus.data

interface Timed {
  readonly name: string
  readonly milliseconds: number
  readonly proven: boolean | undefined
  readonly total: number
}

const timed = (name: string, run: () => { total: number; proven?: boolean }): Timed => {
  const start = performance.now()
  const { total, proven } = run()
  return { name, milliseconds: performance.now() - start, proven, total }
}

/** A plan for a community of which nothing is known, with the requirements of the built-in menus changed. */
const withRequirements = (name: string, change: (requirement: (typeof plan.requirements)[number]) => number): Timed => {
  const requirements = plan.requirements.map((requirement) => ({ ...requirement, atLeast: change(requirement) }))
  const changed = stages.compileMenus({ ...menus.data, plan: { ...plan, requirements } })
  return timed(name, () => orcca.recommend({ name: 'X' }, { menus: changed }).plan)
}

/** Three requirements of the built-in menus, each changed to ask for 1 to 5. */
function changedSet(seed: number): Timed {
  const random = randomFrom(seed)
  const asked = new Map(
    [...plan.requirements]
      .map((requirement) => ({ requirement, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 1 + Math.floor(random() * 4))
      .map(({ requirement }) => [requirement.id, 1 + Math.floor(random() * 5)]),
  )
  return withRequirements(`changed ${seed}`, ({ id, atLeast }) => asked.get(id) ?? atLeast)
}

type Scored = PlanInput['ranking'][number]

/** 1,000 options of random strategies and 20 to 40 requirements, each of which some options count for. */
function plansOf(seed: number, counting: (random: () => number) => (index: number) => boolean, most: number): PlanInput {
  const random = randomFrom(seed)
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const strategies = whole(20, 250)
  const coarse = random() < 0.3
  const ranking = Array.from({ length: 1_000 }, (_, index) => ({
    option: { id: `o${index}`, index, strategy: { id: `s${whole(1, strategies)}` } },
    priority: { best: coarse ? whole(1, 12) * 5 : Math.round(random() * 1_000_000) / 10_000 },
    passage: { confirm: [], waitsFor: [] },
  })).sort((a, b) => b.priority.best - a.priority.best)
  const requirements = Array.from({ length: whole(20, 40) }, (_, index) => {
    const counts = counting(random)
    const listed = Uint8Array.from(ranking, ({ option }) => (counts(option.index) ? 1 : 0))
    return { id: `r${index}`, atLeast: whole(1, most), count: random() < 0.5 ? 'options' : 'strategies', listed }
  })
  // Only what the plan stage reads is there.
  return {
    ranking: ranking as unknown as Scored[],
    requirements,
    size: whole(5, 30),
    maxPerStrategy: whole(1, 3),
    exclude: [],
  } as unknown as PlanInput
}

/** Any option may count for any requirement. */
export const hostilePlan = (seed: number): PlanInput =>
  plansOf(
    seed,
    (random) => {
      const share = random() < 0.5 ? random() * 0.05 : random() * 0.4
      return () => random() < share
    },
    4,
  )

/** As in a menu set: six sectors, twelve venues, eight populations, and requirements that name one or two of these. */
export function largePlan(seed: number): PlanInput {
  const of = [6, 12, 8].map((number, kind) => {
    const random = randomFrom(seed * 3 + kind)
    return Uint8Array.from({ length: 1_000 }, () => Math.floor(random() * number))
  })
  return plansOf(
    seed,
    (random) => {
      const named = of.filter(() => random() < 0.5).map((values) => [values, values[Math.floor(random() * 1_000)]!] as const)
      return (index) => named.every(([values, value]) => values[index] === value)
    },
    2,
  )
}

function report(what: string, runs: readonly Timed[]): void {
  const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const over = (limit: number): number => times.filter((time) => time > limit).length
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(0)
  const open = runs.filter(({ proven }) => proven === false).length
  line(
    `${what}: median, 90 %, longest`,
    `${at(0.5)}, ${at(0.9)}, ${at(1)} ms; over 1 s: ${over(1_000)}; not proven: ${open} of ${runs.length}`,
  )
  if (process.env.ORCCA_RUNS)
    for (const { name, milliseconds, proven, total } of runs) console.log(`  ${name}: ${milliseconds.toFixed(0)} ms, ${proven}, ${total}`)
}

/** Menu sets that make the plan hard: no valid set may hang. */
export function hardPlans(): void {
  heading('Plans that are hard to find')
  const first = Number(process.env.ORCCA_FIRST ?? 1)
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => first + index)
  withRequirements('warm', ({ atLeast }) => atLeast)
  for (const atLeast of [2, 3, 4, 5]) {
    report(`the three sectors at ${atLeast}`, [
      withRequirements(`sectors ${atLeast}`, (requirement) => (requirement.id.startsWith('r7-') ? atLeast : requirement.atLeast)),
    ])
  }
  report('changed built-in sets', upTo(Number(process.env.ORCCA_CHANGED ?? 80)).map(changedSet))
  for (const [what, planOf] of [
    ['1,000 options, 20 to 40 requirements', largePlan],
    ['the same, any option counts for any of them', hostilePlan],
  ] as const) {
    report(
      what,
      upTo(Number(process.env.ORCCA_HOSTILE ?? 30)).map((seed) => {
        const input = planOf(seed)
        return timed(`${seed}`, () => stages.choosePlan(input))
      }),
    )
  }
}
