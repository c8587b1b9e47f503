import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Decision, RankedOption } from '../src/decide/decision.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { Estimate } from '../src/numbers.js'
import { decide } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { say } from '../src/words/language.js'
import { namesOf } from '../src/words/names.js'
import { rounded } from '../src/words/numbers.js'
import { type Reason, reasonsOf } from '../src/words/reason.js'
import { plain } from '../src/words/rich.js'
import { anyProfile } from './fixtures/profiles.js'

const runs = (numRuns: number) => ({ seed: 20_251_122, numRuns })

/** Rounds so many ten-thousandths halves up, by whole numbers alone. */
function halvesUp(tenThousandths: number, decimals: number): string {
  const step = 10n ** BigInt(4 - decimals)
  const size = BigInt(Math.abs(tenThousandths))
  const steps = (size + step / 2n) / step
  const digits = String(steps).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return tenThousandths < 0 && steps > 0n ? `-${text}` : text
}
const shown = (value: number, decimals: number): string => halvesUp(Math.round(value * 10_000), decimals)

describe('A number for people', () => {
  test.prop([fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 })], runs(20_000))(
    'is rounded halves up from its four decimals',
    (tenThousandths, decimals) => {
      expect(rounded(tenThousandths / 10_000, decimals)).toBe(halvesUp(tenThousandths, decimals))
    },
  )

  test.prop([fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(-1e-13, 0, 1e-13)], runs(2_000))(
    'goes up at every half, also where the half is a hair less in binary',
    (whole, decimals, hair) => {
      const half = 0.5 / 10 ** decimals
      expect(rounded(whole + half + hair, decimals)).toBe((whole + 1 / 10 ** decimals).toFixed(decimals))
    },
  )

  test('is not rounded twice, and is never minus nothing', () => {
    expect([rounded(0.4449, 1), rounded(0.4499, 0), rounded(57.45, 1), rounded(0.025, 2), rounded(1.005, 2), rounded(16.1977, 1)]).toEqual([
      '0.4',
      '0',
      '57.5',
      '0.03',
      '1.01',
      '16.2',
    ])
    expect([rounded(-0.004, 2), rounded(-0.005, 2), rounded(-28.65, 1), rounded(0, 2)]).toEqual(['0.00', '-0.01', '-28.7', '0.00'])
  })
})

