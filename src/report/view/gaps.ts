import type { Recommendation, ServiceGap } from '../../decide/decision.js'
import type { Estimate } from '../../numbers.js'
import type { Ids } from '../../profile/schema.js'
import { basisNames } from '../../words/fixed.js'
import { grouped, withRange } from '../../words/numbers.js'
import { plainText, shorten } from '../../words/plain-text.js'
import type { Sources } from './option.js'

export interface IndicatorView {
  readonly label: string
  /** The value here with its unit, or that it is not known. */
  readonly here: string
  readonly origin: string
  readonly met: string
  readonly worst: string
  readonly severity: string
  readonly basis: 'measured' | 'stated' | 'assumed'
}

export interface GapView {
  readonly name: string
  readonly severity: Estimate
  readonly words: string
  /** How much of the severity is measured, how much is stated, and how much is open: they add up to `severity.high`. */
  readonly parts: { readonly measured: number; readonly stated: number; readonly open: number }
  readonly basis: ServiceGap['basis']
  readonly basisText: string
  readonly indicators: readonly IndicatorView[]
  readonly notes: readonly string[]
}

/** The gaps of one menu, the worst first. */
export interface GapGroup {
  readonly menu: string
  readonly gaps: readonly GapView[]
}

export function viewGaps({ gaps }: Recommendation<Ids>, { menus, names }: Sources): GapGroup[] {
  return menus.data.menus
    .map(({ id }) => ({
      menu: names.menu(id),
      gaps: gaps
        .filter((gap) => gap.menu === id)
        .sort((a, b) => b.severity.best - a.severity.best || b.measuredShare - a.measuredShare)
        .map((gap) => viewGap(gap, menus)),
    }))
    .filter((group) => group.gaps.length > 0)
}

function viewGap(gap: ServiceGap<Ids>, menus: Sources['menus']): GapView {
  const indicators = gap.indicators.map(({ id, value, year, source, severity, weight }) => {
    const known = menus.indicators.get(id)
    const basis = value !== null ? 'measured' : severity.low === severity.high ? 'stated' : 'assumed'
    const unit = known?.unit ?? ''
    return {
      share: weight * severity.best,
      view: {
        label: plainText(known?.label ?? id),
        here:
          value === null
            ? basis === 'stated'
              ? 'not measured; the coalition’s own judgement counts'
              : 'not known'
            : withUnit(value, unit),
        origin: [year === null ? '' : String(year), source === null ? '' : shorten(plainText(source), 200)].filter(Boolean).join(', '),
        met: known?.met === undefined ? '' : grouped(known.met),
        worst: known?.worst === undefined ? '' : grouped(known.worst),
        severity: withRange(severity),
        basis,
      } satisfies IndicatorView,
    }
  })
  const sum = (basis: IndicatorView['basis']): number =>
    indicators.filter(({ view }) => view.basis === basis).reduce((total, { share }) => total + share, 0)
  const shareText =
    gap.basis === 'measured' && gap.measuredShare < 1
      ? `${Math.round(gap.measuredShare * 100)} % measured, the rest ${sum('stated') > 0 || gap.severity.low === gap.severity.high ? 'stated by the coalition' : 'not known'}`
      : basisNames[gap.basis]
  return {
    name: plainText(gap.name),
    severity: gap.severity,
    words: withRange(gap.severity),
    parts: { measured: sum('measured'), stated: sum('stated'), open: gap.severity.high - gap.severity.low },
    basis: gap.basis,
    basisText: shareText,
    indicators: indicators.map(({ view }) => view),
    notes: gap.notes.map(plainText),
  }
}

/** A unit that explains codes (`0 = no such law, 1 = law in force`) stands in brackets. */
const withUnit = (value: number, unit: string): string =>
  unit.startsWith('0 =') ? `${value} (${plainText(unit)})` : `${grouped(value)} ${plainText(unit)}`.trim()
