import type { KnownFact } from '../decide/decision.js'
import { feasibilityParts } from '../decide/formulas.js'
import type { Estimate } from '../numbers.js'
import type { Stage } from '../profile/schema.js'
import type { Sentences } from './language.js'
import type { Names } from './names.js'
import { count, listed, oneDecimal, points, rounded, two, valueWithUnit, withRange } from './numbers.js'
import type { NamedFact, Narrower } from './reason.js'
import { cited, joined, type Rich, rich } from './rich.js'
import { certainties, outcomes } from './terms.js'

const stages: Readonly<Record<Stage, string>> = {
  'not-begun': 'not begun',
  planned: 'planned',
  pilot: 'a pilot',
  partial: 'in part of the community',
  'at-scale': 'at scale',
  saturated: 'reaching nearly everyone',
}
/** A stage in running text: "It is …". */
export const stageInWords = (stage: Stage): string => stages[stage]

const bases = { measured: 'measured', stated: 'stated by the coalition', assumed: 'not known' } as const

const judgement = '(judgement)'
const sourcesOr = (sources: readonly string[], other: string): Rich => (sources.length > 0 ? cited(sources) : rich`${other}`)

/** An answer in words: yes, no, a number with its unit, or the answer itself. */
function value(id: string, given: KnownFact['value'], names: Names): string {
  if (typeof given === 'boolean') return given ? 'yes' : 'no'
  if (typeof given === 'string') return given
  return valueWithUnit(given, names.indicator(id))
}

/** A fact with its value, year and source. A law says that its year is that of the law. */
export function factInWords({ fact, known }: NamedFact, names: Names): Rich {
  if (!known) return rich`not known: ${names.fact(fact)}`
  const law = names.menus.facts.get(fact)?.law === true
  const origin = [known.year === null ? '' : law ? `law as of ${known.year}` : String(known.year), known.source ?? ''].filter(Boolean)
  return rich`${names.fact(fact)}: ${value(fact, known.value, names)}${origin.length > 0 && ` (${origin.join(', ')})`}`
}

const factNames = (facts: readonly string[], names: Names): string => facts.map(names.fact).join('; ')

const isMoved = ({ low, high }: Estimate): boolean => low !== 0 || high !== 0
const signed = (by: number): string => (by < 0 ? `- ${two(-by)}` : `+ ${two(by)}`)
const exponent = (weight: number): string =>
  Math.abs(weight - 2 / 3) < 1e-9 ? '^(2/3)' : Math.abs(weight - 1 / 3) < 1e-9 ? '^(1/3)' : `^${Number(rounded(weight, 4))}`

const doubts: Readonly<Record<Narrower['by'], string>> = {
  effect: 'Knowing the effect exactly',
  need: 'Knowing the need',
  rules: 'Settling the undecided rules',
  judged: 'Knowing the share of people at high risk, and how hard the venue is,',
}

