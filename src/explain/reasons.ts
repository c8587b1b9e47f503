import type { CompiledGate, CompiledRule, Menus, Option } from '../menus/compile.js'
import { type Estimate, round4 } from '../numbers.js'
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
  const { facts, verdicts, profile, weights } = circumstances
  const texts = textsOf(menus)
  const gapTexts = new Map(circumstances.gaps.map((gap) => [gap.gap, describeGap(gap, menus)]))
  const gapSources = new Map(circumstances.gaps.map((gap) => [gap.gap, [...new Set(gap.indicators.flatMap(({ id }) => menus.indicators.get(id)!.sources))]]))
  const firedTexts = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'met' ? describeFired(rule, facts, menus) : ''))
  const openFacts = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'unknown' ? missingFacts(rule, facts.values) : []))
  const gateTexts = menus.gates.map((gate) => (verdicts.gates[gate.index] === 'notMet' ? '' : describeConfirmation(gate, facts, menus)))
  const recheck = (by: string): string =>
    profile.asOf !== undefined && profile.asOf > by ? `out of date: it was to be rechecked by ${by}, and this profile is as of ${profile.asOf}` : `to be rechecked by ${by}`

  return (scored) => {
    const { option } = scored
    const text = texts[option.index]!
    const reasons = [
      `${gapTexts.get(scored.gap.gap)} It addresses this gap with weight ${scored.gapWeight}; stage ${scored.stage}, room left ${scored.room}: need ${show(scored.need)}.`,
      text.evidence,
      `${text.reach}${adjusted(scored, 'reach')} Reach among all people at high risk ${show(scored.reach)}.`,
      `Impact = √(need × √(effect × reach))${withRules(scored, 'impact')} = √(${scored.need.best} × √(${scored.effect.best} × ${scored.reach.best}))${signed(scored.adjustments.impact.best)} = ${show(scored.impact)}.`,
      describeFeasibility(scored, text.feasibility),
      `Priority = 100 × impact^${shortWeight(weights.impact)} × feasibility^${shortWeight(weights.feasibility)} = 100 × ${scored.impact.best}^${shortWeight(weights.impact)} × ${scored.feasibility.best}^${shortWeight(weights.feasibility)} = ${show(scored.priority)}.`,
    ]
    const fired = new Set<CompiledRule>()
    const open = new Set<string>()
    for (const { rule } of option.adjustments) {
      const verdict = verdicts.rules[rule.index]
      if (verdict === 'met') fired.add(rule)
      else if (verdict === 'unknown') for (const fact of openFacts[rule.index]!) open.add(fact)
    }
    for (const rule of fired) {
      reasons.push(
        `${firedTexts[rule.index]} It ${option.adjustments
          .filter((each) => each.rule === rule)
          .map(({ on, by }) => `${by < 0 ? 'lowers' : 'raises'} ${on} by ${Math.abs(by) / 100}`)
          .join(' and ')} (size: judgement).`,
      )
    }
    const unknown = describeWidth(scored, open, weights, menus)
    if (unknown) reasons.push(unknown)
    if (text.synergies) reasons.push(text.synergies)

    const warnings = [...text.cautions]
    for (const { rule, text: warning } of option.warnings) {
      const verdict = verdicts.rules[rule.index]
      if (verdict === 'met') warnings.push(`${warning} (${rule.rule.because})`)
      else if (verdict === 'unknown' && rule.rule.warnWhenUnknown) warnings.push(`${warning} (${rule.rule.because} Shown because it is not known: ${openFacts[rule.index]!.map((fact) => factLabel(fact, menus)).join(', ')}.)`)
    }
    for (const { gate } of option.gates) if (gate.recheckBy) warnings.push(`The law behind '${gate.id}' is ${recheck(gate.recheckBy)}. ${gate.because}`)
    for (const { gate } of scored.passage.dropped) warnings.push(`Without ${gate.event.params.medications?.join(', ')}: ${gate.because}`)
    if (scored.ratings.leftOut > 0) warnings.push(`${scored.ratings.leftOut} of the raters left out: an interest in this strategy was declared.`)

    return {
      reasons,
      warnings,
      confirmFirst: scored.passage.confirm.map(({ gate, facts: waiting }) => ({ gate: gate.gate.id, facts: waiting, text: gateTexts[gate.index]! })),
      sources: [...new Set([...text.sources, ...gapSources.get(scored.gap.gap)!, ...[...fired].flatMap(({ rule }) => rule.sources)])],
    }
  }
}

/** `0.5` when it is known, else `0.5 (0.3 to 0.7)`. */
export const show = ({ low, best, high }: Estimate): string => (low === high ? `${best}` : `${best} (${low} to ${high})`)

const shortWeight = (weight: number): string => (Math.abs(weight - 2 / 3) < 1e-9 ? '(2/3)' : Math.abs(weight - 1 / 3) < 1e-9 ? '(1/3)' : `${weight}`)
const signed = (value: number): string => (value === 0 ? '' : value > 0 ? ` + ${value}` : ` - ${-value}`)
const withRules = ({ adjustments }: ScoredOption, on: 'impact'): string => (adjustments[on].best === 0 ? '' : ' and rules')

