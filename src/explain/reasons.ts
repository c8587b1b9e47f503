import type { CompiledGate, CompiledRule, Menus, Option } from '../menus/compile.js'
import { decimal, type Estimate, round4 } from '../numbers.js'
import type { Facts } from '../profile/facts.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { Confirmation, ServiceGap } from '../result.js'
import { missingFacts, type Verdicts } from '../rules/evaluate.js'
import { describeFact, factLabel } from '../rules/sentence.js'
import * as formulas from '../scoring/formulas.js'
import type { ScoredOption } from '../scoring/score.js'

/** What the result says of one option in words, all of it made from the data. */
export interface Words {
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  readonly confirmFirst: readonly Confirmation<Ids>[]
  readonly sources: readonly string[]
}

interface Circumstances {
  readonly profile: CommunityProfile<Ids>
  readonly facts: Facts
  readonly verdicts: Verdicts
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly weights: formulas.Weights
}

/**
 * Makes the reasons, warnings and sources of options. What is the same for several options (a gap, a rule, the evidence for a strategy) is
 * put into words once.
 */
export function narrator(circumstances: Circumstances, menus: Menus): (scored: ScoredOption) => Words {
  const { weights } = circumstances
  const texts = textsOf(menus)
  const gapTexts = new Map(circumstances.gaps.map((gap) => [gap.gap, describeGap(gap, menus)]))
  const rulesOf = ruleNarrator(circumstances, menus)
  const sourcesOf = sourceNarrator(circumstances.gaps, menus)
  const confirmationsOf = confirmationNarrator(circumstances, menus)
  const warningsOf = warningNarrator(circumstances, menus)
  const needText = needNarrator()
  const missingOf = missingNarrator(circumstances.gaps, menus)
  const exponents = { impact: exponent(weights.impact), feasibility: exponent(weights.feasibility) }

  return (scored) => {
    const { option, need, effect, reach, impact, feasibility, priority } = scored
    const text = texts[option.index]!
    const rules = rulesOf(option)
    const gapText = gapTexts.get(scored.gap.gap)!
    const impactRules = scored.adjustments.impact.best
    const reasons = [
      gapText,
      needText(scored),
      text.evidence,
      text.reach(scored),
      `Impact = √(need × √(effect × reach))${impactRules === 0 ? '' : ' and rules'} = √(${decimal(need.best)} × √(${decimal(effect.best)} × ${decimal(reach.best)}))${signed(impactRules)} = ${show(impact)}.`,
      text.feasibility(scored),
      `Priority = 100 × impact${exponents.impact} × feasibility${exponents.feasibility} = 100 × ${decimal(impact.best)}${exponents.impact} × ${decimal(feasibility.best)}${exponents.feasibility} = ${show(priority)}.`,
    ]
    for (const fired of rules.texts) reasons.push(fired)
    const unknown = describeWidth(scored, missingOf(scored), rules.open, weights)
    if (unknown) reasons.push(unknown)
    if (text.synergies) reasons.push(text.synergies)

    return {
      reasons,
      warnings: warningsOf(scored, text.cautions),
      confirmFirst: confirmationsOf(scored),
      sources: sourcesOf(scored, text.sources, rules.fired),
    }
  }
}

/** The words on the need: the same for all options of a strategy at the same stage. */
function needNarrator(): (scored: ScoredOption) => string {
  const known = new Map<Option['strategy'], { stage: string; text: string }>()
  return ({ option, gapWeight, stage, room, need }) => {
    const before = known.get(option.strategy)
    if (before?.stage === stage) return before.text
    const text = `It addresses this gap with weight ${gapWeight}; stage ${stage}, room left ${room}: need ${show(need)}.`
    known.set(option.strategy, { stage, text })
    return text
  }
}

/** What is neither measured nor stated of the gaps that can decide a strategy's need: the one that drives it, and those that could be worse. */
function missingNarrator(gaps: readonly ServiceGap<Ids>[], menus: Menus): (scored: ScoredOption) => string {
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const known = new Map<Option['strategy'], string>()
  return ({ option: { strategy }, gap: driving, gapWeight }) => {
    let missing = known.get(strategy)
    if (missing === undefined) {
      const deciding = strategy.addresses.map(({ gap, weight }) => ({ gap: gapById.get(gap)!, weight })).filter(({ gap, weight }) => gap === driving || gap.severity.high * weight > driving.severity.best * gapWeight)
      missing = deciding
        .flatMap(({ gap }) => gap.indicators.filter(({ severity }) => severity.low !== severity.high))
        .map(({ id }) => menus.indicators.get(id)!.label)
        .join('; ')
      known.set(strategy, missing)
    }
    return missing
  }
}

