import type { Confirmation } from '../decide/decision.js'
import { missingFacts, type Verdicts } from '../decide/gates.js'
import type { ScoredOption } from '../decide/score.js'
import type { CompiledGate, CompiledRule, Menus, Option } from '../menus/compile.js'
import type { Facts } from '../profile/facts.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { describeFact, factLabel } from './condition-sentence.js'
import { cite } from './numbers-in-words.js'
import { type FiredSet, firedSet } from './sources.js'

/** What the words on rules and gates are made from. */
export interface Circumstances {
  readonly profile: CommunityProfile<Ids>
  readonly facts: Facts
  readonly verdicts: Verdicts
}

/** The words on the rules that adjust an option. */
export interface RuleWords {
  /** A number for the set of rules that fired, the same in every community. */
  readonly fired: FiredSet
  readonly texts: readonly string[]
  /** What the undecided rules wait for. */
  readonly open: string
}

/** The words on the rules that adjust an option: the same for all options with the same adjustments. */
export function ruleNarrator({ facts, verdicts }: Circumstances, menus: Menus): (option: Option) => RuleWords {
  const fired = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'met' ? describeFired(rule, facts, menus) : ''))
  const open = menus.rules.map((rule) =>
    verdicts.rules[rule.index] === 'unknown' ? missingFacts(rule, facts.values).map((fact) => factLabel(fact, menus)) : [],
  )
  const known: RuleWords[] = []
  return ({ adjustmentSet, adjustments }) => {
    const words = known[adjustmentSet]
    if (words) return words
    const texts = new Map<CompiledRule, string>()
    const labels = new Set<string>()
    for (const { rule, on, by } of adjustments) {
      for (const label of open[rule.index]!) labels.add(label)
      if (verdicts.rules[rule.index] !== 'met') continue
      const before = texts.get(rule)
      texts.set(
        rule,
        `${before === undefined ? `${fired[rule.index]} It` : `${before} and`} ${by < 0 ? 'lowers' : 'raises'} ${on} by ${Math.abs(by) / 100}`,
      )
    }
    const made: RuleWords = {
      fired: firedSet([...texts.keys()], menus),
      texts: [...texts.values()].map((text) => `${text} (size: judgement).`),
      open: [...labels].join('; '),
    }
    known[adjustmentSet] = made
    return made
  }
}

const describeFired = (rule: CompiledRule, facts: Facts, menus: Menus): string =>
  `Rule ${rule.rule.id}: ${rule.facts.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}. ${rule.rule.because}${cite(rule.rule.sources)}`

/** What must be confirmed first: the same for all options with the same gates. */
export function confirmationNarrator(
  { facts, verdicts }: Circumstances,
  menus: Menus,
): (scored: ScoredOption) => readonly Confirmation<Ids>[] {
  const texts = menus.gates.map((gate) => (verdicts.gates[gate.index] === 'notMet' ? '' : describeConfirmation(gate, facts, menus)))
  const known: (readonly Confirmation<Ids>[])[] = []
  return ({ option: { gateSet }, passage }) => {
    known[gateSet] ??= passage.confirm.map(({ gate, facts: waiting }) => ({ gate: gate.gate.id, facts: waiting, text: texts[gate.index]! }))
    return known[gateSet]
  }
}

/** The warnings of rules that hold, and of undecided ones that are to be shown all the same. */
export function ruleWarnings(warnings: Option['warnings'], { rules, values }: Verdicts, menus: Menus): string[] {
  return warnings.flatMap(({ rule, text }) => {
    const verdict = rules[rule.index]
    if (verdict === 'met') return [`${text} (${rule.rule.because})`]
    if (verdict === 'notMet' || !rule.rule.warnWhenUnknown) return []
    const missing = missingFacts(rule, values).map((fact) => factLabel(fact, menus))
    return [`${text} (${rule.rule.because} Shown because it is not known: ${missing.join(', ')}.)`]
  })
}

/** Cautions of the strategy, warnings of rules, laws to recheck, medications taken off, raters left out. */
export function warningNarrator(
  { verdicts, profile }: Circumstances,
  menus: Menus,
): (scored: ScoredOption, cautions: readonly string[]) => readonly string[] {
  const rechecks = menus.gates.map(({ gate }) => describeRecheck(gate, profile))
  const known: (readonly string[])[] = []
  const make = ({ option, passage }: ScoredOption, cautions: readonly string[]): readonly string[] => [
    ...cautions,
    ...ruleWarnings(option.warnings, verdicts, menus),
    ...option.gates.flatMap(({ index }) => rechecks[index] || []),
    ...passage.dropped.map(({ gate }) => `Without ${gate.event.params.medications?.join(', ')}: ${gate.because}`),
  ]
  return (scored, cautions) => {
    known[scored.option.warningSet] ??= make(scored, cautions)
    const warnings = known[scored.option.warningSet]!
    const { leftOut } = scored.ratings
    return leftOut === 0 ? warnings : [...warnings, `${leftOut} of the raters left out: an interest in this strategy was declared.`]
  }
}

function describeRecheck({ id, recheckBy, because }: CompiledGate['gate'], { asOf }: CommunityProfile<Ids>): string {
  if (recheckBy === undefined) return ''
  const state =
    asOf !== undefined && asOf > recheckBy
      ? `out of date: it was to be rechecked by ${recheckBy}, and this profile is as of ${asOf}`
      : `to be rechecked by ${recheckBy}`
  return `The law behind '${id}' is ${state}. ${because}`
}

function describeConfirmation({ gate, facts: named }: CompiledGate, facts: Facts, menus: Menus): string {
  const consequence =
    gate.event.type === 'exclude'
      ? 'else it falls away'
      : gate.event.type === 'drop-medication'
        ? `else without ${gate.event.params.medications?.join(', ')}`
        : 'settle it first'
  return `${named.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}: ${consequence}. ${gate.because}${cite(gate.sources)}`
}
