import { type LogicEngine as Interpreter, LogicEngine } from 'json-logic-engine'
import type { Condition } from '../src/stages.js'
import { orcca, stages, toEngine } from './built.js'
import { heading, line, millisecondsOf, millisecondsOfAsync, randomFrom } from './measure.js'

type Value = number | boolean | string

/** The truth of a condition that holds: the order of verdicts is 0 not met, 1 unknown, 2 met. */
const met = 2

const menus = orcca.builtInMenus()
const conditions = [...menus.data.gates, ...menus.data.rules]

/** Facts in which everything is known: only then do all engines mean the same. */
function knownFacts(random: () => number): Map<string, Value> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const facts = new Map<string, Value>()
  for (const { id, range } of menus.data.indicators) facts.set(id, Math.round(range.min + (range.max - range.min) * random()))
  for (const { id, type, values, range } of menus.data.facts)
    facts.set(id, type === 'boolean' ? random() < 0.5 : type === 'choice' ? pick(values!) : pick([range?.min ?? 0, range?.max ?? 1]))
  return facts
}

/** The same condition in JsonLogic. */
function inJsonLogic(condition: Condition): unknown {
  if ('all' in condition) return { and: condition.all.map(inJsonLogic) }
  if ('any' in condition) return { or: condition.any.map(inJsonLogic) }
  if ('not' in condition) return { '!': [inJsonLogic(condition.not)] }
  const fact = { var: condition.fact }
  const { operator, value } = condition
  switch (operator) {
    case 'equal':
      return { '===': [fact, value] }
    case 'notEqual':
      return { '!==': [fact, value] }
    case 'lessThan':
      return { '<': [fact, value] }
    case 'lessThanInclusive':
      return { '<=': [fact, value] }
    case 'greaterThan':
      return { '>': [fact, value] }
    case 'greaterThanInclusive':
      return { '>=': [fact, value] }
    case 'in':
      return { in: [fact, value] }
    case 'notIn':
      return { '!': [{ in: [fact, value] }] }
    default:
      return operator satisfies never
  }
}

const ours = (facts: Map<string, Value>): string[] => {
  const { gates, rules } = stages.evaluateRules(facts, menus)
  return [...gates, ...rules].flatMap((truth, index) => (truth === met ? [conditions[index]!.id] : []))
}

const engines = async (engine: ReturnType<typeof toEngine>, facts: Record<string, Value>): Promise<string[]> =>
  (await engine.run(facts)).results.map(({ name }) => name)

const interpreted = (engine: Interpreter, logic: readonly unknown[], facts: Record<string, Value>): string[] =>
  logic.flatMap((condition, index) => (engine.run(condition, facts) ? [conditions[index]!.id] : []))

function same(what: string, number: number, theirs: readonly string[], expected: readonly string[]): void {
  if ([...theirs].sort().join() !== [...expected].sort().join()) throw new Error(`${what} decides otherwise on facts ${number}`)
}

/** Evaluating the built-in gates and rules: closures, json-rules-engine, and json-logic-engine's interpreter. */
export async function rules(): Promise<void> {
  heading(`Gates and rules (${conditions.length}) on known facts`)
  const random = randomFrom(1)
  const known = Array.from({ length: 200 }, () => knownFacts(random))
  const plain = known.map((facts) => Object.fromEntries(facts))
  // Its optimizer is off: the interpreter is what is compared, as in the closures nothing is cached between runs.
  const interpreter = new LogicEngine(undefined, { disableInterpretedOptimization: true })
  const optimized = new LogicEngine()
  const logic = conditions.map((each) => inJsonLogic(each.conditions))
  const reused = toEngine(menus)

  for (const [index, facts] of known.entries()) {
    const expected = ours(facts)
    same('json-rules-engine', index, await engines(toEngine(menus), plain[index]!), expected)
    same('json-rules-engine, reused', index, await engines(reused, plain[index]!), expected)
    same('json-logic-engine', index, interpreted(interpreter, logic, plain[index]!), expected)
    same('json-logic-engine, optimized', index, interpreted(optimized, logic, plain[index]!), expected)
  }
  line('equal verdicts on random facts, all engines', `${known.length} of ${known.length}`)

  const repeats = 20
  const perRun = (milliseconds: number, times = 1): number => (milliseconds * 1000) / known.length / times
  const mine = perRun(
    millisecondsOf(() => {
      for (let repeat = 0; repeat < repeats; repeat += 1) for (const facts of known) stages.evaluateRules(facts, menus)
    }),
    repeats,
  )
  const each = async (run: (facts: Record<string, Value>) => Promise<unknown>): Promise<number> =>
    perRun(
      await millisecondsOfAsync(async () => {
        for (const facts of plain) await run(facts)
      }, 3),
    )
  const interpret = (engine: Interpreter): number =>
    perRun(
      millisecondsOf(() => {
        for (const facts of plain) for (const condition of logic) engine.run(condition, facts)
      }),
    )
  const show = (what: string, microseconds: number): void =>
    line(what, `${microseconds.toFixed(1)} µs a run, ${(microseconds / mine).toFixed(1)} times the closures`)
  show('closures (evaluateRules, three-valued)', mine)
  show('json-rules-engine 7.3.1, one engine for each run, as it must be', await each((facts) => toEngine(menus).run(facts)))
  show('json-rules-engine 7.3.1, one engine reused, one run at a time', await each((facts) => reused.run(facts)))
  show("json-logic-engine's interpreter", interpret(interpreter))
  show('json-logic-engine, its interpreter with cached optimization', interpret(optimized))
}
