import { type Leaf, operators } from './condition.js'

/** What is expected at a place of a condition. */
export type Expected = 'group' | 'part' | 'parts' | 'fact' | 'operator' | 'value' | 'answer'

/** What is wrong with the shape of a condition, as data, with the path to it. */
export type ShapeFinding = { readonly path: readonly (string | number)[] } & (
  | { readonly code: 'wrong-type'; readonly expected: Expected; readonly given: unknown }
  | { readonly code: 'missing-key'; readonly key: string; readonly expected: Expected }
  /** `allowed`: the keys that may be there. */
  | { readonly code: 'unknown-key'; readonly key: string; readonly allowed: readonly string[] }
  | { readonly code: 'second-key'; readonly key: string; readonly group: string }
  /** `meant`: the operator that the same sign stands for in other languages. */
  | { readonly code: 'unknown-operator'; readonly operator: string; readonly meant: string | null }
  | { readonly code: 'bare-comparison' }
  | { readonly code: 'list-under-not' }
  | { readonly code: 'empty-group'; readonly group: string }
  | { readonly code: 'empty-values' }
  | { readonly code: 'too-deep'; readonly most: number }
)

const groups = ['all', 'any', 'not'] as const
const leafKeys = ['fact', 'operator', 'value'] as const satisfies readonly (keyof Leaf)[]

/** Deeper nesting than this is a slip of the brackets. */
const deepest = 8

type Group = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

/**
 * Finds what is wrong with the shape of a condition, each with its exact place. A schema of alternatives would only say that none of them
 * fits; the keys that are there tell which form the author meant.
 */
export function* shapeFindings(condition: unknown): Generator<ShapeFinding> {
  if (isGroup(condition) && 'fact' in condition && !groups.some((key) => key in condition)) yield { code: 'bare-comparison', path: [] }
  else yield* findingsIn(condition, [], 1)
}

function* findingsIn(condition: unknown, path: Path, depth: number): Generator<ShapeFinding> {
  if (!isGroup(condition)) yield { code: 'wrong-type', expected: depth === 1 ? 'group' : 'part', given: condition, path }
  else if (depth > deepest) yield { code: 'too-deep', most: deepest, path }
  else {
    const group = groups.find((key) => key in condition)
    if (group === undefined) return yield* leafFindings(condition, path, depth)
    yield* groupFindings(group, condition[group], [...path, group], depth)
    const allowed = [...groups, ...leafKeys]
    for (const key of Object.keys(condition)) {
      if (key === group) continue
      const at = [...path, key]
      yield allowed.some((each) => each === key)
        ? { code: 'second-key', key, group, path: at }
        : { code: 'unknown-key', key, allowed, path: at }
    }
  }
}

function* groupFindings(group: (typeof groups)[number], inner: unknown, path: Path, depth: number): Generator<ShapeFinding> {
  if (group === 'not') {
    if (Array.isArray(inner)) yield { code: 'list-under-not', path }
    else yield* findingsIn(inner, path, depth + 1)
  } else if (!Array.isArray(inner)) yield { code: 'wrong-type', expected: 'parts', given: inner, path }
  else if (inner.length === 0) yield { code: 'empty-group', group, path }
  else for (const [index, part] of inner.entries()) yield* findingsIn(part, [...path, index], depth + 1)
}

function* leafFindings(leaf: Group, path: Path, depth: number): Generator<ShapeFinding> {
  const isLeaf = depth > 1 && leafKeys.some((key) => key in leaf)
  const strange = Object.keys(leaf).filter((key) => !leafKeys.some((each) => each === key))
  const allowed = depth === 1 ? groups : [...leafKeys, ...groups]
  for (const key of strange) yield { code: 'unknown-key', key, allowed, path: [...path, key] }
  if (!isLeaf) {
    // Where no key of a comparison is there, the misspelt group says it all.
    if (strange.length === 0) yield { code: 'missing-key', ...(depth === 1 ? groupMissing : partMissing), path }
    return
  }
  for (const key of leafKeys) {
    const given = leaf[key]
    const at = [...path, key]
    if (given === undefined || given === null) yield { code: 'missing-key', key, expected: key, path }
    else if (key === 'value') yield* valueFindings(given, at)
    else if (typeof given !== 'string') yield { code: 'wrong-type', expected: key, given, path: at }
    else if (key === 'operator' && !operators.some((each) => each === given))
      yield { code: 'unknown-operator', operator: given, meant: operatorMeant(given), path: at }
  }
}

const groupMissing = { key: 'all', expected: 'group' } as const
const partMissing = { key: 'fact', expected: 'part' } as const

/** The operators under the signs of other languages. */
const signs: Readonly<Record<string, (typeof operators)[number]>> = {
  '=': 'equal',
  '==': 'equal',
  is: 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
}

function operatorMeant(given: string): string | null {
  if (Object.hasOwn(signs, given)) return signs[given]!
  const letters = given.toLowerCase().replaceAll(/[\s_-]+/g, '')
  return operators.find((operator) => operator.toLowerCase() === letters) ?? null
}

function* valueFindings(value: unknown, path: Path): Generator<ShapeFinding> {
  if (isScalar(value)) return
  if (!Array.isArray(value)) yield { code: 'wrong-type', expected: 'value', given: value, path }
  else if (value.length === 0) yield { code: 'empty-values', path }
  else
    for (const [index, given] of value.entries())
      if (!isScalar(given)) yield { code: 'wrong-type', expected: 'answer', given, path: [...path, index] }
}
