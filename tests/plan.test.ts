import { describe, expect, test } from 'vitest'
import { checkPlan } from '../src/check-plan.js'
import { builtInMenus } from '../src/menus/built-in.js'
import type { Menus } from '../src/menus/compile.js'
import { recommend } from '../src/recommend.js'
import { namesOf } from '../src/words/names.js'
import { rounded } from '../src/words/numbers.js'
import type { Recommendation } from '../src/words/plan.js'
import { confirmationsOf } from '../src/words/reason.js'
import { type SmallStrategy, smallGate, smallMenus } from './fixtures/menus.js'
import { randomProfile, recommended } from './fixtures/profiles.js'
import { randomFrom, shuffled } from './fixtures/values.js'

/** The strategy of an option's id. */
const strategyOf = ({ id }: { readonly id: string }): string => id.split('@')[0]!
const ids = ({ plan }: Pick<Recommendation, 'plan'>): string[] => plan.selections.map(({ id }) => id)
const requirement = ({ plan }: Pick<Recommendation, 'plan'>, id: string) => plan.requirements.find((each) => each.id === id)!

describe('The plan of a community of which nothing is known', () => {
  const result = recommend({ name: 'X' })

  test('has five different strategies and meets every requirement of the trial', () => {
    expect(result.plan).toMatchObject({ size: 5, complete: true })
    expect(new Set(result.plan.selections.map(strategyOf)).size).toBe(5)
    expect(result.plan.requirements.map(({ id, basis, met }) => [id, basis, met])).toEqual([
      ['r1-five-strategies', 'trial', true],
      ['r2-one-oend', 'trial', true],
      ['r2-three-moud', 'trial', true],
      ['r2-one-safer-prescribing', 'trial', true],
      ['r3-active-oend', 'trial', true],
      ['r4-expand-moud', 'trial', true],
      ['r4-link-to-moud', 'trial', true],
      ['r4-engage-and-retain', 'trial', true],
      ['r5-safer-practices', 'trial', true],
      ['r6-population-oend', 'trial', true],
      ['r6-population-moud', 'trial', true],
      ['r7-healthcare', 'trial', true],
      ['r7-behavioral-health', 'trial', true],
      ['r7-criminal-legal', 'trial', true],
    ])
  })

  test('stands in the order of the ranking, with the total of its priorities', () => {
    const order = result.ranking.map(({ id }) => id).filter((id) => ids(result).includes(id))
    expect(ids(result)).toEqual(order)
    expect(result.plan.total).toBeCloseTo(
      result.plan.selections.reduce((sum, { expected }) => sum + expected, 0),
      4,
    )
  })

  test('lists the populations that no chosen option names', () => {
    const { counted, atLeast, unnamed, metBy, text } = requirement(result, 'r6-population-oend')
    const named = new Set(metBy.flatMap((id) => builtInMenus().optionById.get(id)!.populations))
    expect([counted, atLeast]).toEqual([metBy.length, 1])
    expect(unnamed).toEqual(
      builtInMenus()
        .data.settings.populations.map(({ id }) => id)
        .filter((id) => !named.has(id)),
    )
    expect(text).toMatch(/^Met: \d options?, at least 1 needed\. (Not named by any of them: .+\.|All high-risk populations are named\.)$/)
  })
})

describe('Size', () => {
  test.each([6, 8, 12, 20, 30])('a plan of %i has so many options, and no strategy more than twice', (size) => {
    const { plan } = recommend({ name: 'X' }, { size })
    expect(plan.size).toBe(size)
    for (const chosen of plan.selections)
      expect(plan.selections.filter((other) => strategyOf(other) === strategyOf(chosen)).length).toBeLessThanOrEqual(2)
  })

  test('a plan smaller than its requirements need grows, and says so', () => {
    const { plan } = recommend({ name: 'X' }, { size: 1 })
    expect(plan).toMatchObject({ size: 5, complete: true })
    expect(plan.notes).toEqual([
      {
        code: 'grown',
        asked: 1,
        size: 5,
        proven: true,
        text: '1 option cannot meet all requirements: the plan has 5, the fewest that can.',
      },
    ])
  })

  test('goals that five options cannot serve make it grow to the smallest size that can', () => {
    const goals = builtInMenus().data.gaps.map(({ id }) => ({ gap: id })) as { gap: 'moud-linkage' }[]
    const { plan } = recommend({ name: 'X', goals })
    expect(plan.complete).toBe(true)
    expect(plan.size).toBeGreaterThan(5)
    expect(plan.notes[0]).toEqual({
      code: 'grown',
      asked: 5,
      size: plan.size,
      proven: true,
      text: `5 options cannot meet all requirements: the plan has ${plan.size}, the fewest that can.`,
    })
  })

  test('maxPerStrategy 1 takes each strategy once; 21 is then the most', () => {
    const { plan } = recommend({ name: 'X' }, { size: 30, maxPerStrategy: 1 })
    expect(plan.size).toBe(21)
    expect(new Set(plan.selections.map(strategyOf)).size).toBe(21)
    expect(plan.notes).toEqual([
      {
        code: 'smaller',
        asked: 30,
        size: 21,
        maxPerStrategy: 1,
        text: 'Only 21 options can be chosen (at most 1 of one strategy): the plan is smaller than the 30 asked for.',
      },
    ])
  })

  test('a higher maxPerStrategy lets more options of one strategy in', () => {
    const most = (maxPerStrategy: number): number => {
      const { selections } = recommend({ name: 'X', gaps: { 'naloxone-supply': 1 } }, { size: 12, maxPerStrategy }).plan
      return Math.max(...selections.map((chosen) => selections.filter((other) => strategyOf(other) === strategyOf(chosen)).length))
    }
    expect(most(1)).toBe(1)
    expect(most(2)).toBe(2)
    expect(most(5)).toBeGreaterThan(2)
  })
})

