import { describe, expect, test } from 'vitest'
import { loadMenuData } from '../scripts/menus-plugin.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { CommunityProfile } from '../src/profile/schema.js'
import { decide } from '../src/recommend.js'
import { english } from '../src/words/english.js'
import { explain } from '../src/words/explain.js'
import { namesOf } from '../src/words/names.js'
import { wordsOf } from '../src/words/plan.js'
import { confirmationsOf, reasonsOf, sourcesOf, warningsOf } from '../src/words/reason.js'
import { inShort, refusal } from './fixtures/issues.js'
import { ranked } from './fixtures/profiles.js'

const menus = builtInMenus()
const names = namesOf(menus)

/** A county with a jail and without a syringe service, with a coalition that has rated, stated and begun something. */
const profile: CommunityProfile = {
  name: 'A county',
  asOf: '2027-06-30',
  indicators: {
    'households-no-internet-pct': { value: 31, year: 2023, source: 'ACS' },
    'otp-within-30-min-pct-tracts': 10,
  },
  context: { 'jail-present': true, 'ssp-present': false, 'ssp-planned': false, 'state-allows-medication-units': false },
  gaps: { 'moud-linkage': 0.8 },
  landscape: [{ strategy: 'linkage-programs', venue: 'jails', stage: 'partial' }],
  ratings: [
    { strategy: 'disposal-programs', rater: 'A', feasibility: 5 },
    { strategy: 'disposal-programs', rater: 'B', feasibility: 2, readiness: 3, interest: true },
  ],
}
const decision = decide(profile)
const jail = ranked(decision, 'active-oend-high-risk-venues@criminal-legal@jails')
const dropBox = ranked(decision, 'disposal-programs@healthcare@pharmacy')
const telemedicine = ranked(decision, 'moud-telemedicine@healthcare@outpatient-clinics')
const linkage = ranked(decision, 'linkage-programs@criminal-legal@jails')