interface RuleWords {
  /** A number for the set of rules that fired, the same in every community. */
  readonly fired: FiredSet
  readonly texts: readonly string[]
  /** What the undecided rules wait for. */
  readonly open: string
}

/** The words on the rules that adjust an option: the same for all options with the same adjustments. */
function ruleNarrator({ facts, verdicts }: Circumstances, menus: Menus): (option: Option) => RuleWords {
  const fired = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'met' ? describeFired(rule, facts, menus) : ''))
  const open = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'unknown' ? missingFacts(rule, facts.values).map((fact) => factLabel(fact, menus)) : []))
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
      texts.set(rule, `${before === undefined ? `${fired[rule.index]} It` : `${before} and`} ${by < 0 ? 'lowers' : 'raises'} ${on} by ${Math.abs(by) / 100}`)
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

interface FiredSet {
  readonly rules: readonly CompiledRule[]
  /** The sources of the options with these rules fired, by option and gap: they do not depend on a community. */
  readonly sources: Map<number, readonly string[]>
}

const firedSets = new WeakMap<Menus, Map<string, FiredSet>>()

function firedSet(rules: readonly CompiledRule[], menus: Menus): FiredSet {
  let known = firedSets.get(menus)
  if (!known) {
    known = new Map()
    firedSets.set(menus, known)
  }
  const key = rules.map(({ index }) => index).join()
  let set = known.get(key)
  if (!set) {
    set = { rules, sources: new Map() }
    known.set(key, set)
  }
  return set
}

/** The references behind an option: its evidence, the benchmarks of the gap that drives it, the rules that fired. */
function sourceNarrator(gaps: readonly ServiceGap<Ids>[], menus: Menus): (scored: ScoredOption, own: readonly string[], fired: FiredSet) => readonly string[] {
  const gapIndex = new Map(gaps.map((gap, index) => [gap, index]))
  return ({ option, gap }, own, fired) => {
    const key = option.index * gaps.length + gapIndex.get(gap)!
    let sources = fired.sources.get(key)
    if (!sources) {
      const benchmarks = menus.gaps[gapIndex.get(gap)!]!.shares.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.sources))
      sources = [...new Set([...own, ...benchmarks, ...fired.rules.flatMap(({ rule }) => rule.sources)])]
      fired.sources.set(key, sources)
    }
    return sources
  }
}

/** What must be confirmed first: the same for all options with the same gates. */
function confirmationNarrator({ facts, verdicts }: Circumstances, menus: Menus): (scored: ScoredOption) => readonly Confirmation<Ids>[] {
  const texts = menus.gates.map((gate) => (verdicts.gates[gate.index] === 'notMet' ? '' : describeConfirmation(gate, facts, menus)))
  const known: (readonly Confirmation<Ids>[])[] = []
  return ({ option: { gateSet }, passage }) => {
    known[gateSet] ??= passage.confirm.map(({ gate, facts: waiting }) => ({ gate: gate.gate.id, facts: waiting, text: texts[gate.index]! }))
    return known[gateSet]
  }
}

/** Cautions of the strategy, warnings of rules, laws to recheck, medications taken off, raters left out. */
function warningNarrator({ facts, verdicts, profile }: Circumstances, menus: Menus): (scored: ScoredOption, cautions: readonly string[]) => readonly string[] {
  const rechecks = menus.gates.map(({ gate }) => describeRecheck(gate, profile))
  const open = menus.rules.map((rule) =>
    verdicts.rules[rule.index] === 'unknown' && rule.rule.warnWhenUnknown ? ` Shown because it is not known: ${missingFacts(rule, facts.values).map((fact) => factLabel(fact, menus)).join(', ')}.` : '',
  )
  const known: (readonly string[])[] = []
  const make = ({ option, passage }: ScoredOption, cautions: readonly string[]): readonly string[] => {
    const warnings = [...cautions]
    for (const { rule, text } of option.warnings) {
      if (verdicts.rules[rule.index] === 'met' || open[rule.index] !== '') warnings.push(`${text} (${rule.rule.because}${open[rule.index]})`)
    }
    for (const { index } of option.gates) if (rechecks[index]) warnings.push(rechecks[index])
    for (const { gate } of passage.dropped) warnings.push(`Without ${gate.event.params.medications?.join(', ')}: ${gate.because}`)
    return warnings
  }
  return (scored, cautions) => {
    known[scored.option.warningSet] ??= make(scored, cautions)
    const warnings = known[scored.option.warningSet]!
    const { leftOut } = scored.ratings
    return leftOut === 0 ? warnings : [...warnings, `${leftOut} of the raters left out: an interest in this strategy was declared.`]
  }
}