describe('Every number in the sentences of a formula', () => {
  const menus = builtInMenus()
  const names = namesOf(menus)

  /** `0.43 (0.05 to 0.85)`, or `0.43` where both ends look alike. */
  const range = ({ low, best, high }: Estimate, decimals = 2): string =>
    shown(low, decimals) === shown(high, decimals)
      ? shown(best, decimals)
      : `${shown(best, decimals)} (${shown(low, decimals)} to ${shown(high, decimals)})`
  const plus = (by: number): string => (by < 0 ? ` - ${shown(-by, 2)}` : ` + ${shown(by, 2)}`)

  /** What the sentence of a step must hold, made of the decision's numbers. */
  function expected({ code }: Reason, { factors, impact, feasibility, priority }: RankedOption, { weights }: Decision): string[] {
    const { need, effect, reach, adjustments, defaultFeasibility, ratings } = factors
    const { modifier, strategy } = defaultFeasibility
    const moved = (by: Estimate): boolean => by.low !== 0 || by.high !== 0
    switch (code) {
      case 'need':
        return [`weight ${shown(factors.gapWeight, 2)}.`, `room left is ${shown(factors.room, 2)}.`, `Need: ${range(need)}.`]
      case 'effect':
        return [`Effect among people reached: ${range(effect)}, `]
      case 'reach':
        return [
          `Here it can reach ${shown(factors.listedReach, 2)} of `,
          ...(moved(adjustments.reach) ? [` Rules move that by ${range(adjustments.reach)}.`] : []),
          `They are ${range(factors.atRiskShare)} of all people at high risk`,
          `Reach: ${range(reach)}.`,
        ]
      case 'impact': {
        const product = `√(${shown(need.best, 2)} × √(${shown(effect.best, 2)} × ${shown(reach.best, 2)}))`
        const rules = adjustments.impact.best
        return [` = ${product}${rules === 0 ? '' : ` × (1${plus(rules)})`} = ${range(impact)}.`]
      }
      case 'feasibility':
        return [
          ratings.raters === 0
            ? `Feasibility ${range(feasibility)}: the menu's default`
            : `Feasibility ${range(feasibility)}, from the medians of `,
          ...(factors.feasibilityBasis === 'rated'
            ? []
            : [
                `the menu's default of ${shown(strategy, 2)} (judgement)`,
                ...(modifier === 0 ? [] : [`)${plus(modifier)} for the venue (`, `) = ${range(defaultFeasibility)}`]),
                ...(moved(adjustments.feasibility) ? [`, moved by rules by ${range(adjustments.feasibility)}`] : []),
              ]),
        ]
      case 'priority': {
        const [a, b] = weights.impact === 0.5 ? ['^0.5', '^0.5'] : ['^(2/3)', '^(1/3)']
        return [` = 100 × ${shown(impact.best, 2)}${a} × ${shown(feasibility.best, 2)}${b} = ${range(priority, 1)}.`]
      }
      case 'range':
        return [`anywhere from ${shown(priority.low, 1)} to ${shown(priority.high, 1)}.`]
      default:
        return []
    }
  }

  const weights = fc.constantFrom({ impact: 2 / 3, feasibility: 1 / 3 }, { impact: 0.5, feasibility: 0.5 })

  test.prop([anyProfile, weights], runs(30))("is the decision's number, rounded halves up", (profile, chosen) => {
    const decision = decide(profile, { weights: chosen })
    const wrong = decision.ranking.flatMap((option) =>
      reasonsOf(option, decision, menus).flatMap((reason) => {
        const sentence = plain(say(english.reason, reason, names), names)
        const widths = reason.code === 'range' ? reason.narrower.map(({ width }) => ` would narrow that to ${shown(width, 1)} points`) : []
        return [...expected(reason, option, decision), ...widths]
          .filter((part) => !sentence.includes(part))
          .map((part) => `${option.id}: '${part}' in '${sentence}'`)
      }),
    )
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test.prop([anyProfile], runs(30))(
    'of the formulas for impact and priority is one of those numbers: there is no other in them',
    (profile) => {
      const decision = decide(profile)
      const numbersIn = (sentence: string): string[] => sentence.replaceAll(/\^\(\d\/\d\)/g, '').match(/\d+(\.\d+)?/g) ?? []
      const wrong = decision.ranking.flatMap((option) => {
        const { factors, impact, feasibility, priority } = option
        const { need, effect, reach, adjustments } = factors
        const held = ({ low, high }: Estimate, decimals = 2): string[] => {
          const ends = [shown(low, decimals), shown(high, decimals)]
          return ends[0] === ends[1] ? [] : ends
        }
        const rules = adjustments.impact.best
        const all: Partial<Record<Reason['code'], string[]>> = {
          impact: [
            ...(rules === 0 ? [] : ['1']),
            ...[need, effect, reach].map(({ best }) => shown(best, 2)),
            ...(rules === 0 ? [] : ['1', shown(Math.abs(rules), 2)]),
            shown(impact.best, 2),
            ...held(impact),
          ],
          priority: ['100', '100', shown(impact.best, 2), shown(feasibility.best, 2), shown(priority.best, 1), ...held(priority, 1)],
        }
        return reasonsOf(option, decision, menus).flatMap((reason) => {
          const sentence = plain(say(english.reason, reason, names), names)
          const numbers = all[reason.code]
          return numbers === undefined || numbersIn(sentence).join() === numbers.join() ? [] : [`${option.id}: ${sentence}`]
        })
      })
      expect(wrong.slice(0, 3)).toEqual([])
    },
  )
})
