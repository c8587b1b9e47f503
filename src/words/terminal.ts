import type { Estimate } from '../numbers.js'
import { count } from './numbers.js'

/** The fixed texts of what the command line prints about a decision: the result, an explanation, the check of a plan. */
export const terminalWords = {
  intro: 'Priority runs from 0 to 100: is it needed here, does it work, can we do it. In brackets: what it could be until more is known.',
  plan: (options: number, strategies: number, met: number, of: number): string => {
    const kinds = count(strategies, 'strategy', 'strategies')
    const size = options === strategies ? kinds : `${count(options, 'option')} of ${kinds}`
    const needs = count(of, 'requirement')
    return met === of ? `THE PLAN: ${size}, all ${needs} met` : `THE PLAN: ${size}, NOT COMPLETE: ${met} of ${needs} met`
  },
  at: (place: string, priority: string, quadrant: string, certainty: string): string =>
    `at ${place} · priority ${priority} · ${quadrant} · evidence ${certainty}`,
  forGap: (gap: string, need: string): string => `for: ${gap} (need ${need})`,
  confirmFirst: 'confirm first:',
  requirements: 'Requirements',
  upgrades: 'An answer that would change the plan',
  warnings: 'Warnings on the plan',
  gaps: 'Service gaps, 0 met to 1 worst (█ at least, ▓ best guess, ░ at most)',
  bases: { stated: 'stated', assumed: 'not known' },
  measured: (percent: number): string => `measured ${percent} %`,
  ranking: (shown: number, of: number): string => `Ranking: the first ${shown} of ${of} (* in the plan, ? to confirm first)`,
  unsettled: '~ not settled: what is not known could move it to another quadrant.',
  unknown: (shown: number, of: number): string => `Not known: find these out first (the first ${shown} of ${of})`,
  moves: (points: string): string => `moves a priority by up to ${points}`,
  withheld: 'withheld',
  leftOut: (options: number): string => `Left out: ${count(options, 'option')}`,
  excludedBy: (options: number): string => count(options, 'option'),
  notes: 'What to know about these numbers',
  more: 'Why is an option where it is? orcca explain <file> <strategy>. Everything in full: --format json --words all.',

  explained: {
    states: { planned: 'in the plan', ranked: 'not in the plan', excluded: 'excluded' },
    where: 'Where it is, and why',
    whyNot: 'Why not',
    reasons: (option: string): string => `How the score was made: ${option}`,
    confirmFirst: 'Confirm first',
    warnings: 'Warnings',
    options: 'Its options',
    option: (rank: number, priority: string): string => `rank ${rank}, priority ${priority}`,
    sources: 'Sources',
    missing: 'Not known, the most telling first',
  },

  checked: {
    title: (community: string): string => `Check of a plan for ${community}`,
    complete: (met: number): string => (met === 1 ? 'The one requirement is met.' : `Every requirement is met (${met}).`),
    incomplete: (met: number, of: number): string => `NOT COMPLETE: ${met} of ${count(of, 'requirement')} met.`,
    selections: 'Selections',
    scored: (priority: string, rank: number): string => `priority ${priority}, rank ${rank}`,
    unscored: 'no score',
    best: 'Compared with the best plan',
    total: (total: string, size: number, best: string): string =>
      `Total priority ${total}. The best plan of ${count(size, 'option')} has ${best}:`,
    notProven: 'It is the best plan found, and not proven to be the best.',
  },

  menus: {
    size: (strategies: number, options: number): string =>
      `${count(strategies, 'strategy', 'strategies')}, ${count(options, 'option')} (strategy@sector@venue)`,
    required: 'one required',
    optional: 'optional',
    options: (options: number): string => count(options, 'option'),
    ids: 'Ids',
    sectors: 'Sectors',
    venues: 'Venues',
    populations: 'High-risk populations',
    specialPopulations: 'Special populations',
    gaps: 'Service gaps',
    indicators: 'Indicators',
    facts: 'Facts',
    mappings: 'Mappings',
    about: (menu: string, part: string, code: number | string, id: string): string => `${menu} · ${part} · tracker code ${code} · [${id}]`,
    serviceDelivery: (what: string): string => `Counts as service delivery: ${what}`,
    effect: 'Effect',
    effectIs: (effect: Estimate & { readonly certainty: string; readonly outcome: string; readonly basis: string }): string =>
      `${effect.best} (${effect.low} to ${effect.high}), certainty ${effect.certainty}, outcome ${effect.outcome}, basis ${effect.basis}`,
    derivation: (how: string): string => `How the number follows: ${how}`,
    addresses: 'Addresses',
    feasibility: 'Default feasibility',
    score: (part: string, score: number, basis: string): string => `${part} ${score} of 5 (${basis})`,
    reach: (among: string, share: number): string => `Options: reach among ${among} (${share} of all people at high risk)`,
    option: (reach: number, why: string, feasibility: number): string => `reach ${reach} (${why}), feasibility ${feasibility}`,
    cautions: 'Cautions',
  },
}

export type TerminalWords = typeof terminalWords