function describeRecheck({ id, recheckBy, because }: CompiledGate['gate'], { asOf }: CommunityProfile<Ids>): string {
  if (recheckBy === undefined) return ''
  const state = asOf !== undefined && asOf > recheckBy ? `out of date: it was to be rechecked by ${recheckBy}, and this profile is as of ${asOf}` : `to be rechecked by ${recheckBy}`
  return `The law behind '${id}' is ${state}. ${because}`
}

/** `0.5` when it is known, else `0.5 (0.3 to 0.7)`. */
export const show = ({ low, best, high }: Estimate): string => (low === high ? decimal(best) : `${decimal(best)} (${decimal(low)} to ${decimal(high)})`)

const exponent = (weight: number): string => `^${Math.abs(weight - 2 / 3) < 1e-9 ? '(2/3)' : Math.abs(weight - 1 / 3) < 1e-9 ? '(1/3)' : weight}`
const signed = (value: number): string => (value === 0 ? '' : value > 0 ? ` + ${value}` : ` - ${-value}`)
const moved = (by: Estimate, before: string, after: string): string => (by.low === 0 && by.high === 0 ? '' : `${before}${show(by)}${after}`)

// ---------------------------------------------------------------- texts that do not depend on a community

interface OptionTexts {
  readonly evidence: string
  readonly reach: (scored: ScoredOption) => string
  readonly feasibility: (scored: ScoredOption) => string
  readonly cautions: readonly string[]
  readonly synergies: string
  readonly sources: readonly string[]
}

const cache = new WeakMap<Menus, readonly OptionTexts[]>()

function textsOf(menus: Menus): readonly OptionTexts[] {
  const known = cache.get(menus)
  if (known) return known
  const made = menus.options.map((option) => optionTexts(option))
  cache.set(menus, made)
  return made
}

/** A text that depends on nothing but the sums of the rules is made once for each. */
function byAdjustment(on: 'reach' | 'feasibility', make: (scored: ScoredOption) => string): (scored: ScoredOption) => string {
  const known = new Map<number, string>()
  return (scored) => {
    const { low, best, high } = scored.adjustments[on]
    const key = low * 1e8 + best * 1e4 + high
    let text = known.get(key)
    if (text === undefined) {
      text = make(scored)
      known.set(key, text)
    }
    return text
  }
}

const cite = (sources: readonly string[]): string => (sources.length === 0 ? '' : ` [${sources.join(', ')}]`)

function optionTexts({ strategy, reach, whyReach, feasibility }: Option): OptionTexts {
  const { effect, reach: group, feasibility: own, cautions, synergies } = strategy
  const { regulatory, workforce, cost, timeToStart, partners } = own.parts
  const reached = `The venue can touch ${reach} of ${group.of} (${whyReach}; judgement), who are ${group.atRiskShare} of all people at high risk (judgement).`
  const venue = feasibility.modifier === 0 ? '' : ` ${feasibility.modifier > 0 ? '+' : '-'} ${Math.abs(feasibility.modifier)} for the venue (${feasibility.whyModifier}) = ${feasibility.value}`
  const base = `menu default ${feasibility.strategy} (judgement; 1 hardest to 5 easiest: regulatory ${regulatory.score}, workforce ${workforce.score}, cost ${cost.score}, time to start ${timeToStart.score}, partners ${partners.score})${venue}`
  const unrated = byAdjustment('feasibility', (scored) => describeFeasibility(scored, base))
  return {
    evidence: `Effect among people reached ${show(effect)}, certainty ${effect.certainty}, outcome ${effect.outcome}, basis ${effect.basis}: ${effect.why}${cite(effect.sources)}`,
    reach: byAdjustment('reach', (scored) => `${reached}${moved(scored.adjustments.reach, ' Rules move it by ', ', held to 0.05..1.')} Reach among all people at high risk ${show(scored.reach)}.`),
    feasibility: (scored) => (scored.ratings.raters === 0 ? unrated(scored) : describeFeasibility(scored, base)),
    cautions: cautions.map(({ text, sources, basis }) => `${text}${sources.length > 0 ? cite(sources) : basis === 'judgement' ? ' (judgement)' : ''}`),
    synergies: synergies.length === 0 ? '' : `Strengthens, and is strengthened by: ${synergies.join(', ')} (no score rests on it).`,
    sources: [
      ...new Set([
        ...effect.sources,
        ...cautions.flatMap(({ sources }) => sources),
        ...[regulatory, workforce, cost, timeToStart, partners].flatMap(({ sources }) => sources),
        ...group.sources,
      ]),
    ],
  }
}

// ---------------------------------------------------------------- texts of a community