describe('Goals and priority populations', () => {
  test('every goal is served by a strategy with weight 0.5 or more for its gap', () => {
    const result = recommend({ name: 'X', goals: [{ gap: 'unused-opioid-disposal', statement: 'A drop box in every town' }] })
    expect(requirement(result, 'goal-unused-opioid-disposal')).toMatchObject({
      kind: 'goal',
      gap: 'unused-opioid-disposal',
      statements: ['A drop box in every town'],
      label: 'Goal: A drop box in every town',
      basis: 'coalition',
      met: true,
    })
    // safer-prescribing-acute addresses it too, with weight 0.3
    for (const id of requirement(result, 'goal-unused-opioid-disposal').metBy) expect(id).toMatch(/^disposal-programs@/)
  })

  test('several goals for one gap are one requirement', () => {
    const result = recommend({
      name: 'X',
      goals: [{ gap: 'moud-linkage', statement: 'A' }, { gap: 'moud-linkage', statement: 'B' }, { gap: 'moud-linkage' }],
    })
    expect(result.plan.requirements.filter(({ kind }) => kind === 'goal')).toMatchObject([
      { id: 'goal-moud-linkage', gap: 'moud-linkage', statements: ['A', 'B'], label: 'Goal: A; B' },
    ])
  })

  test.each(builtInMenus().data.settings.populations.map(({ id }) => id))(
    'the priority population %s is named by a chosen OEND or MOUD option',
    (population) => {
      const result = recommend({ name: 'X', priorityPopulations: [population as 'reduced-tolerance'] })
      const row = requirement(result, `population-${population}`)
      expect(row).toMatchObject({ kind: 'population', population, basis: 'coalition', met: true })
      const naming = result.plan.selections.filter(({ id }) =>
        result.ranking.some(
          (option) => option.id === id && option.menu !== 'safer-prescribing' && (option.populations as string[]).includes(population),
        ),
      )
      expect(row.metBy).toEqual(naming.map(({ id }) => id))
    },
  )

  test('special populations are noted and never a requirement', () => {
    const result = recommend({ name: 'X', specialPopulations: ['veterans'] })
    expect(result.plan).toEqual(recommend({ name: 'X' }).plan)
    expect(result.plan.requirements.filter(({ kind }) => kind !== 'menu')).toEqual([])
    expect(result.notes.filter(({ code }) => code === 'special-populations')).toMatchObject([
      { populations: ['veterans'], text: expect.stringContaining('Special populations named (Veterans)') },
    ])
  })
})

