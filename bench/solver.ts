import loadHighs from 'highs'
import type { PlanProblem } from '../src/index.js'
import { asLinearProgram } from '../tests/fixtures/optimum.js'
import { orcca } from './built.js'
import { heading, line, median, randomFrom } from './measure.js'

const menus = orcca.builtInMenus()

/** All options with random priorities, the built-in requirements, and random goals, populations and pins on top. */
function randomProblem(seed: number): PlanProblem {
  const random = randomFrom(seed)
  const some = <T>(list: readonly T[], most: number): T[] =>
    [...list]
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, Math.floor(random() * (most + 1)))
      .map(({ item }) => item)
  const strategies = [...menus.strategies.keys()]
  const options = menus.options
    .map((option) => ({ option, value: Math.round(random() * 1_000_000), group: strategies.indexOf(option.strategy.id) }))
    .sort((a, b) => b.value - a.value || (a.option.id < b.option.id ? -1 : 1))
  const requirements = orcca.planRequirements(
    {
      name: 'X',
      goals: some(menus.data.gaps, 4).map(({ id }) => ({ gap: id })),
      priorityPopulations: some(menus.data.settings.populations, 4).map(({ id }) => id),
    },
    some([...menus.optionById.keys()], 2),
    menus,
  )
  return {
    items: options.map(({ value, group }) => ({ value, group })),
    covers: requirements.map(({ atLeast, count, listed }) => ({
      need: atLeast,
      count: count === 'options' ? 'items' : 'groups',
      members: options.flatMap(({ option }, index) => (listed[option.index] === 1 ? [index] : [])),
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
    const { items: chosen, proven } = orcca.solve(problem)
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
  const size = `${menus.options.length} options, ${(covers / 200).toFixed(0)} requirements on average`
  line(`equal totals on 200 problems (${size})`, `200 of 200 (${solved} with a plan)`)
  line('orcca, all and median', `${sum(ours).toFixed(0)} ms, ${median(ours).toFixed(3)} ms`)
  line('HiGHS, all and median', `${sum(theirs).toFixed(0)} ms, ${median(theirs).toFixed(3)} ms`)
  line(
    'HiGHS takes',
    `${(sum(theirs) / sum(ours)).toFixed(0)} times as long in all, ${(median(theirs) / median(ours)).toFixed(0)} in the median`,
  )
}