describe('The reasons of an option', () => {
  test('are the steps of its score in order, as codes with the numbers of the decision', () => {
    expect(reasonsOf(dropBox, decision, menus)).toEqual([
      { code: 'gap', ...decision.gaps.find(({ gap }) => gap === 'unused-opioid-disposal') },
      { code: 'need', weight: 1, stage: 'not-begun', room: 1, need: { low: 0.05, best: 0.5, high: 1 } },
      { code: 'effect', strategy: 'disposal-programs' },
      {
        code: 'reach',
        option: 'disposal-programs@healthcare@pharmacy',
        listed: 0.5,
        atRiskShare: { low: 0.02, best: 0.05, high: 0.1 },
        rules: { low: -0.1, best: 0, high: 0 },
        reach: { low: 0.008, best: 0.025, high: 0.05 },
      },
      {
        code: 'impact',
        need: { low: 0.05, best: 0.5, high: 1 },
        effect: { low: 0.03, best: 0.1, high: 0.2 },
        reach: { low: 0.008, best: 0.025, high: 0.05 },
        rules: { low: -0.1, best: 0, high: 0 },
        impact: { low: 0.025, best: 0.1581, high: 0.3162 },
      },
      {
        code: 'feasibility',
        option: 'disposal-programs@healthcare@pharmacy',
        feasibility: { low: 0.87, best: 0.895, high: 0.92 },
        byDefault: { strategy: 0.79, modifier: 0, low: 0.74, best: 0.79, high: 0.84 },
        ratings: { feasibility: 5, readiness: null, desirability: null, raters: 1, leftOut: 1 },
        rules: { low: 0, best: 0, high: 0 },
        delay: { low: 0, best: 0, high: 0 },
      },
      {
        code: 'priority',
        impact: { low: 0.025, best: 0.1581, high: 0.3162 },
        feasibility: { low: 0.87, best: 0.895, high: 0.92 },
        weights: { impact: 2 / 3, feasibility: 1 / 3 },
        priority: { low: 8.1621, best: 28.1771, high: 45.1409 },
      },
      { code: 'availability', priority: 28.1771, chance: 0.665, expected: 18.7378, waitsFor: ['partner-pharmacy', 'saturated-drop-boxes'] },
      {
        code: 'range',
        low: 8.1621,
        high: 45.1409,
        narrower: [
          { by: 'effect', width: 30.2372, missing: [] },
          { by: 'need', width: 18.224, missing: ['disposal-site-in-county-0-1'] },
          { by: 'rules', width: 36.0473, missing: ['fentanyl-share-of-overdose-deaths-pct', 'pharmacy-within-30-min-pct-tracts'] },
          { by: 'judged', width: 30.2372, missing: [] },
        ],
      },
      { code: 'synergies', strategies: ['safer-prescribing-acute'] },
    ])
  })

  test('read as sentences', () => {
    const { reasons } = wordsOf(dropBox, decision, names, english)
    expect(reasons).toHaveLength(10)
    expect(reasons[0]).toBe(
      'The gap: Unused opioids stay in homes. Severity 0.50 (0.00 to 1.00), not known. A standing drop box or free mail-back is open to residents: not known, counts 1.00.',
    )
    expect(reasons[1]).toBe(
      'It addresses this gap with weight 1.00. Here it is not begun, so the room left is 1.00. Need: 0.50 (0.05 to 1.00).',
    )
    expect(reasons[4]).toBe('Impact = √(need × √(effect × reach)) = √(0.50 × √(0.10 × 0.03)) = 0.16 (0.03 to 0.32).')
    expect(reasons[6]).toBe('Priority = 100 × impact^(2/3) × feasibility^(1/3) = 100 × 0.16^(2/3) × 0.90^(1/3) = 28.2 (8.2 to 45.1).')
    expect(reasons[7]).toBe(
      'It is worth 28.2 points if there is a pharmacy here, and if there are not yet several drop boxes. That is not known; together the chance is judged at about 2 in 3 places, so it counts 18.7 points until you answer.',
    )
    expect(reasons[8]).toBe(
      'The priority could be anywhere from 8.2 to 45.1. Knowing the effect exactly would narrow that to 30.2 points. Knowing the need would narrow that to 18.2 points (not known: A standing drop box or free mail-back is open to residents). Settling the undecided rules would narrow that to 36.0 points (not known: Overdose deaths that involve fentanyl; Tracts within 30 minutes of a pharmacy). Knowing the share of people at high risk, and how hard the venue is, would narrow that to 30.2 points.',
    )
    expect(reasons[9]).toBe(
      'Works well together with Safer opioid prescribing for acute pain across varied healthcare settings (does not change the score).',
    )
  })

  test('name a rule that applies, with the fact behind it, its year and its source', () => {
    expect(reasonsOf(telemedicine, decision, menus).filter(({ code }) => code === 'rule')).toEqual([
      {
        code: 'rule',
        rule: 'no-internet',
        facts: [
          {
            fact: 'households-no-internet-pct',
            known: { id: 'households-no-internet-pct', value: 31, year: 2023, source: 'ACS', given: 'profile' },
          },
        ],
        moves: [{ on: 'reach', by: -0.1 }],
      },
    ])
    expect(wordsOf(telemedicine, decision, names, english).reasons).toContain(
      'Because of what is known here (Households without internet: 31 % (2023, ACS)), a rule lowers reach by 0.10 (size: judgement). Video leaves out homes without a connection; voice and hosted screens do not. [dea-tele-buprenorphine-2025]',
    )
  })

  test('say what is stated and what runs already', () => {
    const reasons = reasonsOf(linkage, decision, menus)
    expect(reasons[0]).toMatchObject({ code: 'gap', gap: 'moud-linkage', basis: 'stated', severity: { low: 0.8, best: 0.8, high: 0.8 } })
    expect(reasons[1]).toEqual({ code: 'need', weight: 0.9, stage: 'partial', room: 0.5, need: { low: 0.5, best: 0.5, high: 0.5 } })
  })

  test('have no range where everything is known', () => {
    const { data } = menus
    const known = decide({
      name: 'X',
      indicators: Object.fromEntries(data.indicators.filter(({ from }) => !from).map(({ id, range }) => [id, range.min])),
      context: Object.fromEntries(
        data.facts.map(({ id, type, values, range }) => [id, type === 'boolean' ? true : type === 'choice' ? values![0] : range!.min]),
      ),
    } as never)
    const by = known.ranking
      .flatMap((option) => reasonsOf(option, known, menus))
      .flatMap((reason) => (reason.code === 'range' ? reason.narrower : []))
    // What is left open is the effect, and what the menus judge.
    expect(new Set(by.map((each) => each.by))).toEqual(new Set(['effect', 'judged']))
    expect(by.every(({ missing }) => missing.length === 0)).toBe(true)
  })

  test('show the weights of the coalition without the noise of binary numbers', () => {
    const weighted = decide(profile, { weights: { impact: 0.7, feasibility: 1 - 0.7 } })
    expect(1 - 0.7).not.toBe(0.3)
    expect(wordsOf(ranked(weighted, jail.id), weighted, names, english).reasons.join('\n')).toMatch(
      /Priority = 100 × impact\^0\.7 × feasibility\^0\.3 = 100 × 0\.\d\d\^0\.7 × 0\.\d\d\^0\.3 = /,
    )
  })
})