describe('Pins and vetoes', () => {
  const free = recommend({ name: 'X' })
  const optionName = namesOf(builtInMenus()).option

  test('a pinned option is in the plan, and what it costs is said', () => {
    const pin = free.ranking.findLast(({ strategy }) => strategy === 'disposal-programs')!.id
    const { plan } = recommend({ name: 'X' }, { include: [pin as 'disposal-programs'] })
    expect(plan.selections.map(({ id }) => id)).toContain(pin)
    expect(plan.requirements.at(-1)).toMatchObject({
      id: `include-${pin}`,
      kind: 'pin',
      of: pin,
      label: `Pinned: ${optionName(pin)}`,
      basis: 'coalition',
      met: true,
      metBy: [pin],
    })
    expect(plan.complete).toBe(true)
    expect(plan.notes.find(({ code }) => code === 'wishes')).toMatchObject({
      pinned: [pin],
      ruledOut: [],
      text: expect.stringContaining(`(pinned: ${optionName(pin)})`),
    })
  })

  test('a pinned strategy is in the plan with its best option', () => {
    const { plan } = recommend({ name: 'X' }, { include: ['naloxone-hotspots'], size: 6 })
    const best = free.ranking.find(({ strategy }) => strategy === 'naloxone-hotspots')!.id
    expect(plan.selections.map(({ id }) => id)).toContain(best)
  })

  test('the cost is the difference to the best plan of that size without them', () => {
    const veto = ids(free)[0]!
    const { plan } = recommend({ name: 'X' }, { exclude: [veto as 'linkage-programs'] })
    expect(plan.selections.map(({ id }) => id)).not.toContain(veto)
    expect(plan.complete).toBe(true)
    const cost = Math.round((free.plan.total - plan.total) * 10_000) / 10_000
    expect(cost).toBeGreaterThan(0)
    expect(plan.withoutWishes).toEqual({ size: 5, total: free.plan.total })
    expect(plan.notes).toEqual([
      {
        code: 'wishes',
        pinned: [],
        ruledOut: [veto],
        cost,
        text: `The coalition's own choices (ruled out: ${optionName(veto)}) cost ${rounded(cost, 1)} points against the best plan of the same size.`,
      },
    ])
  })

  test('a vetoed strategy is not in the plan; it stays in the ranking', () => {
    const strategy = strategyOf(free.plan.selections[0]!) as 'linkage-programs'
    const result = recommend({ name: 'X' }, { exclude: [strategy] })
    expect(result.plan.selections.map(strategyOf)).not.toContain(strategy)
    expect(result.ranking).toEqual(free.ranking)
  })

  test('vetoes of a whole section leave its requirement unmet, and the ledger says so', () => {
    const result = recommend({ name: 'X' }, { exclude: ['active-oend-at-risk', 'active-oend-high-risk-venues'] })
    expect(result.plan.complete).toBe(false)
    expect(requirement(result, 'r3-active-oend')).toMatchObject({
      met: false,
      metBy: [],
      missing: { listed: 20, gates: [], vetoed: 20, left: 0, byHand: false },
      text: 'Not met: 0 strategies, at least 1 needed. Of 20 options that would count: 20 ruled out by the coalition.',
    })
    expect(result.plan.requirements.filter(({ met }) => !met).map(({ id }) => id)).toEqual(['r3-active-oend'])
    expect(result.plan.selections.length).toBe(5)
    expect(result.plan.notes[0]).toMatchObject({ code: 'not-complete', text: expect.stringMatching(/^Not complete: /) })
  })

  test('everything ruled out gives an empty plan that is not complete', () => {
    const result = recommend({ name: 'X' }, { exclude: [...builtInMenus().strategies.keys()] as 'linkage-programs'[] })
    expect(result.plan).toMatchObject({ size: 0, selections: [], complete: false, total: 0 })
  })

  test('more pins of one strategy than may be taken are kept in part, and the rest is named', () => {
    const pins = free.ranking
      .filter(({ strategy }) => strategy === 'linkage-programs')
      .map(({ id }) => id)
      .slice(0, 3)
    const result = recommend({ name: 'X' }, { include: pins as 'linkage-programs'[] })
    expect(result.plan.requirements.filter(({ kind }) => kind === 'pin').map(({ met }) => met)).toEqual([true, true, false])
    expect(result.plan.complete).toBe(false)
  })

  test('large plans with many pins, goals and populations come to an end', () => {
    const { data, optionById } = builtInMenus()
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = randomFrom(seed)
      const some = <T>(list: readonly T[], most: number): T[] => shuffled(list, random).slice(0, Math.floor(random() * (most + 1)))
      const include = some([...optionById.keys()], 12)
      const goals = some(data.gaps, 13).map(({ id }) => ({ gap: id }))
      const profile = { ...randomProfile(random, 0.2), goals, priorityPopulations: data.settings.populations.map(({ id }) => id) }
      const { plan } = recommended(profile as Parameters<typeof recommended>[0], {
        size: 15 + Math.floor(random() * 16),
        maxPerStrategy: 1 + (seed % 3),
        include: include as 'linkage-programs'[],
      })
      expect(plan.size).toBeGreaterThanOrEqual(15)
    }
  })
})

