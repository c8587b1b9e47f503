import type { MenuData, PlanRules } from '../../menus/schema/index.js'
import { matches, type Selectable } from '../../menus/selector.js'
import { type Cover, findAny, type Problem } from '../../solver/solve.js'
import { type Check, each, type FileKey, placeIn } from './check.js'

const known = new WeakMap<MenuData, readonly Selectable[]>()

/** Lists every option of the menus, as a selector sees it. */
export function selectablesOf(data: MenuData): readonly Selectable[] {
  let options = known.get(data)
  if (!options) {
    options = data.menus.flatMap((menu) =>
      menu.strategies
        .filter(({ status }) => status === 'active')
        .flatMap(({ id: strategy, section, options }) =>
          options.map((option): Selectable => ({ ...option, menu: menu.id, section, strategy })),
        ),
    )
    known.set(data, options)
  }
  return options
}

type Requirement = PlanRules['requirements'][number]

/** Puts requirements of the menus as problems to solve. */
export function problemsOf(data: MenuData): {
  coverOf: (requirement: Requirement) => Cover
  problemOf: (covers: readonly Cover[]) => Problem
} {
  const { maxPerStrategy, size } = data.plan
  const options = selectablesOf(data)
  const strategies = [...new Set(options.map(({ strategy }) => strategy))]
  const items = options.map(({ strategy }) => ({ value: 1, group: strategies.indexOf(strategy) }))
  const most = strategies.reduce(
    (total, id) => total + Math.min(maxPerStrategy, options.filter(({ strategy }) => strategy === id).length),
    0,
  )
  return {
    coverOf: ({ atLeast, count, of }) => ({
      need: atLeast,
      count: count === 'options' ? 'items' : 'groups',
      members: options.flatMap((option, index) => (matches(of, option) ? [index] : [])),
    }),
    // A plan grows as far as the requirements may need.
    problemOf: (covers) => {
      const asked = Math.max(
        size,
        covers.reduce((total, { need }) => total + need, 0),
      )
      return { items, covers, size: Math.min(asked, most), maxPerGroup: maxPerStrategy }
    },
  }
}

export const requirementsCanBeMet: Check = {
  name: 'requirements-can-be-met',
  description: 'The options of the menus can meet every requirement, alone and all together.',
  wholeSet: true,
  *run(data) {
    const { requirements, maxPerStrategy } = data.plan
    const { coverOf, problemOf } = problemsOf(data)
    const canMeet = (covers: readonly Cover[]): boolean => {
      const found = findAny(problemOf(covers))
      // What is not known either way is reported by 'plan-can-be-proven'.
      return found.items !== null || !found.proven
    }
    if (canMeet(requirements.map(coverOf))) return
    let possible: Cover[] = []
    for (const { value, at } of each(requirements, placeIn<FileKey>('plan.yaml')('requirements'))) {
      const cover = coverOf(value)
      const fix = 'Ask for less, correct what it counts, or add options to the menus.'
      if (!canMeet([cover]))
        yield at().conflict(
          `no plan can meet '${value.id}'`,
          `The menus list ${cover.members.length} options that count for it, and a plan takes at most ${maxPerStrategy} of one strategy.`,
          fix,
        )
      else if (!canMeet([...possible, cover]))
        yield at().conflict(
          `no plan can meet '${value.id}' together with the requirements above it`,
          'Every plan would be incomplete, whatever the community is like.',
          fix,
        )
      else possible = [...possible, cover]
    }
  },
}