describe('The warnings of an option', () => {
  test('are cautions, warnings of rules, laws to check again, and raters left out', () => {
    expect(warningsOf(dropBox, decision, menus)).toEqual([
      { code: 'caution', strategy: 'disposal-programs', caution: 0 },
      { code: 'caution', strategy: 'disposal-programs', caution: 1 },
      { code: 'caution', strategy: 'disposal-programs', caution: 2 },
      { code: 'left-out', raters: 1 },
    ])
    expect(warningsOf(telemedicine, decision, menus)).toEqual([
      { code: 'caution', strategy: 'moud-telemedicine', caution: 0 },
      { code: 'rule-warning', rule: 'no-internet', effect: expect.any(Number), missing: [] },
      { code: 'recheck', gate: 'legal-tele-buprenorphine', recheckBy: '2026-12-31', asOf: '2027-06-30', isOut: true },
    ])
  })

  test('read as sentences', () => {
    const { warnings } = wordsOf(telemedicine, decision, names, english)
    expect(warnings[1]).toBe(
      'Plan for voice calls, lent phones and a private screen at a host site. (Video leaves out homes without a connection; voice and hosted screens do not.)',
    )
    expect(warnings[2]).toBe(
      'The law behind this had to be checked again by 2026-12-31, and this profile is as of 2027-06-30. Federal law allows starting buprenorphine by video or phone, but a state may ask for a visit in person.',
    )
    expect(wordsOf(dropBox, decision, names, english).warnings.at(-1)).toBe('1 rater left out: they declared an interest in this strategy.')
  })

  test('name the medications that a gate takes off', () => {
    const clinic = ranked(decision, 'moud-interim-and-medication-units@healthcare@outpatient-clinics')
    expect(clinic.medications).toEqual(['buprenorphine'])
    expect(warningsOf(clinic, decision, menus).filter(({ code }) => code === 'dropped')).toEqual([
      { code: 'dropped', gate: 'legal-medication-unit', medications: ['methadone'] },
    ])
    expect(wordsOf(clinic, decision, names, english).warnings).toContainEqual(expect.stringMatching(/^Without methadone: /))
  })
})