describe('A requirement that cannot be met', () => {
  test('names the gates that excluded its options', () => {
    const strategies: SmallStrategy[] = [
      { id: 'doses', options: { 'south@jail': 0.4, 'south@clinic': 0.4 } },
      { id: 'kits', options: { 'north@clinic': 0.4 } },
    ]
    const inSouth = {
      id: 'south',
      label: 'One option in the south',
      basis: 'trial',
      atLeast: 1,
      count: 'options',
      of: { sectors: ['south'] },
      sources: [],
    } as const
    const inNorth = { ...inSouth, id: 'north', of: { sectors: ['north'] } }
    const menus = smallMenus({
      strategies,
      gates: [
        smallGate('no-jail', { fact: 'open', operator: 'equal', value: false }, { type: 'exclude', params: { venues: ['jail'] } }),
        smallGate('no-south', { fact: 'level', operator: 'equal', value: 'none' }, { type: 'exclude', params: { sectors: ['south'] } }),
      ],
      plan: { requirements: [inSouth as never, inNorth as never], size: 1 },
    })
    const { plan } = recommend({ name: 'X', context: { open: false, level: 'none' } }, { menus })
    expect(plan.complete).toBe(false)
    expect(plan.requirements[0]).toMatchObject({
      met: false,
      missing: {
        listed: 2,
        gates: [
          { gate: 'no-jail', options: 1 },
          { gate: 'no-south', options: 2 },
        ],
        vetoed: 0,
        left: 0,
        byHand: false,
      },
      text: 'Not met: 0 options, at least 1 needed. Of 2 options that would count: 1 excluded (Because of no-jail.); 2 excluded (Because of no-south.).',
    })
    expect(plan.requirements[1]!.met).toBe(true)
    expect(plan.selections.map(({ id }) => id)).toEqual(['kits@north@clinic'])
  })

  test('what runs already does not meet it', () => {
    const runs = recommend(
      { name: 'X', landscape: [{ strategy: 'active-oend-at-risk', stage: 'at-scale' }] },
      { exclude: ['active-oend-high-risk-venues', 'active-oend-at-risk'] },
    )
    expect(requirement(runs, 'r3-active-oend').met).toBe(false)
  })
})