export const reasons: Sentences['reason'] = {
  gap: ({ gap, severity, basis, measuredShare, indicators, notes }, names) => {
    const measured = measuredShare > 0 && measuredShare < 1 ? `, ${points(measuredShare * 100)} % of it measured` : `, ${bases[basis]}`
    const parts = indicators.map(({ id, value: here, year, source, severity: own, weight }) => {
      const indicator = names.indicator(id)
      const share = `counts ${two(weight)}`
      if (here === null) return `${names.fact(id)}: ${own.low === own.high ? `stated as ${two(own.best)}` : 'not known'}, ${share}`
      const origin = [year, source].filter((part) => part !== null).join(', ')
      const scale = `severity ${two(own.best)} between ${indicator?.met} (met) and ${indicator?.worst} (worst)`
      return `${names.fact(id)}: ${value(id, here, names)}${origin && ` (${origin})`}, ${scale}, ${share}`
    })
    const remarks = joined(
      notes.map((note) => gapNotes[note.code](note as never, names)),
      ' ',
    )
    return rich`The gap: ${names.gap(gap)}. Severity ${withRange(severity)}${measured}.
      ${parts.join('; ')}.${notes.length > 0 && ' '}${remarks}`
  },
  need: ({ weight, stage, room, need }) =>
    rich`It addresses this gap with weight ${two(weight)}. Here it is ${stages[stage]}, so the room left is ${two(room)}. Need:
      ${withRange(need)}.`,
  effect: ({ strategy }, { menus }) => {
    const { effect } = menus.strategies.get(strategy)!
    const { certainty, outcome, basis, why, sources } = effect
    return rich`Effect among people reached: ${withRange(effect)}, certainty ${certainties[certainty]}, measured on
      ${outcomes[outcome]}. ${why}${basis === 'judgement' && ` ${judgement}`}${cited(sources)}`
  },
  reach: ({ option, listed: own, atRiskShare, rules, reach }, { menus }) => {
    const { strategy, whyReach } = menus.optionById.get(option)!
    const moved = isMoved(rules) && ` Rules move that by ${withRange(rules)}.`
    return rich`Here it can reach ${two(own)} of ${strategy.reach.of}: ${whyReach} ${judgement}.${moved} They are
      ${withRange(atRiskShare)} of all people at high risk ${judgement}. Reach: ${withRange(reach)}.`
  },
  impact: ({ need, effect, reach, rules, impact }) =>
    rich`Impact = √(need × √(effect × reach))${rules.best !== 0 && ' × (1 + rules)'} = √(${two(need.best)} × √(${two(effect.best)} ×
      ${two(reach.best)}))${rules.best !== 0 && ` × (1 ${signed(rules.best)})`} = ${withRange(impact)}.`,
  feasibility: ({ option, feasibility, byDefault, ratings, rules, delay }, { menus }) => {
    const { strategy, whyModifier } = menus.optionById.get(option)!
    const { regulatory, workforce, cost, timeToStart, partners } = strategy.feasibility.parts
    const [law, staff, money, time, others] = [regulatory, workforce, cost, timeToStart, partners].map(({ score }) => score)
    const scores = `law ${law}, staff ${staff}, cost ${money}, time to start ${time}, partners ${others}; 1 is hardest, 5 easiest`
    const venue = byDefault.modifier !== 0 && ` ${signed(byDefault.modifier)} for the venue (${whyModifier}) = ${withRange(byDefault)}`
    const fallback = rich`the menu's default of ${two(byDefault.strategy)} ${judgement} (${scores})${venue}`
    const moved = isMoved(rules) && rich`, moved by rules by ${withRange(rules)}`
    const closed = delay.best > 0 && `, less ${two(delay.best)} because it is not open yet`
    if (ratings.raters === 0) return rich`Feasibility ${withRange(feasibility)}: ${fallback}${moved}${closed}.`
    const parts = (['feasibility', 'readiness', 'desirability'] as const).map((part) => {
      const rating = ratings[part]
      return `${feasibilityParts[part]} × ${part} ${rating === null ? 'not rated, so the default' : `(${rating} - 1) / 4`}`
    })
    const rest = parts.some((part) => part.endsWith('default')) && rich` The default: ${fallback}${moved}.`
    return rich`Feasibility ${withRange(feasibility)}, from the medians of ${count(ratings.raters, 'rater')}:
      ${parts.join(' + ')}${closed}.${rest}`
  },
  priority: ({ impact, feasibility, weights, priority }) => {
    const [a, b] = [exponent(weights.impact), exponent(weights.feasibility)]
    return rich`Priority = 100 × impact${a} × feasibility${b} = 100 × ${two(impact.best)}${a} × ${two(feasibility.best)}${b} =
      ${withRange(priority, oneDecimal)}.`
  },
  availability: ({ priority, chance, expected, waitsFor }, { menus }) => {
    const open = waitsFor.flatMap((id) => menus.gates.find((gate) => gate.id === id)?.ifUnknown ?? [])
    const ifs = open.map((each) => each.open).join(', and if ')
    const who = open.length === 1 ? `${odds(chance)} ${open[0]!.among}` : `together the chance is judged at ${odds(chance)}`
    return rich`It is worth ${oneDecimal(priority)} points if ${ifs}. That is not known; ${who},
      so it counts ${oneDecimal(expected)} points until you answer.${cited([...new Set(open.flatMap(({ sources }) => sources))])}`
  },
  'not-yet': ({ gates }, { menus }) =>
    rich`Not open yet: ask when it opens. ${gates.map((id) => menus.gates.find((gate) => gate.id === id)!.because).join(' ')}`,
  rule: ({ rule, facts, moves }, names) => {
    const { because, sources } = names.menus.rules.find(({ id }) => id === rule)!
    const known = joined(
      facts.map((fact) => factInWords(fact, names)),
      '; ',
    )
    const does = moves.map(({ on, by }) => `${by < 0 ? 'lowers' : 'raises'} ${on} by ${two(Math.abs(by))}`)
    return rich`Because of what is known here (${known}), a rule ${listed(does)} (size: judgement). ${because}${cited(sources)}`
  },
  range: ({ low, high, narrower }, names) => {
    const parts = narrower.map(({ by, width, missing }) => {
      const facts = missing.length > 0 && ` (not known: ${factNames(missing, names)})`
      return rich` ${doubts[by]} would narrow that to ${oneDecimal(width)} points${facts}.`
    })
    return rich`The priority could be anywhere from ${oneDecimal(low)} to ${oneDecimal(high)}.${joined(parts, '')}`
  },
  synergies: ({ strategies }) =>
    rich`Works well together with ${joined(
      strategies.map((strategy) => ({ strategy })),
      ', ',
    )} (does not change the score).`,
}