function describeGap(gap: ServiceGap<Ids>, menus: Menus): string {
  const known = gap.indicators.filter(({ value }) => value !== null)
  const missing = gap.indicators.filter(({ value }) => value === null)
  const parts = known.map(({ id, value, year, source, severity, weight }) => {
    const { label, unit, met, worst } = menus.indicators.get(id)!
    const origin = [year, source].filter((part) => part !== null).join(', ')
    return `${label}: ${value} ${unit}${origin === '' ? '' : ` (${origin})`}, severity ${severity.best} on the scale from ${met} (met) to ${worst} (worst), weight ${weight}`
  })
  const rest = missing.map(({ id, severity, weight }) => `${menus.indicators.get(id)!.label}: ${severity.low === severity.high ? `stated by the coalition as ${severity.best}` : 'not known, counted as 0 to 1'}, weight ${weight}`)
  const head = `Gap: ${gap.name} (${gap.gap}), severity ${show(gap.severity)}, ${gap.basis}, measured share ${gap.measuredShare}`
  return [`${head}: ${[...parts, ...rest].join('; ')}.`, ...gap.notes].join(' ')
}

const describeFired = (rule: CompiledRule, facts: Facts, menus: Menus): string =>
  `Rule ${rule.rule.id}: ${rule.facts.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}. ${rule.rule.because}${cite(rule.rule.sources)}`

function describeConfirmation({ gate, facts: named }: CompiledGate, facts: Facts, menus: Menus): string {
  const consequence = gate.event.type === 'exclude' ? 'else it falls away' : gate.event.type === 'drop-medication' ? `else without ${gate.event.params.medications?.join(', ')}` : 'settle it first'
  return `${named.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}: ${consequence}. ${gate.because}${cite(gate.sources)}`
}

function describeFeasibility(scored: ScoredOption, base: string): string {
  const { ratings, feasibility, adjustments } = scored
  const rules = moved(adjustments.feasibility, '; rules move it by ', '')
  if (ratings.raters === 0) return `Feasibility ${show(feasibility)}: ${base}${rules}.`
  const parts = (['feasibility', 'readiness', 'desirability'] as const).map((part) => `${formulas.feasibilityParts[part]} × ${part} ${ratings[part] === null ? 'not rated: default' : `(${ratings[part]} - 1) / 4`}`)
  return `Feasibility ${show(feasibility)}, by ${ratings.raters} ${ratings.raters === 1 ? 'rater' : 'raters'} (medians): ${parts.join(' + ')}; ${base}${rules}${rules ? ' (the default only)' : ''}.`
}

/** The width of the priority with one source of doubt held at its best value. */
export interface Widths {
  readonly all: number
  readonly withoutEffect: number
  readonly withoutGap: number
  readonly withoutRules: number
}

/** How wide the priority is, and how wide it would be if the effect, the gap, or the undecided rules were known. */
export function widths({ effect, reach, need, adjustments, feasibility, priority }: ScoredOption, weights: formulas.Weights): Widths {
  const all = round4(priority.high - priority.low)
  const at = (needed: number, works: number, reached: number, impactBy: number, feasible: number): number =>
    formulas.priority(formulas.impact(needed, formulas.potential(works, reached), impactBy), feasible, weights)
  const by = adjustments.impact
  return {
    all,
    withoutEffect:
      effect.low === effect.high ? all : round4(at(need.high, effect.best, reach.high, by.high, feasibility.high) - at(need.low, effect.best, reach.low, by.low, feasibility.low)),
    withoutGap: need.low === need.high ? all : round4(at(need.best, effect.high, reach.high, by.high, feasibility.high) - at(need.best, effect.low, reach.low, by.low, feasibility.low)),
    withoutRules:
      reach.low === reach.high && by.low === by.high && feasibility.low === feasibility.high
        ? all
        : round4(at(need.high, effect.high, reach.best, by.best, feasibility.best) - at(need.low, effect.low, reach.best, by.best, feasibility.best)),
  }
}

function describeWidth(scored: ScoredOption, missing: string, open: string, weights: formulas.Weights): string {
  const { all, withoutEffect, withoutGap, withoutRules } = widths(scored, weights)
  if (all === 0) return ''
  let text = `Not known: the priority lies between ${decimal(scored.priority.low)} and ${decimal(scored.priority.high)}, a width of ${decimal(all)}; it would be `
  let comma = ''
  if (withoutEffect < all) {
    text += `${decimal(withoutEffect)} if the effect were known exactly`
    comma = ', '
  }
  if (withoutGap < all) {
    text += `${comma}${decimal(withoutGap)} if the need were known${missing ? ` (not known: ${missing})` : ''}`
    comma = ', '
  }
  if (withoutRules < all) text += `${comma}${decimal(withoutRules)} if the undecided rules were settled${open ? ` (not known: ${open})` : ''}`
  return `${text}.`
}
