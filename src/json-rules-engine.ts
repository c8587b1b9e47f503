import { Engine, type RuleProperties } from 'json-rules-engine'
import { factsOf } from './conditions/condition.js'
import { copyOf, engineOptions } from './conditions/engine.js'
import { builtInMenus } from './menus/built-in.js'
import { compiledOf, type MenuHandle } from './menus/handle.js'
import type { Gate, Rule } from './menus/schema/index.js'
import { collectFacts } from './profile/facts.js'
import { parseProfile } from './profile/parse.js'
import type { CommunityProfile, Ids } from './profile/schema.js'

/** Facts as json-rules-engine takes them: a value by fact or indicator id. */
export type EngineFacts = Readonly<Record<string, number | boolean | string>>

/** The `params` of an event: which rule fired, what it does and why. */
export interface RuleEventParams {
  /** The id of the gate or rule; also the `name` of its result. */
  readonly rule: string
  readonly because: string
  readonly basis: 'evidence' | 'judgement'
  readonly sources: readonly string[]
  /** What a gate touches: the lists of its selector. */
  readonly touches?: Gate['event']['params']
  /** What a rule raises, lowers or warns of. */
  readonly effects?: Rule['event']['params']['effects']
}

/**
 * Makes a json-rules-engine `Engine` with the gates and rules of a menu set, for apps that run that engine. The event's `type` is that of
 * the gate (`exclude`, `confirm-first`, `drop-medication`) or `adjust`; its `params` are `RuleEventParams`. With every fact known it fires
 * exactly the rules that `recommend` applies.
 *
 * How it differs from `recommend`, whose rules know three answers (json-rules-engine 7.3.1 knows two):
 * - **A fact that is not known makes `run` reject** with `Undefined fact: ...`. Allowing undefined facts would be worse: a missing fact
 *   passes `notEqual`, `notIn` and `not`, so that a rule would fire on what nobody knows. Give every fact, or name those that are known in
 *   `known`: then the rules that read any other one are left out (`undecidedRules` lists them).
 * - **Make one engine for each run.** When runs of one engine overlap, it silently loses rules.
 * - Results come in the order in which they settle, not in that of the menus; `runRules` puts them in order.
 *
 * Facts are plain values: there is no `path` into them, and none is resolved.
 * @param known ids of the facts that every run will give; left out: all rules, and every fact must be given
 */
export function toEngine(menus: MenuHandle = builtInMenus(), known?: Iterable<string>): Engine {
  const settled = known && new Set(known)
  const rules = menus.data.gates.map(fromGate).concat(menus.data.rules.map(fromRule))
  return new Engine(
    rules.filter(({ conditions }) => !settled || factsOf(conditions as Rule['conditions']).every((fact) => settled.has(fact))),
    engineOptions,
  )
}

// The engine keeps what it is given, and an app's handler may write to it: it gets copies.
const head = ({ id, because, basis, sources, conditions }: Gate | Rule) => ({
  rule: { name: id, conditions: copyOf(conditions) },
  params: { rule: id, because, basis, sources: [...sources] },
})

function fromGate(gate: Gate): RuleProperties {
  const { rule, params } = head(gate)
  return {
    ...rule,
    event: { type: gate.event.type, params: { ...params, touches: structuredClone(gate.event.params) } satisfies RuleEventParams },
  }
}

function fromRule(given: Rule): RuleProperties {
  const { rule, params } = head(given)
  return {
    ...rule,
    event: {
      type: given.event.type,
      params: { ...params, effects: structuredClone(given.event.params.effects) } satisfies RuleEventParams,
    },
  }
}

/**
 * What a profile tells, as facts for an engine: indicators and context by id, and the indicators computed from a fact. What is missing or
 * suppressed is not in it.
 * @throws ProfileError when the profile has problems
 */
export function engineFacts(profile: CommunityProfile<Ids>, menus: MenuHandle = builtInMenus()): EngineFacts {
  return Object.fromEntries(collectFacts(parseProfile(profile, menus), menus).values)
}

/** The gates and rules that read a fact which is not known, each with those facts. */
export function undecidedRules(
  facts: EngineFacts,
  given: MenuHandle = builtInMenus(),
): { readonly rule: string; readonly missing: readonly string[] }[] {
  const menus = compiledOf(given)
  return [...menus.gates, ...menus.rules]
    .map(({ id, facts: read }) => ({ rule: id, missing: read.filter((fact) => !Object.hasOwn(facts, fact)) }))
    .filter(({ missing }) => missing.length > 0)
}

/** What a run of json-rules-engine gives. */
export interface RulesRun {
  /** Ids of the gates and rules that fire, in the order of the menus. */
  readonly fired: readonly string[]
  /** Gates and rules that were left out, since a fact that they read is not known. */
  readonly undecided: readonly { readonly rule: string; readonly missing: readonly string[] }[]
}

/** Runs the gates and rules whose facts are all known through json-rules-engine, in an engine of their own. */
export async function runRules(facts: EngineFacts, menus: MenuHandle = builtInMenus()): Promise<RulesRun> {
  const { results } = await toEngine(menus, Object.keys(facts)).run({ ...facts })
  const fired = new Set(results.map(({ name }) => name))
  const ids = [...menus.data.gates, ...menus.data.rules].map(({ id }) => id)
  return { fired: ids.filter((id) => fired.has(id)), undecided: undecidedRules(facts, menus) }
}
