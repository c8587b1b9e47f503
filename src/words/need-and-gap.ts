import type { ServiceGap } from '../decide/decision.js'
import type { ScoredOption } from '../decide/score.js'
import type { Menus, Option } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { show } from './numbers-in-words.js'

/** A gap with what it is measured by, against which benchmark, and what is not known of it. */
export function describeGap(gap: ServiceGap<Ids>, menus: Menus): string {
  const known = gap.indicators.filter(({ value }) => value !== null)
  const missing = gap.indicators.filter(({ value }) => value === null)
  const parts = known.map(({ id, value, year, source, severity, weight }) => {
    const { label, unit, met, worst } = menus.indicators.get(id)!
    const origin = [year, source].filter((part) => part !== null).join(', ')
    return `${label}: ${value}${/^\d/.test(unit) ? ` (${unit})` : ` ${unit}`}${origin === '' ? '' : ` (${origin})`}, severity ${severity.best} on the scale from ${met} (met) to ${worst} (worst), weight ${weight}`
  })
  const rest = missing.map(
    ({ id, severity, weight }) =>
      `${menus.indicators.get(id)!.label}: ${severity.low === severity.high ? `stated by the coalition as ${severity.best}` : 'not known, counted as 0 to 1'}, weight ${weight}`,
  )
  const head = `Gap: ${gap.name} (${gap.gap}), severity ${show(gap.severity)}, ${gap.basis}, measured share ${gap.measuredShare}`
  return [`${head}: ${[...parts, ...rest].join('; ')}.`, ...gap.notes].join(' ')
}

/** The words on the need: the same for all options of a strategy at the same stage. */
export function needNarrator(): (scored: ScoredOption) => string {
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
export function missingNarrator(gaps: readonly ServiceGap<Ids>[], menus: Menus): (scored: ScoredOption) => string {
  const gapById = new Map(gaps.map((gap) => [gap.gap, gap]))
  const known = new Map<Option['strategy'], string>()
  return ({ option: { strategy }, gap: driving, gapWeight }) => {
    let missing = known.get(strategy)
    if (missing === undefined) {
      const deciding = strategy.addresses
        .map(({ gap, weight }) => ({ gap: gapById.get(gap)!, weight }))
        .filter(({ gap, weight }) => gap === driving || gap.severity.high * weight > driving.severity.best * gapWeight)
      missing = deciding
        .flatMap(({ gap }) => gap.indicators.filter(({ severity }) => severity.low !== severity.high))
        .map(({ id }) => menus.indicators.get(id)!.label)
        .join('; ')
      known.set(strategy, missing)
    }
    return missing
  }
}
