import { guideWords, worksheetWords } from './guide-words.js'
import { count, grouped, listed } from './numbers.js'
import { certainties, outcomes } from './terms.js'

/** `1 is`, `3 are` */
const are = (number: number): string => `${number} ${number === 1 ? 'is' : 'are'}`

/** The fixed texts of the report, the chart, the worksheet and the guide, in English. What they say of the model is in docs/model.md. */
export const pageWords = {
  /** The code of the language, as browsers want it. */
  code: 'en',
  range: (low: string, high: string): string => `${low} to ${high}`,
  withRange: (best: string, range: string): string => `${best} (${range})`,
  couldBe: (range: string): string => `could be ${range}`,
  listed,
  grouped,
  state: (state: string): string => state,
  residents: (number: number): string => count(number, 'resident'),
  asOf: (day: string): string => `as of ${day}`,
  madeWith: (id: string, version: string): string => `menus ${id} ${version}`,
  unsettled: (quadrant: string): string => `${quadrant}, not settled`,
  rank: (rank: number): string => `rank ${rank}`,
  judgement: '(judgement)',
  notSet: '–',
  inPlan: 'in the plan',
  notScored: 'not scored',
  feasibility: 'Feasibility',
  impact: 'Impact',
  priority: 'Priority',
  quadrant: 'Quadrant',
  option: 'Option',
  number: 'No.',
  confirmFirst: 'Confirm first',
  references: 'References',
  andOthers: (author: string): string => `${author} et al.`,
  quadrants: {
    'do-now': 'Do now',
    'build-toward': 'Build toward',
    'easy-but-small': 'Easy but small',
    'not-now': 'Not now',
  },
  certainties,
  outcomes,

  report: {
    title: (name: string): string => `${name}: strategies to discuss first`,
    kind: 'Strategies against opioid overdose, for the coalition to discuss',
    skip: 'Skip to the plan',
    onThisPage: 'On this page',
    priorityPopulations: (names: string): string => `Priority populations: ${names}`,
    specialPopulations: (names: string): string => `Special populations: ${names}`,
    contents: {
      plan: 'The plan',
      chart: 'Feasibility and impact',
      gaps: 'Service gaps',
      'data-gaps': 'Data gaps',
      ranking: 'Ranking',
      'left-out': 'Left out',
      basis: 'Evidence',
      'not-said': 'What it does not say',
    },
    footer: (madeWith: string): string =>
      `Made with orcca, ${madeWith}. The names and structure of the strategies are those of the HEALing Communities Study.`,
  },

  plan: {
    title: 'The plan at a glance',
    summary: (options: number, ranked: number, met: number, requirements: number): string =>
      `${count(options, 'option')}, chosen from ${grouped(ranked)}. ${
        met === requirements
          ? `Together they meet ${requirements === 1 ? 'the one requirement' : `all ${requirements} requirements`}.`
          : `They meet ${met} of ${count(requirements, 'requirement')}: this plan is not complete.`
      }`,
    where: 'Where',
    meets: 'Meets',
    watchOut: 'Watch out for',
    requirements: 'What every plan must meet',
    requirement: 'Requirement',
    isMet: 'Met',
    by: 'By',
    askedBy: 'Asked by',
    met: '✓ met',
    notMet: '✗ not met',
    bases: { trial: 'the study', guidance: 'public guidance', coalition: 'the coalition' },
  },

  glossary: {
    title: 'Words used on this page',
    terms: [
      ['OEND', 'Overdose education and naloxone distribution. Naloxone is a medicine that reverses an opioid overdose.'],
      ['MOUD', 'Medication for opioid use disorder: methadone, buprenorphine, or long-acting naltrexone.'],
      [
        'Option',
        'One strategy in one kind of place, such as linkage programs in emergency departments. Options are what is scored and ranked.',
      ],
      ['Service gap', 'What is missing in the community. Its severity runs from 0 (the benchmark is met) to 1 (worst).'],
      [
        'Impact',
        'How much it is needed here, together with how well it works among people reached and how many it can reach. From 0 to 1.',
      ],
      ['Feasibility', 'How well it can be done here: by the coalition’s own ratings, or else by the menu’s default. From 0 to 1.'],
      ['Priority', 'Impact and feasibility in one number from 0 to 100. The range behind it shows what is not known yet.'],
      ['Certainty', 'How sure the evidence for an effect is: high, moderate, low, or very low.'],
      ['Judgement', 'Nobody has measured it. The authors of the menus set the number; the coalition may know better.'],
    ] as readonly (readonly [string, string])[],
  },

  chart: {
    title: 'Feasibility and impact',
    intro:
      'Filled diamonds (◆) are in the plan. Rings (○) are the best other option of each strategy. Thin bars show how ' +
      'far a point could move, because something is not known. Do now: high impact, and can be done. Build toward: ' +
      'high impact, hard to do yet. Easy but small: can be done, lower impact. Not now: lower impact, and hard to do.',
    caption: 'What the numbers in the chart stand for',
    feasibilityShort: 'Feas.',
    feasibilityAxis: 'Feasibility →',
    impactAxis: 'Impact →',
    legend: 'Diamond: in the plan. Ring: the best other option.',
    name: (community: string): string => `Feasibility and impact of the options for ${community}`,
    point: (number: number, option: string, feasibility: string, impact: string): string =>
      `${number}: ${option}, feasibility ${feasibility}, impact ${impact}`,
    description: (planned: string, others: string): string =>
      'Feasibility runs from left to right, impact from bottom to top, both from 0 to 1. ' +
      `In the plan: ${planned || 'nothing'}. The best other option of each strategy: ${others || 'none'}.`,
  },

  gaps: {
    title: 'Service gaps',
    intro:
      'What is missing here, compared with a benchmark for each measure. An empty bar (0) means the benchmark is met;' +
      ' a full bar (1) is the worst. The upright mark is the best guess.',
    keys: { measured: 'measured', stated: 'stated by the coalition', open: 'not known: could be anywhere in the box' },
    severity: (severity: string): string => `Severity ${severity}`,
    bases: { measured: 'measured', stated: 'stated by the coalition', assumed: 'not known' },
    partlyMeasured: (percent: number, restIsStated: boolean): string =>
      `${percent} % measured, the rest ${restIsStated ? 'stated by the coalition' : 'not known'}`,
    measure: 'Measure',
    here: 'Here',
    benchmark: 'Benchmark',
    worst: 'Worst',
    notKnown: 'not known',
    statedInstead: 'not measured; the coalition’s own judgement counts',
  },

  dataGaps: {
    title: 'Data gaps: collect this next',
    none: 'Nothing is missing that the model would use.',
    intro: 'Nobody has told this report the answers below. Those at the top touch the most of the plan, or move a priority the furthest.',
    findOut: 'Find out',
    decides: 'It decides',
    moves: 'Moves a priority by up to',
    points: (points: number): string => count(points, 'point'),
    withheld: 'The value exists and is withheld, mostly because the count is small.',
    more: (number: number): string => `${count(number, 'more question', 'more questions')}`,
    planned: (numbers: readonly string[]): string => `${numbers.length === 1 ? 'option' : 'options'} ${listed(numbers)} of the plan`,
    otherStrategies: (number: number): string => count(number, 'other strategy', 'other strategies'),
  },

  ranking: {
    title: 'The ranking',
    intro: (others: number): string =>
      'Each option answers three questions, and each question counts the same. The options of the plan have a filled number' +
      `${others > 0 ? `; the others are the next ${grouped(others)} in rank` : ''}.`,
    others: (number: number): string => (number === 1 ? 'One more option, in short' : `The other ${grouped(number)} options, in short`),
    rank: 'Rank',
    medications: 'Medications',
    mind: 'Mind',
    howMade: 'How the numbers were made',
    sameAs: 'Same as',
    step: (step: number, rank: number): string => `step ${step} at rank ${rank}`,
    toConfirm: 'To confirm',
    needed: 'Is it needed here?',
    works: 'Does it work?',
    canWe: 'Can we do it?',
    gap: (name: string, severity: string, basis: string): string => `The gap “${name}”: severity ${severity}, ${basis}.`,
    partOfIt: (percent: number): string => `${percent} % of it measured`,
    stages: {
      'not-begun': 'It has not begun here.',
      planned: 'It is planned here.',
      pilot: 'It runs here as a pilot.',
      partial: 'It runs in part of the community.',
      'at-scale': 'It already runs at scale, so little room is left.',
      saturated: 'It already reaches nearly everyone, so hardly any room is left.',
    },
    effect: (effect: string, certainty: string): string => `Effect among people reached ${effect}, certainty ${certainty}.`,
    reach: (reach: string, why: string): string => `Reach ${reach}: ${why} (judgement).`,
    notRated: (feasibility: string, moved: boolean): string =>
      `Not rated by the coalition: the menu’s default, ${feasibility} (judgement)` +
      `${moved ? ', moved by what is known of the community' : ''}.`,
    rated: (raters: number, parts: readonly string[]): string =>
      `The coalition rated it (${raters === 1 ? 'one rater' : count(raters, 'rater')}): ${parts.join(', ')}.`,
    ratedPart: { feasibility: 'feasibility', readiness: 'readiness', desirability: 'desirability' },
    ofFive: (part: string, rating: number): string => `${part} ${rating} of 5`,
    restByDefault: (feasibility: string): string => `The rest is the menu’s default, ${feasibility} (judgement).`,
  },

  leftOut: {
    title: 'What was left out, and why',
    none: 'Nothing was left out: no rule excludes an option here.',
    why: 'Why',
    leftOut: 'Left out',
  },

  basis: {
    title: 'What is measured, and what is judgement',
    gaps: (of: number, measured: number, whole: number, stated: number, assumed: number): string =>
      `Of ${count(of, 'service gap')}, ${are(measured)} measured at least in part (${whole} in full), ` +
      `${are(stated)} stated by the coalition, ${are(assumed)} not known and could be anything from 0 to 1.`,
    notRated: 'Feasibility: nobody has rated it, so every number is the menu’s default, which is judgement.',
    rated: (rated: number, of: number): string =>
      `Feasibility: the coalition rated ${grouped(rated)} of ${count(of, 'option')}; the rest is the menu’s default, which is judgement.`,
    judgement:
      'Reach, the size of each rule, and the weight of a strategy for a gap are judgement. The effects below come ' +
      'from studies, or are marked as judgement.',
    benchmarks: 'Benchmarks of the measured gaps:',
    caption: 'Effect among people reached, on a scale from 0 to 1. Strategies of the plan come first, marked ◆.',
    strategy: 'Strategy',
    effect: 'Effect',
    certainty: 'Certainty',
    measuredOn: 'Measured on',
    restsOn: 'Based on',
    bases: { evidence: 'evidence', judgement: 'judgement' },
  },

  notSaid: {
    title: 'What this page does not say',
    sentences: [
      'It does not say how many lives a plan would save, and it does not promise that a strategy will have its effect' +
        ' here. Effects are those among people reached.',
      'In the trial that tested this whole approach in 67 communities, opioid overdose deaths did not fall by a significant amount.',
      'It does not decide. It gives the coalition something to discuss: people who live and work here know what no table holds.',
      'A high rank says that a strategy is worth a closer look here, not that others are worthless. Where ranges ' +
        'overlap, the order may be wrong.',
      'A low severity can mean that the service is there, or only that the one thing measured looks fine. Look at what is not known.',
    ] as readonly string[],
    /** The sentence above that the trial vouches for. */
    trialAt: 1,
    trial:
      'HEALing Communities Study Consortium. Community-Based Cluster-Randomized Trial to Reduce Opioid Overdose ' +
      'Deaths. N Engl J Med. 2024.',
    notes: 'Notes on this result',
  },

  worksheet: worksheetWords,
  guide: guideWords,
}

/** The fixed texts of pages in any language: a record of the same shape. */
export type PageWords = typeof pageWords
