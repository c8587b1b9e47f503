import { describeValue } from '../issues/from-zod.js'
import type { Path, Problem } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import type { Leaf } from '../menus/schema.js'

/** The operators of json-rules-engine that a comparison may use. */
export const operators = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
] as const

const groups = ['all', 'any', 'not'] as const
const leafKeys = ['fact', 'operator', 'value'] as const satisfies readonly (keyof Leaf)[]

/** Deeper nesting than this is a slip of the brackets, and no sentence could be read. */
const deepest = 8

interface Found {
  readonly path: Path
  readonly problem: Problem
}
type Group = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

/**
 * What is wrong with the shape of a condition, each with its exact place. A schema of alternatives would only say that none of them fits; here
 * the keys that stand there tell which form the author meant.
 */
export function conditionProblems(condition: unknown): Found[] {
  if (isGroup(condition) && 'fact' in condition && !groups.some((key) => key in condition)) {
    return [
      {
        path: [],
        problem: {
          code: 'conflict',
          what: 'a comparison stands alone',
          why: 'json-rules-engine takes a group at the top: exactly one of all, any or not.',
          fix: "Put it into a list under 'all:'.",
        },
      },
    ]
  }
  return problemsIn(condition, 1)
}

function problemsIn(condition: unknown, depth: number): Found[] {
  if (!isGroup(condition)) {
    return [
      {
        path: [],
        problem: {
          code: 'wrong-type',
          expected: depth === 1 ? 'a group: all, any or not' : 'a comparison (fact, operator, value) or a group (all, any, not)',
          received: describeValue(condition),
        },
      },
    ]
  }
  if (depth > deepest) {
    return [
      {
        path: [],
        problem: {
          code: 'conflict',
          what: `the condition is nested more than ${deepest} levels deep`,
          why: 'Nobody can read it, and brackets slip.',
          fix: 'Split it into two rules.',
        },
      },
    ]
  }
  const present = groups.filter((key) => key in condition)
  const [group] = present
  if (group === undefined) return leafProblems(condition, depth)
  const others = Object.keys(condition).filter((key) => key !== group)
  if (others.length > 0) {
    return [...groupProblems(group, condition[group], depth), ...others.map((key): Found => besideGroup(group, key))]
  }
  return groupProblems(group, condition[group], depth)
}

function besideGroup(group: string, key: string): Found {
  const isKnown = (groups as readonly string[]).includes(key) || (leafKeys as readonly string[]).includes(key)
  if (!isKnown) return { path: [key], problem: { code: 'unknown-key', key, suggestion: suggest(key, [...groups, ...leafKeys]) } }
  return {
    path: [key],
    problem: {
      code: 'conflict',
      what: `'${key}' stands beside '${group}'`,
      why: 'json-rules-engine reads one of them and ignores the other in silence.',
      fix: `Keep exactly one here; put the other into a list under it.`,
    },
  }
}

function groupProblems(group: (typeof groups)[number], inner: unknown, depth: number): Found[] {
  const under = (found: readonly Found[], ...prefix: (string | number)[]): Found[] =>
    found.map(({ path, problem }) => ({ path: [...prefix, ...path], problem }))
  if (group === 'not') {
    if (Array.isArray(inner)) {
      return [
        {
          path: [group],
          problem: {
            code: 'conflict',
            what: "'not' holds a list",
            why: 'It turns exactly one comparison or group around.',
            fix: "Write the group under it: 'not: { any: [...] }'.",
          },
        },
      ]
    }
    return under(problemsIn(inner, depth + 1), group)
  }
  if (!Array.isArray(inner))
    return [{ path: [group], problem: { code: 'wrong-type', expected: 'a list of comparisons', received: describeValue(inner) } }]
  if (inner.length === 0) {
    return [
      {
        path: [group],
        problem: {
          code: 'conflict',
          what: `'${group}' is empty`,
          why: 'An empty group holds always: it would fire everywhere.',
          fix: 'Add a comparison, or remove the group.',
        },
      },
    ]
  }
  return inner.flatMap((part, index) => under(problemsIn(part, depth + 1), group, index))
}

function leafProblems(leaf: Group, depth: number): Found[] {
  const unknown = Object.keys(leaf).filter((key) => !(leafKeys as readonly string[]).includes(key))
  const found = unknown.map((key): Found => {
    const note =
      key === 'path'
        ? 'Facts are plain values here: there is no path into them.'
        : key === 'params'
          ? 'Facts take no parameters here.'
          : undefined
    return {
      path: [key],
      problem: {
        code: 'unknown-key',
        key,
        suggestion: note ? null : suggest(key, depth === 1 ? groups : [...leafKeys, ...groups]),
        ...(note ? { note } : {}),
      },
    }
  })
  // With no key of a comparison, the misspelt group says it all.
  if (depth === 1 || !leafKeys.some((key) => key in leaf)) {
    if (found.length > 0) return found
    return [
      {
        path: [],
        problem: {
          code: 'missing-key',
          key: depth === 1 ? 'all' : 'fact',
          expected: depth === 1 ? 'exactly one of all, any and not' : 'a comparison (fact, operator, value) or a group',
        },
      },
    ]
  }
  const missing = leafKeys.filter((key) => leaf[key] === undefined || leaf[key] === null)
  found.push(...missing.map((key): Found => ({ path: [], problem: { code: 'missing-key', key, expected: expectedOf[key] } })))
  const { fact, operator, value } = leaf
  if (!missing.includes('fact') && typeof fact !== 'string')
    found.push({ path: ['fact'], problem: { code: 'wrong-type', expected: expectedOf.fact, received: describeValue(fact) } })
  if (!missing.includes('operator') && !(operators as readonly unknown[]).includes(operator)) {
    found.push({
      path: ['operator'],
      problem:
        typeof operator === 'string'
          ? {
              code: 'unknown-id',
              kind: 'operator',
              id: operator,
              suggestion: operatorMeant[operator] ?? suggest(operator, operators) ?? sameLetters(operator),
              allowed: operators,
            }
          : { code: 'wrong-type', expected: expectedOf.operator, received: describeValue(operator) },
    })
  }
  if (!missing.includes('value')) found.push(...valueProblems(value))
  return found
}

const expectedOf = {
  fact: 'the id of a fact or indicator',
  operator: `one of ${operators.join(', ')}`,
  value: 'a number, true or false, an answer, or a list of answers',
} as const

/** What people write who know other languages. */
const operatorMeant: Readonly<Record<string, (typeof operators)[number]>> = {
  '=': 'equal',
  '==': 'equal',
  is: 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
}
const sameLetters = (given: string): string | null =>
  operators.find((operator) => operator.toLowerCase() === given.toLowerCase().replaceAll(/[\s_-]+/g, '')) ?? null

function valueProblems(value: unknown): Found[] {
  if (isScalar(value)) return []
  if (!Array.isArray(value))
    return [{ path: ['value'], problem: { code: 'wrong-type', expected: expectedOf.value, received: describeValue(value) } }]
  if (value.length === 0)
    return [
      {
        path: ['value'],
        problem: { code: 'conflict', what: 'the list of values is empty', why: 'Nothing is in an empty list.', fix: 'Add the values.' },
      },
    ]
  return value.flatMap((each, index): Found[] =>
    isScalar(each)
      ? []
      : [
          {
            path: ['value', index],
            problem: { code: 'wrong-type', expected: 'a number, true or false, or an answer', received: describeValue(each) },
          },
        ],
  )
}
