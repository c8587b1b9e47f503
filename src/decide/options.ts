import * as z from 'zod'
import { describeValue, fromZod } from '../issues/from-zod.js'
import { type Issue, type Path, ProfileError } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import { compiledOf, isMenus, type MenuHandle } from '../menus/handle.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { withoutEval } from '../without-eval.js'
import { defaultWeights, type Weights } from './formulas.js'

/** A strategy, or one option of it: `strategy@sector@venue`. */
export type OptionOrStrategy<I extends Ids> = I['strategy'] | `${I['strategy']}@${string}@${string}`

/** The options of `recommend`. All may be left out. */
export interface RecommendOptions<I extends Ids = BuiltInIds> {
  /** Another menu set than the built-in one. */
  readonly menus?: MenuHandle
  /** Size of the plan, 1 to 30; it grows when the requirements take more. Default: the menus' (5). */
  readonly size?: number
  /** What impact and feasibility count in the priority; together 1. Default: 2/3 and 1/3. */
  readonly weights?: Weights
  /** Options (`strategy@sector@venue`) or strategies that the plan must hold. */
  readonly include?: readonly OptionOrStrategy<I>[]
  /** Options or strategies that the plan must not hold. */
  readonly exclude?: readonly OptionOrStrategy<I>[]
  /** At most so many options of one strategy, 1 to 10. Default: the menus' (2). */
  readonly maxPerStrategy?: number
}

/** The options with every default filled in. */
export interface Settled {
  readonly menus: Menus
  readonly size: number
  readonly weights: Weights
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly maxPerStrategy: number
}

const makeSchema = () =>
  z.strictObject({
    menus: z.unknown().optional(),
    size: z.int().min(1).max(30).optional(),
    weights: z.strictObject({ impact: z.number().min(0).max(1), feasibility: z.number().min(0).max(1) }).optional(),
    include: z.array(z.string()).optional(),
    exclude: z.array(z.string()).optional(),
    maxPerStrategy: z.int().min(1).max(10).optional(),
  })
let schema: ReturnType<typeof makeSchema> | undefined

export type SettledOptions =
  | { readonly success: true; readonly settled: Settled }
  | { readonly success: false; readonly issues: readonly Issue[] }

/**
 * The menu set of the options.
 * @throws ProfileError when the options are no group of keys, or `menus` is not what `compileMenus` or `defineMenus` makes.
 */
export function menusOf(options: RecommendOptions<Ids>): Menus {
  const refuse = (path: Path, expected: string, value: unknown): ProfileError =>
    new ProfileError([{ code: 'wrong-type', severity: 'error', path: ['options', ...path], expected, received: describeValue(value) }])
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw refuse([], 'a group of keys', options)
  const menus: unknown = options.menus
  if (menus === undefined) return builtInMenus()
  if (!isMenus(menus)) throw refuse(['menus'], 'a menu set', menus)
  return compiledOf(menus)
}

/** Checks the options and fills in the defaults. Problems: sizes out of range, weights that do not add up to 1, unknown ids. */
export function settleOptions(options: RecommendOptions<Ids>, menus: Menus): SettledOptions {
  if (Object.keys(options).every((key) => key === 'menus')) {
    return {
      success: true,
      settled: {
        menus,
        size: menus.plan.size,
        weights: defaultWeights,
        include: [],
        exclude: [],
        maxPerStrategy: menus.plan.maxPerStrategy,
      },
    }
  }
  schema ??= withoutEval(makeSchema)
  const parsed = schema.safeParse(options)
  const issues = parsed.success ? checkOptions(options, menus) : fromZod(parsed.error.issues, options, schema, () => 'value')
  if (issues.length > 0) return { success: false, issues: issues.map((issue) => ({ ...issue, path: ['options', ...issue.path] })) }
  return {
    success: true,
    settled: {
      menus,
      size: options.size ?? menus.plan.size,
      weights: options.weights ? { ...options.weights } : defaultWeights,
      include: [...new Set(options.include)],
      exclude: [...new Set(options.exclude)],
      maxPerStrategy: options.maxPerStrategy ?? menus.plan.maxPerStrategy,
    },
  }
}

function checkOptions({ include = [], exclude = [], weights }: RecommendOptions<Ids>, menus: Menus): Issue[] {
  const known = [...menus.strategies.keys(), ...menus.optionById.keys()]
  const issues: Issue[] = []
  for (const [key, ids] of [
    ['include', include],
    ['exclude', exclude],
  ] as const) {
    ids.forEach((id, index) => {
      if (menus.strategies.has(id) || menus.optionById.has(id)) return
      issues.push({
        code: 'unknown-id',
        severity: 'error',
        path: [key, index],
        kind: 'strategy or option',
        id,
        suggestion: suggest(id, known),
        allowed: [],
      })
    })
  }
  include.forEach((id, index) => {
    const strategy = menus.optionById.get(id)?.strategy.id
    const clash = exclude.find((other) => other === id || other === strategy)
    if (clash === undefined) return
    issues.push({
      code: 'conflict',
      severity: 'error',
      path: ['include', index],
      what: `'${id}' is pinned but '${clash}' is ruled out`,
      why: 'A plan cannot both include and leave out an option.',
      fix: 'Remove it from one of the two lists.',
    })
  })
  if (weights && Math.abs(weights.impact + weights.feasibility - 1) > 1e-9) {
    issues.push({
      code: 'conflict',
      severity: 'error',
      path: ['weights'],
      what: `the weights add up to ${weights.impact + weights.feasibility}`,
      why: 'Priority is a weighted geometric mean: its weights must add up to 1.',
      fix: 'Write, for example, { impact: 0.6, feasibility: 0.4 }.',
    })
  }
  return issues
}