describe('What takes the place of a chosen option', () => {
  /** Counts a plan anew against the built-in requirements, without the code under test. */
  function meetsAll(result: Recommendation, plan: readonly string[], menus: Menus = builtInMenus()): boolean {
    const chosen = plan.map((id) => menus.optionById.get(id)!)
    const strategies = (test: (option: (typeof chosen)[number]) => boolean): number =>
      new Set(chosen.filter(test).map(({ strategy }) => strategy.id)).size
    const section = (id: string): boolean => strategies((option) => option.section === id) >= 1
    return (
      strategies(() => true) >= 5 &&
      strategies(({ menu }) => menu === 'oend') >= 1 &&
      strategies(({ menu }) => menu === 'moud') >= 3 &&
      ['active-oend', 'expand-moud', 'link-to-moud', 'engage-and-retain', 'safer-practices'].every(section) &&
      ['healthcare', 'behavioral-health', 'criminal-legal'].every((sector) => chosen.some((option) => option.sector === sector)) &&
      ['oend', 'moud'].every((menu) => chosen.some((option) => option.menu === menu && option.populations.length > 0)) &&
      chosen.every(({ strategy }) => chosen.filter((other) => other.strategy === strategy).length <= 2) &&
      plan.every((id) => result.ranking.some((option) => option.id === id))
    )
  }

  const profiles = [{ name: 'Nothing known' }, ...Array.from({ length: 40 }, (_, seed) => randomProfile(randomFrom(seed), (seed % 5) / 5))]

  test('keeps every requirement met, and costs the difference of the totals', () => {
    for (const profile of profiles) {
      const result = recommended(profile)
      const priority = new Map(result.ranking.map((option) => [option.id, option.expected]))
      const total = (plan: readonly string[]): number => plan.reduce((sum, id) => sum + Math.round(priority.get(id as never)! * 10_000), 0)
      for (const { id, otherwise } of result.plan.selections) {
        if (!otherwise) continue
        const { out, in: entering } = otherwise.changes ?? { out: [id], in: [otherwise.id] }
        const after = [...ids(result).filter((each) => !out.includes(each)), ...entering]
        expect(out).toContain(id)
        expect(entering[0]).toBe(otherwise.id)
        expect(after).toHaveLength(result.plan.size)
        expect(new Set(after).size).toBe(after.length)
        expect(meetsAll(result, after), `${profile.name}: ${id} → ${otherwise.id}`).toBe(true)
        expect(Math.round(otherwise.cost * 10_000)).toBe(total(ids(result)) - total(after))
      }
    }
  })

  test('waits for none of the unconfirmed gates on which the option hangs', () => {
    const menus = builtInMenus()
    const excluding = new Set(menus.gates.filter(({ event }) => event.type === 'exclude').map(({ id }) => id))
    let hanging = 0
    for (const profile of profiles) {
      // What waits counts less, so that few such options come into a plan by themselves: the best one is pinned.
      const best = recommended(profile).ranking.find(({ availability }) => availability.waitsFor.length > 0)!
      const decision = recommended(profile, { include: [best.id as never] })
      const { plan, ranking } = decision
      const waitsFor = (id: string): string[] =>
        confirmationsOf(ranking.find((option) => option.id === id)!, decision, menus)
          .map(({ gate }) => gate)
          .filter((gate) => excluding.has(gate))
      for (const { id, otherwise } of plan.selections) {
        const gates = waitsFor(id)
        if (gates.length === 0 || !otherwise) continue
        hanging += 1
        for (const entering of otherwise.changes?.in ?? [otherwise.id])
          expect(
            waitsFor(entering).filter((gate) => gates.includes(gate)),
            `${id} → ${entering}`,
          ).toEqual([])
      }
    }
    expect(hanging).toBeGreaterThan(20)
  })

  test('names every option that leaves and enters where one alone cannot take the place', () => {
    const menus = smallMenus({
      strategies: [
        { id: 'doses', options: { 'south@jail': 0.9 } },
        { id: 'kits', options: { 'north@clinic': 0.8, 'south@clinic': 0.3 } },
        { id: 'rides', options: { 'north@shop': 0.5 } },
      ],
      plan: {
        size: 2,
        maxPerStrategy: 1,
        requirements: [
          { id: 'south', label: 'South', basis: 'trial', atLeast: 1, count: 'options', of: { sectors: ['south'] }, sources: [] },
        ],
      },
    })
    const { plan, ranking } = recommend({ name: 'X', gaps: { supply: 1 } }, { menus })
    const points = (id: string): number => ranking.find((option) => option.id === id)!.priority.best
    expect(plan.selections.map(({ id }) => id)).toEqual(['doses@south@jail', 'kits@north@clinic'])
    expect(plan.selections[0]!.otherwise!.changes).toEqual({
      out: ['doses@south@jail', 'kits@north@clinic'],
      in: ['rides@north@shop', 'kits@south@clinic'],
    })
    expect(plan.selections[0]!.otherwise!.cost).toBeCloseTo(
      points('doses@south@jail') + points('kits@north@clinic') - points('rides@north@shop') - points('kits@south@clinic'),
      4,
    )
  })

  test('is nothing where nothing can', () => {
    const menus = smallMenus({
      strategies: [
        { id: 'doses', options: { 'south@jail': 0.4 } },
        { id: 'kits', options: { 'north@clinic': 0.4, 'north@shop': 0.2 } },
      ],
      plan: {
        size: 2,
        requirements: [
          { id: 'south', label: 'South', basis: 'trial', atLeast: 1, count: 'options', of: { sectors: ['south'] }, sources: [] },
        ],
      },
    })
    const { selections } = recommend({ name: 'X', gaps: { supply: 1 } }, { menus }).plan
    expect(selections.map(({ id, otherwise }) => [id, otherwise?.id ?? null])).toEqual([
      ['doses@south@jail', null],
      ['kits@north@clinic', 'kits@north@shop'],
    ])
  })
})

test("a result's own selections can be checked as they are", () => {
  const profile = { name: 'A community' }
  const { plan } = recommend(profile)
  const checked = checkPlan(plan.selections, profile)
  expect(checked.complete).toBe(true)
  expect(checked.total).toBe(plan.total)
  expect(checked.best.total).toBe(plan.total)
})

test('a pin falls away with the option that it pins', () => {
  const pinned = 'disposal-programs@healthcare@pharmacy'
  const { plan } = recommend({ name: 'A community' }, { include: [pinned] })
  const selection = plan.selections.find(({ id }) => id === pinned)
  expect(selection?.otherwise).not.toBeNull()
  expect(selection?.otherwise?.id).not.toBe(pinned)
})

test('a plan made by hand that holds too little is told so', () => {
  const { requirements } = checkPlan(['linkage-programs@criminal-legal@jails'], { name: 'A community' })
  expect(requirements.find(({ id }) => id === 'r3-active-oend')).toMatchObject({
    met: false,
    missing: { listed: 20, gates: [], vetoed: 0, left: 20, byHand: true },
    text: 'Not met: 0 strategies, at least 1 needed. 20 options would count; the plan has too few of them.',
  })
})
