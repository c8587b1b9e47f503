import type { CompiledGap, Menus } from '../menus/compile.js'
import { round4 } from '../numbers.js'
import type { Facts } from '../profile/facts.js'
import type { Ids } from '../profile/schema.js'
import type { DataGap, ServiceGap } from '../result.js'
import { missingFacts, type Verdicts } from '../rules/evaluate.js'
import * as formulas from '../scoring/formulas.js'
import type { ScoredOption } from '../scoring/score.js'

interface Open {
  readonly strategies: Set<string>
  readonly planned: Set<string>
  readonly settles: Set<string>
  swing: number
}

/**
 * The facts that are not known and would settle something, the most useful first: those that touch most of the plan, then those that move
 * a priority furthest. Data gaps and service gaps are two different things: this is about what is not known.
 * @param ranking scored options in the order of the ranking
 */
export function findDataGaps(
  ranking: readonly ScoredOption[],
  planned: readonly ScoredOption[],
  gaps: readonly ServiceGap<Ids>[],
  facts: Facts,
  verdicts: Verdicts,
  weights: formulas.Weights,
  menus: Menus,
): DataGap<Ids>[] {
  const open = new Map<string, Open>()
  const note = (fact: string, scored: ScoredOption, settles: string, swing: number): void => {
    let entry = open.get(fact)
    if (!entry) {
      entry = { strategies: new Set(), planned: new Set(), settles: new Set(), swing: 0 }
      open.set(fact, entry)
    }
    entry.strategies.add(scored.option.strategy.id)
    entry.settles.add(settles)
    if (chosen.has(scored)) entry.planned.add(scored.option.id)
    if (swing > entry.swing) entry.swing = swing
  }
  const chosen = new Set(planned)
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const compiledById = new Map(menus.gaps.map((gap) => [gap.gap.id, gap]))
  const openRules = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'unknown' ? missingFacts(rule, facts.values) : []))
  const seen = new Set<string>()

  for (const scored of ranking) {
    const { option } = scored
    const first = !seen.has(option.strategy.id)
    seen.add(option.strategy.id)
    // The best option of a strategy and those of the plan stand for the rest: a swing is worked out for them alone.
    const counts = first || chosen.has(scored)
    if (counts) {
      for (const { gap, weight } of option.strategy.addresses) {
        for (const [fact, share] of openShares(compiledById.get(gap)!, gapById.get(gap)!)) {
          note(fact, scored, `the gap '${gap}'`, needSwing(scored, gapById, gap, share, weight, weights))
        }
      }
    }
    for (const { rule } of option.adjustments) {
      for (const fact of openRules[rule.index]!) note(fact, scored, `the rule '${rule.rule.id}'`, counts ? ruleSwing(scored, fact, openRules, weights) : 0)
    }
    for (const { gate, facts: waiting } of scored.passage.confirm) {
      for (const fact of waiting) if (!facts.values.has(fact)) note(fact, scored, `the gate '${gate.gate.id}'`, 0)
    }
  }

  return [...open]
    .map(([fact, { strategies, planned: touched, settles, swing }]): DataGap<Ids> => {
      const why = facts.suppressed.has(fact) ? 'suppressed' : 'missing'
      return {
        fact,
        why,
        strategies: [...strategies].sort(),
        text: `${question(fact, menus)} It would settle ${[...settles].sort().join(', ')}.${why === 'suppressed' ? ' The value exists and is withheld, mostly because the count is small.' : ''}`,
        planned: touched.size,
        swing,
      }
    })
    .sort((a, b) => b.planned - a.planned || b.swing - a.swing || b.strategies.length - a.strategies.length || (a.fact < b.fact ? -1 : 1))
}

/** The facts that would fill the shares of a gap which are neither measured nor stated, with their weight. */
function openShares({ shares }: CompiledGap, { indicators }: ServiceGap<Ids>): [fact: string, weight: number][] {
  return shares.flatMap(({ indicators: choices, weight }, index): [string, number][] => {
    const { low, high } = indicators[index]!.severity
    const first = choices[0]!
    return low === high ? [] : [[first.from?.fact ?? first.id, weight]]
  })
}

/** The priority's move when one share of a gap goes from severity 0 to 1, all else at its best value. */
function needSwing(scored: ScoredOption, gapById: ReadonlyMap<string, ServiceGap<Ids>>, moved: string, share: number, weight: number, weights: formulas.Weights): number {
  const others = Math.max(0, ...scored.option.strategy.addresses.filter(({ gap }) => gap !== moved).map(({ gap, weight: other }) => gapById.get(gap)!.severity.best * other))
  const { best } = gapById.get(moved)!.severity
  const at = (severity: number): number => {
    const needed = formulas.need(Math.max(others, severity * weight), scored.room)
    return formulas.priority(formulas.impact(needed, scored.potential.best, scored.adjustments.impact.best), scored.feasibility.best, weights)
  }
  return round4(Math.max(0, at(best + share / 2) - at(best - share / 2)))
}

/** The priority's move between all undecided rules that name a fact lowering and all of them raising, all else at its best value. */
function ruleSwing(scored: ScoredOption, fact: string, openRules: readonly (readonly string[])[], weights: formulas.Weights): number {
  const { option, adjustments, need, effect, ratings } = scored
  const at = (sign: 1 | -1): number => {
    const by = { reach: adjustments.reach.best, impact: adjustments.impact.best, feasibility: adjustments.feasibility.best }
    for (const { rule, on, by: hundredths } of option.adjustments) {
      if (Math.sign(hundredths) === sign && openRules[rule.index]!.includes(fact)) by[on] = Math.max(-0.25, Math.min(0.25, by[on] + hundredths / 100))
    }
    const works = formulas.potential(effect.best, formulas.reach(option.reach, by.reach, option.strategy.reach.atRiskShare))
    const feasible = formulas.feasibility(formulas.movedDefault(option.feasibility.value, by.feasibility), ratings)
    return formulas.priority(formulas.impact(need.best, works, by.impact), feasible, weights)
  }
  return round4(Math.max(0, at(1) - at(-1)))
}

function question(fact: string, menus: Menus): string {
  const asked = menus.facts.get(fact)
  if (asked) return asked.ask
  const indicator = menus.indicators.get(fact)
  if (!indicator) return `${fact}?`
  const alternatives = indicator.insteadOf.map((id) => menus.indicators.get(id)?.label).filter(Boolean)
  return `${indicator.label}, in ${indicator.unit}${alternatives.length > 0 ? ` (or: ${alternatives.join('; ')})` : ''}?`
}