describe('What to confirm first', () => {
  test('is each undecided gate with the facts to find out, and what follows', () => {
    expect(confirmationsOf(dropBox, decision, menus)).toEqual([
      { gate: 'partner-pharmacy', facts: [{ fact: 'pharmacy-present', known: null }], otherwise: 'excluded' },
      { gate: 'saturated-drop-boxes', facts: [{ fact: 'drop-box-coverage', known: null }], otherwise: 'excluded' },
    ])
    expect(wordsOf(dropBox, decision, names, english).confirmFirst[0]).toBe(
      'Not known: Is there a pharmacy in the community? If the answer rules it out, this option is excluded. There is no pharmacy to host it.',
    )
    expect(dropBox.availability.waitsFor).toEqual(['partner-pharmacy', 'saturated-drop-boxes'])
  })

  test('is a gate that only asks, with the answer where it is known', () => {
    const opposed = decide({ ...profile, context: { ...profile.context, 'sheriff-support': 'opposed' } })
    const option = ranked(opposed, linkage.id)
    const asked = confirmationsOf(option, opposed, menus).filter(({ gate }) => gate === 'partner-sheriff-opposed')
    expect(asked).toMatchObject([{ facts: [{ fact: 'sheriff-support', known: { value: 'opposed' } }], otherwise: 'settle' }])
    expect(wordsOf(option, opposed, names, english).confirmFirst.join('\n')).toMatch(
      /^position of the head of the jail: opposed\. Settle this first\./m,
    )
  })

  test('is nothing where every gate is decided', () => {
    expect(confirmationsOf(jail, decision, menus)).toEqual([])
  })
})

describe('The sources of an option', () => {
  test('are each once: those of its evidence, its cautions, the benchmarks of its gap and the rules that apply', () => {
    expect(sourcesOf(dropBox, decision, menus)).toEqual(['gray-2015', '21-cfr-1317', 'gao-18-25'])
    expect(sourcesOf(telemedicine, decision, menus)).toEqual([
      'jones-2023',
      'jones-2022',
      'nguyen-2024',
      'hammerslag-2023',
      'dea-tele-buprenorphine-2025',
      '90-fr-13410',
      'dea-telemedicine-extension-4',
      'kleinman-2020',
      'oeps',
    ])
  })

  test('are references that the menus hold', () => {
    const held = new Set(loadMenuData().references.map(({ id }) => id))
    const cited = decision.ranking.flatMap((option) => sourcesOf(option, decision, menus))
    expect(cited.filter((source) => !held.has(source))).toEqual([])
  })
})

