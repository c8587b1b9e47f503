import { round4 } from '../numbers.js'
import { findAny, type Problem, type Solution, solve } from '../solver/solve.js'
import type { PlanRequirement } from './requirements.js'
import type { ScoredOption } from './score.js'

export interface PlanInput {
  /** Scored options in the order of the ranking. */
  readonly ranking: readonly ScoredOption[]
  readonly requirements: readonly PlanRequirement[]
  readonly size: number
  readonly maxPerStrategy: number
  /** Ids of options and strategies that must not be chosen. */
  readonly exclude: readonly string[]
  /** The work that the search may take, in steps of the solver. */
  readonly steps?: number
}

/** What takes the place of a chosen option, and what that costs in priority. */
export interface Replacement {
  readonly in: readonly ScoredOption[]
  readonly out: readonly ScoredOption[]
  readonly cost: number
}

export interface ChosenPlan {
  readonly chosen: readonly ScoredOption[]
  /** By the order of `chosen`. */
  readonly otherwise: readonly (Replacement | null)[]
  /** Requirements that no plan can meet, each with the options that would count for it. */
  readonly unmet: readonly PlanRequirement[]
  readonly total: number
  /** Whether it is certain that no other plan is better, smaller, or meets more requirements; false where the search was too long. */
  readonly proven: boolean
}

type BestPlan = Omit<ChosenPlan, 'otherwise'>

/**
 * Chooses the options with the largest total expected priority that meet every requirement. The plan has `size` options, or as many more
 * as it takes to meet all requirements. A requirement that cannot be met (alone, or together with those before it) is left out and named.
 */
export function choosePlan(input: PlanInput): ChosenPlan {
  const { candidates, kept, work, plan } = searchPlan(input)
  const { chosen, total } = plan
  return {
    ...plan,
    otherwise: chosen.map((option, index) =>
      replace(option, chosen, candidates, kept, input.maxPerStrategy, total, (problem) =>
        work(solve, problem, 1 / (chosen.length - index)),
      ),
    ),
  }
}

/** Chooses the same plan, without working out what takes the place of each option. */
export const bestPlan = (input: PlanInput): BestPlan => searchPlan(input).plan

function searchPlan(input: PlanInput) {
  const excluded = new Set(input.exclude)
  const candidates = input.ranking.filter(({ option }) => !excluded.has(option.id) && !excluded.has(option.strategy.id))
  const problemOf = problemBuilder(candidates, input.maxPerStrategy)
  const work = workWithin(input.steps ?? stepsPerPlan)
  const asAsked = work(solve, problemOf(input.requirements, input.size), 1 / 3)
  const { kept, dropped, indices, proven } = asAsked.items
    ? { kept: input.requirements, dropped: [], indices: asAsked.items, proven: asAsked.proven }
    : largerPlan(input.requirements, problemOf, input.size, work)
  const chosen = indices.map((index) => candidates[index]!)
  const plan: BestPlan = { chosen, unmet: dropped, total: sum(chosen), proven }
  return { candidates, kept, work, plan }
}

/** Sum of the expected priorities, to 4 decimals. */
export const sum = (options: readonly ScoredOption[]): number => round4(options.reduce((total, { expected }) => total + expected, 0))

/** The work that one plan may take, in steps of the solver: most plans take less than a hundredth. */
const stepsPerPlan = 20_000_000

/** Solves a problem with a part of the work that is left. */
type Work = (run: typeof solve, problem: Problem, part: number) => Solution

function workWithin(steps: number): Work {
  let left = steps
  return (run, problem, part) => {
    const solution = run(problem, Math.floor(left * part))
    left -= solution.steps
    return solution
  }
}

type ProblemOf = (requirements: readonly PlanRequirement[], size: number) => Problem

function problemBuilder(candidates: readonly ScoredOption[], maxPerGroup: number): ProblemOf {
  const groups = new Map<string, number>()
  const items = candidates.map(({ option, expected }) => {
    if (!groups.has(option.strategy.id)) groups.set(option.strategy.id, groups.size)
    return { value: Math.round(expected * 10_000), group: groups.get(option.strategy.id)! }
  })
  const members = new Map<PlanRequirement, number[]>()
  const membersOf = (requirement: PlanRequirement): number[] => {
    const known = members.get(requirement)
    if (known) return known
    const found: number[] = []
    for (let index = 0; index < candidates.length; index += 1)
      if (requirement.listed[candidates[index]!.option.index] === 1) found.push(index)
    members.set(requirement, found)
    return found
  }
  // More than all strategies at their limit cannot be chosen.
  const inGroup = new Array<number>(groups.size).fill(0)
  for (const { group } of items) inGroup[group]! += 1
  const most = inGroup.reduce((total, number) => total + Math.min(maxPerGroup, number), 0)
  return (requirements, size) => ({
    items,
    covers: requirements.map((requirement) => ({
      need: requirement.atLeast,
      count: requirement.count === 'options' ? 'items' : 'groups',
      members: membersOf(requirement),
    })),
    size: Math.min(size, most),
    maxPerGroup,
  })
}

