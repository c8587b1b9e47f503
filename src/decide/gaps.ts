import { builtInMenus } from '../menus/built-in.js'
import type { CompiledGap } from '../menus/compile.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import { clamp, type Estimate, exactly, round4 } from '../numbers.js'
import { collectFacts, type Facts } from '../profile/facts.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { GapNote, IndicatorSeverity, ServiceGap } from './decision.js'

const notKnown: Estimate = Object.freeze({ low: 0, best: 0.5, high: 1 })

/**
 * Severity of one indicator: clamp((value - met) / (worst - met), 0, 1), to 4 decimals.
 * @param value in the indicator's unit
 * @param met the value at which nothing is missing (severity 0)
 * @param worst the value at which the gap is at its worst (severity 1); may lie below or above `met`
 */
export const indicatorSeverity = (value: number, met: number, worst: number): number => round4(clamp((value - met) / (worst - met), 0, 1))

/**
 * Assesses every service gap of the menus: the sum of its indicators' severities by weight. The share of an indicator without a value
 * counts as the severity that the coalition stated for the gap, else as {0, 0.5, 1}; weights are never spread over what happens to be
 * measured, so that a weak stand-in cannot settle a gap alone.
 */
export function assessGaps(
  profile: CommunityProfile<Ids>,
  given: MenuHandle = builtInMenus(),
  facts: Facts = collectFacts(profile, given),
): ServiceGap<Ids>[] {
  return compiledOf(given).gaps.map((gap) => assessGap(gap, profile.gaps?.[gap.gap.id], facts))
}

function assessGap({ gap, shares }: CompiledGap, stated: number | undefined, facts: Facts): ServiceGap<Ids> {
  const unmeasured = stated === undefined ? notKnown : exactly(round4(stated))
  let measuredShare = 0
  let low = 0
  let best = 0
  let high = 0
  const notes: GapNote<Ids>[] = []
  let listed = 0
  const indicators = shares.map(({ weight, indicators: choices }): IndicatorSeverity<Ids> => {
    const indicator = choices.find(({ id }) => facts.given.has(id)) ?? choices[0]!
    const given = facts.given.get(indicator.id)
    const value = given === undefined ? null : Number(given.value)
    const severity = value === null ? unmeasured : exactly(indicatorSeverity(value, indicator.met!, indicator.worst!))
    if (value !== null) {
      measuredShare += weight
      const code = noteCodes[indicator.standsFor]
      if (code) notes.push({ code, indicator: indicator.id, year: given?.year ?? null })
    }
    listed += weight
    low += weight * severity.low
    best += weight * severity.best
    high += weight * severity.high
    return { id: indicator.id, value, year: given?.year ?? null, source: given?.source ?? null, severity, weight }
  })
  // What no indicator of the menus tells is not measured either.
  const rest = Math.max(0, round4(1 - listed))
  low += rest * unmeasured.low
  best += rest * unmeasured.best
  high += rest * unmeasured.high
  return {
    gap: gap.id,
    menu: gap.menu,
    severity: { low: round4(low), best: round4(best), high: round4(high) },
    basis: measuredShare > 0 ? 'measured' : stated === undefined ? 'assumed' : 'stated',
    measuredShare: round4(measuredShare),
    indicators,
    notes,
  }
}

const noteCodes = { itself: null, 'the-state': 'state-value', 'something-else': 'stand-in' } as const