function adjusted({ adjustments }: ScoredOption, on: 'reach'): string {
  const { low, best, high } = adjustments[on]
  return low === 0 && high === 0 && best === 0 ? '' : ` Rules move it by ${show({ low, best, high })}, held to 0.05..1.`
}

// ---------------------------------------------------------------- texts that do not depend on a community

interface OptionTexts {
  readonly evidence: string
  readonly reach: string
  readonly feasibility: string
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

const cite = (sources: readonly string[]): string => (sources.length === 0 ? '' : ` [${sources.join(', ')}]`)

function optionTexts({ strategy, reach, whyReach, feasibility }: Option): OptionTexts {
  const { effect, reach: group, feasibility: own, cautions, synergies } = strategy
  const { regulatory, workforce, cost, timeToStart, partners } = own.parts
  return {
    evidence: `Effect among people reached ${show(effect)}, certainty ${effect.certainty}, outcome ${effect.outcome}, basis ${effect.basis}: ${effect.why}${cite(effect.sources)}`,
    reach: `The venue can touch ${reach} of ${group.of} (${whyReach}; judgement), who are ${group.atRiskShare} of all people at high risk (judgement).`,
    feasibility:
      `menu default ${feasibility.strategy} (judgement; 1 hardest to 5 easiest: regulatory ${regulatory.score}, workforce ${workforce.score}, cost ${cost.score}, time to start ${timeToStart.score}, partners ${partners.score})` +
      (feasibility.modifier === 0
        ? ''
        : ` ${feasibility.modifier > 0 ? '+' : '-'} ${Math.abs(feasibility.modifier)} for the venue (${feasibility.whyModifier}) = ${feasibility.value}`),
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
  return [`Gap: ${gap.name} (${gap.gap}), severity ${show(gap.severity)}, ${gap.basis}, measured share ${gap.measuredShare}: ${[...parts, ...rest].join('; ')}.`, ...gap.notes].join(' ')
}

const describeFired = (rule: CompiledRule, facts: Facts, menus: Menus): string =>
  `Rule ${rule.rule.id}: ${rule.facts.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}. ${rule.rule.because}${cite(rule.rule.sources)}`

function describeConfirmation({ gate, facts: named }: CompiledGate, facts: Facts, menus: Menus): string {
  const consequence = gate.event.type === 'exclude' ? 'else it falls away' : gate.event.type === 'drop-medication' ? `else without ${gate.event.params.medications?.join(', ')}` : 'settle it first'
  return `${named.map((fact) => describeFact(fact, facts.given.get(fact), menus)).join('; ')}: ${consequence}. ${gate.because}${cite(gate.sources)}`
}

function describeFeasibility(scored: ScoredOption, base: string): string {
  const { ratings, feasibility, adjustments } = scored
  const moved = adjustments.feasibility
  const rules = moved.low === 0 && moved.high === 0 ? '' : `; rules move it by ${show(moved)}`
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
  const at = (corner: 'low' | 'high', fixed: 'effect' | 'need' | 'rules'): number => {
    const pick = (estimate: Estimate, name: typeof fixed): number => (name === fixed ? estimate.best : estimate[corner])
    const impacted = formulas.impact(pick(need, 'need'), formulas.potential(pick(effect, 'effect'), pick(reach, 'rules')), pick(adjustments.impact, 'rules'))
    return formulas.priority(impacted, pick(feasibility, 'rules'), weights)
  }
  const all = round4(priority.high - priority.low)
  const without = (fixed: 'effect' | 'need' | 'rules', estimates: readonly Estimate[]): number =>
    estimates.every(({ low, high }) => low === high) ? all : round4(at('high', fixed) - at('low', fixed))
  return { all, withoutEffect: without('effect', [effect]), withoutGap: without('need', [need]), withoutRules: without('rules', [reach, adjustments.impact, feasibility]) }
}

function describeWidth(scored: ScoredOption, open: ReadonlySet<string>, weights: formulas.Weights, menus: Menus): string {
  const { all, withoutEffect, withoutGap, withoutRules } = widths(scored, weights)
  if (all === 0) return ''
  const missing = scored.gap.indicators.filter(({ severity }) => severity.low !== severity.high).map(({ id }) => menus.indicators.get(id)!.label)
  const parts = [
    withoutEffect < all ? `${withoutEffect} if the effect were known exactly` : '',
    withoutGap < all ? `${withoutGap} if the need were known${missing.length > 0 ? ` (not known: ${missing.join('; ')})` : ''}` : '',
    withoutRules < all ? `${withoutRules} if the undecided rules were settled${open.size > 0 ? ` (not known: ${[...open].map((fact) => factLabel(fact, menus)).join('; ')})` : ''}` : '',
  ].filter(Boolean)
  return `Not known: the priority lies between ${scored.priority.low} and ${scored.priority.high}, a width of ${all}; it would be ${parts.join(', ')}.`
}
