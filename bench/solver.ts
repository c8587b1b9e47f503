import loadHighs from 'highs'
import type { PlanProblem } from '../src/stages.js'
import { asLinearProgram } from '../tests/fixtures/optimum.js'
import { orcca, stages } from './built.js'
import { heading, line, median, randomFrom } from './measure.js'

const menus = orcca.builtInMenus()
/** The options in the order in which the menus are compiled: a requirement lists them by their index. */
const allOptions = menus.data.menus.flatMap(({ strategies }) =>
  strategies
    .filter(({ status }) => status === 'active')
    .flatMap(({ id, options }) => options.map(({ sector, venue }) => ({ id: `${id}@${sector}@${venue}`, strategy: id }))),
)
const strategies = [...new Set(allOptions.map(({ strategy }) => strategy))]

/** All options with random priorities, the built-in requirements, and random goals, populations and pins on top. */
function randomProblem(seed: number): PlanProblem {
  const random = randomFrom(seed)
  const some = <T>(list: readonly T[], most: number): T[] =>
    [...list]
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, Math.floor(random() * (most + 1)))
      .map(({ item }) => item)
  const options = allOptions
    .map(({ id, strategy }, index) => ({ id, index, value: Math.round(random() * 1_000_000), group: strategies.indexOf(strategy) }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  const requirements = stages.planRequirements(
    {
      name: 'X',
      goals: some(menus.data.gaps, 4).map(({ id }) => ({ gap: id })),
      priorityPopulations: some(menus.data.settings.populations, 4).map(({ id }) => id),
    },
    some(
      allOptions.map(({ id }) => id),
      2,
    ),
    menus,
  )
  return {
    items: options.map(({ value, group }) => ({ value, group })),
    covers: requirements.map(({ atLeast, count, listed }) => ({
      need: atLeast,
      count: count === 'options' ? 'items' : 'groups',
      members: options.flatMap(({ index }, place) => (listed[index] === 1 ? [place] : [])),
    })),
    size: 5 + Math.floor(random() * 6),
    maxPerGroup: 2,
  }
}

/** The exact plan: the package's own search and HiGHS, a solver for integer programs, on the same problems. */
export async function solver(): Promise<void> {
  heading('The plan, exactly')
  const highs = await loadHighs()
  const ours: number[] = []
  const theirs: number[] = []
  let solved = 0
  let covers = 0
  for (let seed = 1; seed <= 200; seed += 1) {
    const problem = randomProblem(seed)
    covers += problem.covers.length
    let start = performance.now()
    const { items: chosen, proven } = stages.solve(problem)
    ours.push(performance.now() - start)

    // Writing the problem in HiGHS's format is not counted.
    const program = asLinearProgram(problem)
    start = performance.now()
    const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    theirs.push(performance.now() - start)

    const total = chosen?.reduce((sum, item) => sum + problem.items[item]!.value, 0) ?? null
    const best = Status === 'Optimal' ? Math.round(ObjectiveValue) : null
    if (total !== best) throw new Error(`Problem ${seed}: ${total} is not HiGHS's ${best}`)
    if (!proven) throw new Error(`Problem ${seed}: not proven`)
    if (chosen) solved += 1
  }
  const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0)
  const size = `${allOptions.length} options, ${(covers / 200).toFixed(0)} requirements on average`
  line(`equal totals on 200 problems (${size})`, `200 of 200 (${solved} with a plan)`)
  line('orcca, all and median', `${sum(ours).toFixed(0)} ms, ${median(ours).toFixed(3)} ms`)
  line('HiGHS, all and median', `${sum(theirs).toFixed(0)} ms, ${median(theirs).toFixed(3)} ms`)
  line(
    'HiGHS takes',
    `${(sum(theirs) / sum(ours)).toFixed(0)} times as long in all, ${(median(theirs) / median(ours)).toFixed(0)} in the median`,
  )
}
