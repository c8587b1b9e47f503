import type { ZodType } from 'zod'
import { fromZod, type KeyNote } from '../issues/from-zod.js'
import { type Issue, type Path, ProfileError } from '../issues/issue.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { BuiltInIds } from '../vocabulary.js'
import { checkProfile } from './check.js'
import { type CommunityProfile, type Ids, schemaOf } from './schema.js'

/** Gives the strict schema of a profile for a menu set. */
export const profileSchema = (menus: MenuHandle = builtInMenus()): ZodType<CommunityProfile<Ids>> => schemaOf(compiledOf(menus))

export type ParsedProfile<I extends Ids = BuiltInIds> =
  | { readonly success: true; readonly profile: CommunityProfile<I>; readonly warnings: readonly Issue[] }
  | { readonly success: false; readonly issues: readonly Issue[] }

/**
 * Checks a profile against the menus without throwing.
 * @returns the profile and its warnings, or every problem that it has (errors first found, in the order of the data).
 */
export function safeParseProfile(input: unknown): ParsedProfile
export function safeParseProfile(input: unknown, menus: MenuHandle): ParsedProfile<Ids>
export function safeParseProfile(input: unknown, given: MenuHandle = builtInMenus()): ParsedProfile<Ids> {
  const menus = compiledOf(given)
  const schema = schemaOf(menus)
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const issues = fromZod(parsed.error.issues, input, schema, kindAt, misplacedKey(menus))
    const between = checkProfile(soundEntries(input, issues), menus)
    return { success: false, issues: [...issues.map((issue) => withUnit(issue, menus)), ...between] }
  }
  const issues = checkProfile(parsed.data, menus)
  return issues.some(({ severity }) => severity === 'error')
    ? { success: false, issues }
    : { success: true, profile: parsed.data, warnings: issues }
}

/**
 * Checks a profile against the menus.
 * @throws ProfileError with every problem, when there is one.
 */
export function parseProfile(input: unknown): CommunityProfile
export function parseProfile(input: unknown, menus: MenuHandle): CommunityProfile<Ids>
export function parseProfile(input: unknown, menus: MenuHandle = builtInMenus()): CommunityProfile<Ids> {
  const parsed = safeParseProfile(input, menus)
  if (!parsed.success) throw new ProfileError(parsed.issues)
  return parsed.profile
}

/** Keeps the entries that have a sound shape, at their own index: a broken entry does not hide what is wrong between the others. */
function soundEntries(input: unknown, issues: readonly Issue[]): CommunityProfile<Ids> {
  const sound = (key: 'landscape' | 'ratings'): never[] => {
    const entries: unknown = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : undefined
    const kept: never[] = []
    if (!Array.isArray(entries)) return kept
    const broken = new Set(issues.filter(({ path }) => path[0] === key).map(({ path }) => path[1]))
    entries.forEach((entry, index) => {
      if (!broken.has(index)) kept[index] = entry as never
    })
    return kept
  }
  return { name: '', landscape: sound('landscape'), ratings: sound('ratings') }
}

const kinds: Record<string, string> = {
  strategy: 'strategy',
  sector: 'sector',
  venue: 'venue',
  stage: 'stage',
  gap: 'service gap',
  priorityPopulations: 'high-risk population',
  specialPopulations: 'special population',
  context: 'answer',
}

const kindAt = (path: Path): string => {
  const last = path.findLast((key) => typeof key === 'string')
  return kinds[String(path[0] === 'context' ? 'context' : last)] ?? 'value'
}

/** Adds the unit of an indicator that is out of range: most such values are in another unit. */
const withUnit = (issue: Issue, menus: Menus): Issue =>
  issue.code === 'out-of-range' && issue.path[0] === 'indicators'
    ? { ...issue, unit: menus.indicators.get(String(issue.path[1]))?.unit ?? null }
    : issue

/** Tells where a misplaced key belongs: the same thing is never kept twice. */
const misplacedKey =
  (menus: Menus): KeyNote =>
  (path, key) => {
    if (path.length !== 1) return undefined
    const indicator = menus.indicators.get(key)
    if (path[0] === 'indicators' && indicator?.from) {
      return { note: `It is computed from the fact '${indicator.from.fact}': enter that under 'context' instead.` }
    }
    if (path[0] === 'indicators' && menus.facts.has(key)) return { note: `'${key}' is a fact: it belongs under 'context'.` }
    if (path[0] === 'context' && indicator && !indicator.from) return { note: `'${key}' is an indicator: it belongs under 'indicators'.` }
    return undefined
  }
