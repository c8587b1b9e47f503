import type * as z from 'zod'
import { missing, unknownId, unknownKey, wrongType } from './build.js'
import type { Issue, OwnProblem, Path, Problem } from './issue.js'

type ZodIssue = z.core.$ZodIssue

interface Def {
  readonly type: string
  readonly shape?: Record<string, z.core.$ZodType>
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly valueType?: z.core.$ZodType
}
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def

/** The schemas that a path leads to: several, where there is a union on the way. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  let reached = unwrap(schema)
  for (const key of path) {
    reached = reached
      .flatMap((each) => {
        const def = defOf(each)
        const next = typeof key === 'number' ? def.element : def.shape && Object.hasOwn(def.shape, key) ? def.shape[key] : def.valueType
        return next ? [next] : []
      })
      .flatMap(unwrap)
  }
  return reached
}

/** The keys that a schema allows at a path; what an unknown key is compared with. */
const keysAt = (schema: z.core.$ZodType, path: Path): string[] => [
  ...new Set(schemasAt(schema, path).flatMap((each) => Object.keys(defOf(each).shape ?? {}))),
]

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const def = defOf(schema)
  if (def.innerType) return unwrap(def.innerType)
  if (def.options) return def.options.flatMap(unwrap)
  return [schema]
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
const typeNames: Record<string, string> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  int: 'a whole number',
  boolean: 'true or false',
  string: 'text',
  number: 'a number',
  nan: 'a number',
}
const typeName = (type: string): string => typeNames[type] ?? article(type)

/** Says briefly what a value is. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'empty text' : `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'a number that is not finite'
  if (typeof value === 'boolean') return `${value}`
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group of keys' : article(typeof value)
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  )

/** What to tell someone who put a key where it does not belong. */
export type KeyNote = (path: Path, key: string) => { readonly suggestion?: string; readonly note?: string } | undefined

/** Turns the issues that zod found into ours: every one, with its path, 'did you mean', range and unit. */
export function fromZod(
  zodIssues: readonly ZodIssue[],
  root: unknown,
  schema: z.core.$ZodType,
  kindAt: (path: Path) => string,
  keyNote: KeyNote = () => undefined,
): Issue[] {
  return zodIssues.flatMap((issue) => convert(issue, [], root, schema, kindAt, keyNote))
}

function convert(
  issue: ZodIssue,
  prefix: Path,
  root: unknown,
  schema: z.core.$ZodType,
  kindAt: (path: Path) => string,
  keyNote: KeyNote,
): Issue[] {
  const path: Path = [...prefix, ...(issue.path as (string | number)[])]
  const given = valueAt(root, path)
  const key = path.at(-1)
  const error = (problem: Problem, at: Path = path): Issue[] => [{ ...problem, severity: 'error', path: at }]
  const badForm = (expected: string): Issue[] => error({ code: 'bad-form', received: describeValue(given), expected })
  /** A key without a value is missing from the group around it. */
  const wrong = (problem: Problem, expected: string): Issue[] =>
    given === undefined && typeof key === 'string' ? error(missing(key, expected), path.slice(0, -1)) : error(problem)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((unknown) => {
        const { suggestion, note } = keyNote(path, unknown) ?? {}
        const problem = unknownKey(unknown, note === undefined ? keysAt(schema, path) : [], note)
        return error(suggestion === undefined ? problem : { ...problem, suggestion }, [...path, unknown])
      })
    case 'invalid_type': {
      const expected = typeName(issue.expected)
      return wrong(wrongType(expected, describeValue(given)), expected)
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const listed = allowed.length > 12 ? `the id of a ${kindAt(path)}` : `one of ${allowed.join(', ')}`
      return wrong(
        typeof given === 'string' ? unknownId({ kind: kindAt(path) }, given, allowed) : wrongType(listed, describeValue(given)),
        listed,
      )
    }
    case 'too_small':
    case 'too_big': {
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
      if (issue.origin === 'number' || issue.origin === 'int') {
        const { min = null, max = null } = boundsAt(schema, path)
        return error({
          code: 'out-of-range',
          value: given as number,
          min: min ?? (issue.code === 'too_small' ? limit : null),
          max: max ?? (issue.code === 'too_big' ? limit : null),
          unit: null,
        })
      }
      return badForm(`at ${issue.code === 'too_small' ? 'least' : 'most'} ${limit} ${issue.origin === 'string' ? 'characters' : 'entries'}`)
    }
    case 'not_multiple_of':
      return badForm(`a multiple of ${issue.divisor}`)
    case 'invalid_format':
      return badForm(issue.format === 'date' ? 'a day that exists, written year-month-day' : issue.message)
    case 'invalid_union':
      return convertUnion(issue, path, given, root, schema, kindAt, keyNote)
    case 'custom': {
      // A schema that checks by hand brings its own problem.
      const own = (issue.params as Partial<OwnProblem> | undefined)?.problem
      return own ? error(own) : badForm(issue.message)
    }
    default:
      return badForm(issue.message)
  }
}

/** Converts the issues of the branch of a union that the writer meant: the one that fits the kind of value given. */
function convertUnion(
  issue: ZodIssue & { code: 'invalid_union' },
  path: Path,
  given: unknown,
  root: unknown,
  schema: z.core.$ZodType,
  kindAt: (path: Path) => string,
  keyNote: KeyNote,
): Issue[] {
  const meant = issue.errors.find(
    (branch) =>
      branch.length > 0 &&
      !branch.some(
        ({ code, path: at }) => at.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && typeof given !== 'string')),
      ),
  )
  const textBranch = issue.errors.find((branch) => branch.some(({ code }) => code === 'invalid_value'))
  const chosen = meant ?? (typeof given === 'string' && issue.errors.length === 1 ? textBranch : undefined)
  const isWithheldOnly = chosen?.every((part) => part.code === 'invalid_value' && part.values.length === 1)
  if (chosen && !isWithheldOnly) return chosen.flatMap((part) => convert(part, path, root, schema, kindAt, keyNote))
  const expected = issue.errors
    .flat()
    .filter(({ path: at }) => at.length === 0)
    .map((part) =>
      part.code === 'invalid_type'
        ? typeName(part.expected)
        : part.code === 'invalid_value'
          ? part.values.map((value) => `'${String(value)}'`).join(', ')
          : '',
    )
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    // The plain value first: most people mean it.
    .sort((a, b) => Number(a === typeNames.object) - Number(b === typeNames.object))
  if (typeof given === 'string' && expected.includes(typeNames.boolean!) && /^(yes|no|on|off)$/i.test(given)) {
    const meant = /^(yes|on)$/i.test(given) ? 'true' : 'false'
    return [
      { code: 'bad-form', received: `'${given}'`, expected: `${meant} (in YAML, yes and no are plain text)`, severity: 'error', path },
    ]
  }
  return [
    {
      code: 'wrong-type',
      expected: expected.join(' or ') || 'another kind of value',
      received: describeValue(given),
      severity: 'error',
      path,
    },
  ]
}

/** The range that a schema states for a number at a path. */
const boundsAt = (schema: z.core.$ZodType, path: Path): { min?: number | null; max?: number | null } =>
  schemasAt(schema, path)
    .map((each) => ({ min: (each as z.ZodNumber).minValue, max: (each as z.ZodNumber).maxValue }))
    .find(({ min, max }) => Number.isFinite(min) || Number.isFinite(max)) ?? {}
