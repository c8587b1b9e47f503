import type { ServiceGap } from '../decide/decision.js'
import type { ScoredOption } from '../decide/score.js'
import type { CompiledRule, Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'

/** A set of rules that fired, the same object in every community. */
export interface FiredSet {
  readonly rules: readonly CompiledRule[]
  /** The sources of the options with these rules fired, by option and gap: they do not depend on a community. */
  readonly sources: Map<number, readonly string[]>
}

const firedSets = new WeakMap<Menus, Map<string, FiredSet>>()

/** The set of these rules. */
export function firedSet(rules: readonly CompiledRule[], menus: Menus): FiredSet {
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
export function sourceNarrator(
  gaps: readonly ServiceGap<Ids>[],
  menus: Menus,
): (scored: ScoredOption, own: readonly string[], fired: FiredSet) => readonly string[] {
  const gapIndex = new Map(gaps.map((gap, index) => [gap, index]))
  return ({ option, gap }, own, fired) => {
    const key = option.index * gaps.length + gapIndex.get(gap)!
    let sources = fired.sources.get(key)
    if (!sources) {
      const benchmarks = menus.gaps[gapIndex.get(gap)!]!.shares.flatMap(({ indicators }) =>
        indicators.flatMap((indicator) => indicator.sources),
      )
      sources = [...new Set([...own, ...benchmarks, ...fired.rules.flatMap(({ rule }) => rule.sources)])]
      fired.sources.set(key, sources)
    }
    return sources
  }
}