const roomFor = (requirements: readonly PlanRequirement[], size: number): number =>
  Math.max(
    size,
    requirements.reduce((total, { atLeast }) => total + atLeast, 0),
  )

interface Met {
  readonly kept: readonly PlanRequirement[]
  readonly dropped: readonly PlanRequirement[]
  /** A plan that meets those kept, of the size that they may need at most. */
  readonly witness: readonly number[]
  readonly proven: boolean
}

/**
 * Splits requirements into those that one plan can meet together and those that it cannot; the earlier one wins. A requirement for which
 * no plan was found counts as one that cannot be met, even where that is not proven: what is kept can be met for certain.
 */
function meetable(requirements: readonly PlanRequirement[], problemOf: ProblemOf, size: number, work: Work): Met {
  const meet = (some: readonly PlanRequirement[], part: number) => work(findAny, problemOf(some, roomFor(some, size)), part)
  const all = meet(requirements, 1 / 4)
  if (all.items) return { kept: requirements, dropped: [], witness: all.items, proven: true }
  const kept: PlanRequirement[] = []
  const dropped: PlanRequirement[] = []
  let witness = meet([], 1 / 4).items ?? []
  let proven = true
  for (const requirement of requirements) {
    const found = meet([...kept, requirement], 1 / 10)
    if (found.items) {
      kept.push(requirement)
      witness = found.items
    } else {
      dropped.push(requirement)
      proven &&= found.proven
    }
  }
  return { kept, dropped, witness, proven }
}

/**
 * The plan of the smallest size, from `size` up, that meets all requirements that can be met. What some number of options can meet a larger
 * number can meet too, so the size is found by growing in larger and larger strides, then halving what lies between.
 */
function largerPlan(
  requirements: readonly PlanRequirement[],
  problemOf: ProblemOf,
  size: number,
  work: Work,
): Omit<Met, 'witness'> & { indices: readonly number[] } {
  const { kept, dropped, witness, proven } = meetable(requirements, problemOf, size, work)
  let indices = witness
  let least = size
  let most = roomFor(kept, size)
  let isSmallest = true
  let found = false
  for (let stride = 0; least < most; stride = found ? stride : 2 * stride + 1) {
    const tried = found ? (least + most) >> 1 : Math.min(least + stride, most - 1)
    const any = work(findAny, problemOf(kept, tried), 1 / 8)
    if (any.items) {
      found = true
      most = tried
      indices = any.items
    } else {
      least = tried + 1
      isSmallest = any.proven
    }
  }
  const best = work(solve, problemOf(kept, most), 1 / 2)
  return { kept, dropped, indices: best.items ?? indices, proven: proven && isSmallest && best.proven }
}

/**
 * Finds what takes a chosen option's place if it turns out impossible: the best single option with which the rest of the plan still meets
 * every requirement and which does not hang on the same unconfirmed gate; where there is none, the best plan without the option.
 */
function replace(
  leaving: ScoredOption,
  chosen: readonly ScoredOption[],
  candidates: readonly ScoredOption[],
  asked: readonly PlanRequirement[],
  maxPerStrategy: number,
  total: number,
  solveWithin: (problem: Problem) => Solution,
): Replacement | null {
  // The pin of an option goes with it: what comes in its place may then be worth more, and the cost is below zero.
  const requirements = asked.filter((requirement) => !(requirement.kind === 'pin' && requirement.of === leaving.option.id))
  const gates = leaving.passage.waitsFor
  const rest = chosen.filter((option) => option !== leaving)
  const open = requirements.filter((requirement) => counted(requirement, rest).length < requirement.atLeast)
  const allowed = (option: ScoredOption): boolean =>
    option !== leaving && (rest.includes(option) || gates.length === 0 || !option.passage.waitsFor.some((gate) => gates.includes(gate)))
  const substitute = candidates.find(
    (option) =>
      open.every((requirement) => requirement.listed[option.option.index] === 1) &&
      open.every((requirement) => counted(requirement, [...rest, option]).length >= requirement.atLeast) &&
      !rest.includes(option) &&
      rest.filter((other) => other.option.strategy === option.option.strategy).length < maxPerStrategy &&
      allowed(option),
  )
  if (substitute) return { in: [substitute], out: [leaving], cost: round4Signed(leaving.expected - substitute.expected) }

  const others = candidates.filter(allowed)
  const { items: indices } = solveWithin(problemBuilder(others, maxPerStrategy)(requirements, chosen.length))
  if (!indices || indices.length < chosen.length) return null
  const instead = indices.map((index) => others[index]!)
  return {
    in: instead.filter((option) => !chosen.includes(option)),
    out: chosen.filter((option) => !instead.includes(option)),
    cost: round4Signed(total - sum(instead)),
  }
}

/** The options that count for a requirement; of a requirement on strategies one of each. */
function counted({ listed, count }: PlanRequirement, options: readonly ScoredOption[]): readonly ScoredOption[] {
  const counting = options.filter(({ option }) => listed[option.index] === 1)
  return count === 'options'
    ? counting
    : counting.filter(({ option }, index) => counting.findIndex((other) => other.option.strategy === option.strategy) === index)
}

const round4Signed = (value: number): number => (value < 0 ? -round4(-value) : round4(value))