describe('The explanation', () => {
  test('of a planned option names the requirements that it counts for, and what would take its place', () => {
    const { id, state, option, why, options, missing, words } = explain(decision, jail.id)
    expect({ id, state, option }).toEqual({ id: jail.id, state: 'planned', option: jail })
    expect(options).toEqual(decision.ranking.filter(({ strategy }) => strategy === jail.strategy))
    const [place, planned, otherwise] = why
    expect(why).toHaveLength(3)
    expect(place).toEqual({
      code: 'place',
      option: jail.id,
      rank: 3,
      of: 142,
      priority: jail.priority,
      quadrant: 'do-now',
      unsettled: true,
    })
    expect(planned).toMatchObject({
      code: 'planned',
      requirements: [
        { id: 'r1-five-strategies' },
        { id: 'r2-one-oend' },
        { id: 'r3-active-oend' },
        { id: 'r6-population-oend' },
        { id: 'r7-criminal-legal' },
      ],
    })
    expect(otherwise).toMatchObject({
      code: 'otherwise',
      otherwise: { id: 'active-oend-high-risk-venues@criminal-legal@community-supervision' },
    })
    expect(words.why).toEqual([
      'Active OEND at high-risk venues (jails) has rank 3 of 142, priority 55.3 (30.7 to 78.6), do now (not settled).',
      expect.stringMatching(
        /^It is in the plan\. It counts for At least five strategies in all; .*; At least one option in the criminal-legal sector\.$/,
      ),
      'If it turns out impossible, Active OEND at high-risk venues (probation and parole) takes its place, at a cost of 0.9 points.',
    ])
    expect(missing).toEqual(decision.dataGaps.filter(({ strategies }) => strategies.includes('active-oend-high-risk-venues')))
    expect(words.missing).toHaveLength(missing.length)
    expect(words.missing).toContain(
      'Where does the sheriff, or whoever heads the jail, stand on this work? It would settle 1 condition for options to be possible and 2 rules that would move scores.',
    )
    const { why: _, missing: __, ...spoken } = words
    expect(spoken).toEqual(wordsOf(jail, decision, names, english))
  })

  test('of a ranked option says what it lost to, which weaker option is needed more, and what runs already', () => {
    const { state, why, words } = explain(decision, linkage.id)
    const [bridge, chronic] = [
      'bridging-medications@healthcare@outpatient-clinics',
      'safer-prescribing-chronic@healthcare@outpatient-clinics',
    ]
    expect(state).toBe('ranked')
    expect(why).toMatchObject([
      { code: 'place', rank: 39 },
      { code: 'not-planned' },
      { code: 'lost-to', option: bridge, points: Number((ranked(decision, bridge).expected - linkage.expected).toFixed(4)) },
      { code: 'needed', option: chronic, expected: ranked(decision, chronic).expected },
      { code: 'runs', stage: 'partial', room: 0.5 },
    ])
    expect(words.why.slice(1)).toEqual([
      'It is not in the plan.',
      'In its section it lost to Bridging MOUD medications as linkage adjunct (outpatient clinics), which has 9.5 points more.',
      'Safer opioid prescribing for chronic pain (outpatient clinics) (counts 37.3) ranks lower and is in the plan because it alone meets: At least one strategy for prescription opioid safety; At least one strategy for safer opioid prescribing or dispensing; disposal alone does not count.',
      'Here it is already in part of the community: the room left is 0.50.',
    ])
  })

  test('of a ranked option that no other explains says that the places are taken', () => {
    const { why, words } = explain(decision, dropBox.id)
    expect(why.slice(1)).toEqual([
      { code: 'not-planned' },
      { code: 'no-place', size: 5, last: 'safer-prescribing-chronic@healthcare@outpatient-clinics', expected: 37.2676 },
    ])
    expect(words.why.at(-1)).toBe(
      'All 5 places of the plan are taken by options that count more together. The last one is Safer opioid prescribing for chronic pain (outpatient clinics), which counts 37.3. A larger plan or a pin can bring this option in.',
    )
  })

  test('of a strategy takes its planned option, else its best, and names the options that are excluded', () => {
    expect(explain(decision, 'moud-telemedicine').option).toEqual(telemedicine)
    const { state, option, options, why } = explain(decision, 'moud-interim-and-medication-units')
    expect(state).toBe('ranked')
    expect(options).toEqual(decision.ranking.filter(({ strategy }) => strategy === 'moud-interim-and-medication-units'))
    expect(option).toEqual(options[0])
    expect(why.filter(({ code }) => code === 'excluded')).toEqual([
      {
        code: 'excluded',
        option: 'moud-interim-and-medication-units@behavioral-health@syringe-service-programs',
        gates: ['partner-syringe-services'],
      },
      { code: 'excluded', option: 'moud-interim-and-medication-units@healthcare@pharmacy', gates: ['legal-medication-unit'] },
    ])
  })

  test('of an excluded option names the gates that exclude it, and nothing else', () => {
    const id = 'active-oend-at-risk@behavioral-health@syringe-service-programs'
    expect(explain(decision, id)).toEqual({
      id,
      state: 'excluded',
      option: null,
      why: [{ code: 'excluded', option: id, gates: ['partner-syringe-services'] }],
      options: [],
      missing: [],
      words: {
        why: [
          'Active OEND for at-risk individuals (syringe service programs) is excluded. There is no syringe service and nobody plans to open one; mobile outreach is the nearest stand-in.',
        ],
        reasons: [],
        warnings: [],
        confirmFirst: [],
        sources: [],
        missing: [],
      },
    })
  })

  test('of an unknown id is refused with what was meant, and never takes a part of a name for it', () => {
    expect(inShort(refusal(() => explain(decision, 'linkage-program')))).toEqual([
      expect.stringMatching(/linkage-program'.*Did you mean 'linkage-programs'\?$/),
    ])
    expect(inShort(refusal(() => explain(decision, 'linkage-programs@criminal-legal@jail')))).toEqual([
      expect.stringMatching(/Did you mean 'linkage-programs@criminal-legal@jails'\?$/),
    ])
    for (const id of ['', 'linkage', 'jails', '@criminal-legal@jails', 'constructor'])
      expect(
        refusal(() => explain(decision, id)),
        id,
      ).toMatchObject([{ code: 'unknown-id', id }])
  })
})
