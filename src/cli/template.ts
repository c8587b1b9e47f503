import type { Menus } from '../menus/compile.js'
import { recommend } from '../recommend.js'

/**
 * A commented profile to fill in: valid as it is, with everything optional commented out. The facts that would settle most come first, in
 * the order in which a result for a community of which nothing is known asks for them.
 */
export function profileTemplate(menus: Menus): string {
  const { dataGaps } = recommend({ name: 'nothing known' }, { menus })
  const asked = dataGaps.map(({ fact }) => String(fact))
  const indicators = menus.data.indicators.filter(({ from }) => from === undefined).map(({ id }) => id)
  const facts = menus.data.facts.map(({ id }) => id)
  const inOrder = (ids: readonly string[]): string[] => [
    ...asked.filter((id) => ids.includes(id)),
    ...ids.filter((id) => !asked.includes(id)),
  ]

  return `${[
    '# A community profile for orcca. Fill in what you know; leave out what you do not: it stays not known,',
    '# and the result says what that costs.',
    '# Remove the # at the start of a line to use it. The lines that settle most come first.',
    'name: My community # the only line that must be there',
    '# state: KY',
    '# population: 30708',
    '# asOf: 2026-06-30 # the day for which this is written',
    '',
    '# Measured values: a number, or { value: 12, year: 2025, source: "where from" }, or suppressed where it exists and is withheld.',
    '# indicators:',
    ...inOrder(indicators).flatMap((id) => {
      const { label, unit, range, note, insteadOf } = menus.indicators.get(id)!
      return [
        `#   # ${label} (${unit}; ${range.min} to ${range.max})` +
          `${insteadOf.length > 0 ? `. Or, in its place: ${insteadOf.join(', ')}` : ''}`,
        ...(note ? [`#   # ${note}`] : []),
        `#   ${id}:`,
      ]
    }),
    '',
    '# Facts on venues, laws and the coalition.',
    '# context:',
    ...inOrder(facts).flatMap((id) => {
      const { ask, type, values, unit, note } = menus.facts.get(id)!
      const answers = type === 'boolean' ? 'true or false' : type === 'choice' ? values!.join(', ') : unit
      return [`#   # ${ask} (${answers})`, ...(note ? [`#   # ${note}`] : []), `#   ${id}:`]
    }),
    '',
    '# How bad a gap is in the judgement of the coalition, 0 (met) to 1 (worst), for the share that is not measured.',
    '# gaps:',
    ...menus.gaps.map(({ gap }) => `#   ${gap.id}: # ${gap.name}`),
    '',
    '# What runs already. stage: not-begun, planned, pilot, partial, at-scale or saturated. Sector and venue may be left out.',
    '# landscape:',
    ...[...menus.strategies.values()].map((strategy) => {
      const [option] = strategy.options
      return `#   - { strategy: ${strategy.id}, sector: ${option!.sector}, venue: ${option!.venue}, stage: partial }`
    }),
    '',
    '# Ratings by the coalition, 1 (worst) to 5 (best). interest: true leaves the rater out for that strategy.',
    '# ratings:',
    `#   - { strategy: ${[...menus.strategies.keys()][0]}, feasibility: 4, readiness: 3, desirability: 5, rater: A, interest: false }`,
    '',
    '# Goals, each tied to a service gap: the plan must serve it.',
    '# goals:',
    `#   - { gap: ${menus.gaps[0]?.gap.id}, statement: "What is to change" }`,
    '',
    `# High-risk populations that the plan must name: ${menus.data.settings.populations.map(({ id }) => id).join(', ')}`,
    '# priorityPopulations: []',
    `# Noted, never a requirement: ${menus.data.settings.specialPopulations.map(({ id }) => id).join(', ')}`,
    '# specialPopulations: []',
  ].join('\n')}\n`
}