/** A chance in words: "about 1 place in 7". */
export function odds(chance: number): string {
  const fractions = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 50, 100].flatMap((of) => [
    { part: 1, of },
    { part: of - 1, of },
  ])
  const { part, of } = fractions.reduce((best, each) =>
    Math.abs(each.part / each.of - chance) < Math.abs(best.part / best.of - chance) - 1e-9 ? each : best,
  )
  return `about ${part} in ${of} places`
}

export const gapNotes: Sentences['gapNote'] = {
  'state-value': ({ indicator, year }, names) =>
    rich`${names.fact(indicator)}${year !== null && ` (${year})`} is one value for the whole state, the same for all of its counties.`,
  'stand-in': ({ indicator, year }, names) =>
    rich`${names.fact(indicator)}${year !== null && ` (${year})`} is used in place of what is not measured.`,
}

export const warnings: Sentences['warning'] = {
  caution: ({ strategy, caution }, { menus }) => {
    const { text, sources, basis } = menus.strategies.get(strategy)!.cautions[caution]!
    return rich`${text}${sourcesOr(sources, basis === 'judgement' ? ` ${judgement}` : '')}`
  },
  'rule-warning': ({ rule, effect, missing }, names) => ruleWarning(rule, effect, missing, names),
  recheck: ({ gate, recheckBy, asOf, isOut }, { menus }) => {
    const { because } = menus.gates.find(({ id }) => id === gate)!
    const state = isOut
      ? `had to be checked again by ${recheckBy}, and this profile is as of ${asOf}`
      : `must be checked again by ${recheckBy}`
    return rich`The law behind this ${state}. ${because}`
  },
  dropped: ({ gate, medications }, names) => {
    const { because } = names.menus.gates.find(({ id }) => id === gate)!
    return rich`Without ${listed(medications.map(names.medication))}: ${because}`
  },
  'left-out': ({ raters }) => rich`${count(raters, 'rater')} left out: they declared an interest in this strategy.`,
}

/** A warning of a rule, with its reason, and what is not known while the rule is undecided. */
export function ruleWarning(rule: string, at: number, missing: readonly string[], names: Names): Rich {
  const { because, event } = names.menus.rules.find(({ id }) => id === rule)!
  const effect = event.params.effects[at]
  const text = effect?.effect === 'warn' ? effect.text : ''
  return rich`${text} (${because}${missing.length > 0 && ` Shown because it is not known: ${factNames(missing, names)}.`})`
}

export const confirmation: Sentences['confirmation'] = ({ gate, facts, otherwise }, names) => {
  const { because, event, sources } = names.menus.gates.find(({ id }) => id === gate)!
  const questions = joined(
    facts.map((fact) => (fact.known ? rich`${factInWords(fact, names)}.` : question(fact.fact, names))),
    ' ',
  )
  const without = listed((event.params.medications ?? []).map(names.medication))
  const follows = {
    excluded: 'If the answer rules it out, this option is excluded.',
    without: `If the answer rules it out, the option goes without ${without}.`,
    settle: 'Settle this first.',
  }[otherwise]
  return rich`${facts.some(({ known }) => !known) && 'Not known: '}${questions} ${follows} ${because}${cited(sources)}`
}

/** The question that settles a fact: the menus' own for facts, made from the label for indicators. */
export const question: Sentences['question'] = (fact, { menus }) => {
  const asked = menus.facts.get(fact)
  if (asked) return rich`${asked.ask}`
  const indicator = menus.indicators.get(fact)
  if (!indicator) return rich`${fact}?`
  const alternatives = indicator.insteadOf.flatMap((id) => menus.indicators.get(id)?.label ?? [])
  return rich`${indicator.label}, in ${indicator.unit}${alternatives.length > 0 && ` (or: ${alternatives.join('; ')})`}?`
}
