import type { CompiledGap, Menus } from '../menus/compile.js'
import { round4 } from '../numbers.js'
import type { Facts } from '../profile/facts.js'
import type { Ids } from '../profile/schema.js'
import type { DataGap, ServiceGap } from './decision.js'
import * as formulas from './formulas.js'
import { missingFacts, type Verdicts } from './gates.js'
import type { ScoredOption } from './score.js'

interface Open {
  readonly strategies: Set<string>
  readonly settles: string[]
  planned: Set<ScoredOption>
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
  const entryOf = (fact: string): Open => {
    let entry = open.get(fact)
    if (!entry) {
      entry = { strategies: new Set(), settles: [], planned: new Set(), swing: 0 }
      open.set(fact, entry)
    }
    return entry
  }
  const chosen = new Set(planned)
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  // The best option of a strategy and those of the plan stand for the rest: a swing is worked out for them alone.
  const telling = [...new Set([...new Map([...ranking].reverse().map((scored) => [scored.option.strategy, scored])).values(), ...planned])]
  const byOption: (ScoredOption | undefined)[] = []
  for (const scored of ranking) byOption[scored.option.index] = scored

  menus.gaps.forEach((compiled, index) => {
    const shares = openShares(compiled, gaps[index]!)
    if (shares.length === 0) return
    for (const [fact, share] of shares) {
      const entry = entryOf(fact)
      entry.settles.push(`the gap '${compiled.gap.id}'`)
      for (const scored of telling) {
        const weight = compiled.weightOf.get(scored.option.strategy.id)
        if (weight === undefined) continue
        entry.strategies.add(scored.option.strategy.id)
        if (chosen.has(scored)) entry.planned.add(scored)
        entry.swing = Math.max(entry.swing, needSwing(scored, gapById, compiled.gap.id, share, weight, weights))
      }
    }
  })

  const touch = (waiting: readonly string[], settles: string, options: readonly number[]): void => {
    if (!options.some((option) => byOption[option])) return
    for (const fact of waiting) {
      const entry = entryOf(fact)
      entry.settles.push(settles)
      let last = ''
      for (const option of options) {
        const scored = byOption[option]
        if (!scored) continue
        // Options of one strategy follow each other.
        if (scored.option.strategy.id !== last) {
          last = scored.option.strategy.id
          entry.strategies.add(last)
        }
        if (chosen.has(scored)) entry.planned.add(scored)
      }
    }
  }
  for (const gate of menus.gates) {
    if (verdicts.gates[gate.index] !== 'unknown') continue
    touch(
      gate.gate.confirmWhenUnknown.filter((fact) => !facts.values.has(fact)),
      `the gate '${gate.gate.id}'`,
      gate.options,
    )
  }
  const openRules = menus.rules.map((rule) => (verdicts.rules[rule.index] === 'unknown' ? missingFacts(rule, facts.values) : []))
  for (const rule of menus.rules) touch(openRules[rule.index]!, `the rule '${rule.rule.id}'`, rule.options)
  for (const scored of telling) {
    const done = new Set<string>()
    for (const { rule } of scored.option.adjustments) {
      for (const fact of openRules[rule.index]!) {
        if (done.has(fact)) continue
        done.add(fact)
        const entry = open.get(fact)!
        entry.swing = Math.max(entry.swing, ruleSwing(scored, fact, openRules, weights))
      }
    }
  }

  return [...open]
    .map(([fact, { strategies, planned: touched, settles, swing }]): DataGap<Ids> => {
      const why = facts.suppressed.has(fact) ? 'suppressed' : 'missing'
      return {
        fact,
        why,
        strategies: [...strategies].sort(),
        text: `${question(fact, menus)} It would settle ${settles.join(', ')}.${why === 'suppressed' ? ' The value is withheld (mostly because the count is small) or not published.' : ''}`,
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
function needSwing(
  scored: ScoredOption,
  gapById: ReadonlyMap<string, ServiceGap<Ids>>,
  moved: string,
  share: number,
  weight: number,
  weights: formulas.Weights,
): number {
  let others = 0
  for (const { gap, weight: other } of scored.option.strategy.addresses) {
    if (gap !== moved) others = Math.max(others, gapById.get(gap)!.severity.best * other)
  }
  const { best } = gapById.get(moved)!.severity
  const at = (severity: number): number => {
    const needed = formulas.need(Math.max(others, severity * weight), scored.room)
    return formulas.priority(
      formulas.impact(needed, scored.potential.best, scored.adjustments.impact.best),
      scored.feasibility.best,
      weights,
    )
  }
  return round4(Math.max(0, at(best + share / 2) - at(best - share / 2)))
}

/** The priority's move between all undecided rules that name a fact lowering and all of them raising, all else at its best value. */
function ruleSwing(scored: ScoredOption, fact: string, openRules: readonly (readonly string[])[], weights: formulas.Weights): number {
  const { option, adjustments, need, effect, ratings } = scored
  const at = (sign: 1 | -1): number => {
    const by = { reach: adjustments.reach.best, impact: adjustments.impact.best, feasibility: adjustments.feasibility.best }
    for (const { rule, on, by: hundredths } of option.adjustments) {
      if (Math.sign(hundredths) === sign && openRules[rule.index]!.includes(fact))
        by[on] = Math.max(-0.25, Math.min(0.25, by[on] + hundredths / 100))
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
