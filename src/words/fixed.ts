import type { Certainty, Quadrant, ServiceGap } from '../decide/decision.js'
import type { Menus } from '../menus/compile.js'
import type { Stage } from '../profile/schema.js'

// The fixed texts of the report, in plain words. What they say of the model stands in docs/model.md.

export const quadrantNames: Readonly<Record<Quadrant, string>> = {
  'do-now': 'Do now',
  'build-toward': 'Build toward',
  'easy-but-small': 'Easy but small',
  'not-now': 'Not now',
}

export const quadrantMeanings: Readonly<Record<Quadrant, string>> = {
  'do-now': 'high impact, and can be done',
  'build-toward': 'high impact, hard to do yet',
  'easy-but-small': 'can be done, lower impact',
  'not-now': 'lower impact, and hard to do',
}

export const certaintyNames: Readonly<Record<Certainty, string>> = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
}

export const stageSentences: Readonly<Record<Stage, string>> = {
  'not-begun': 'It has not begun here.',
  planned: 'It is planned here.',
  pilot: 'It runs here as a pilot.',
  partial: 'It runs in part of the community.',
  'at-scale': 'It already runs at scale, so little room is left.',
  saturated: 'It already reaches nearly everyone, so hardly any room is left.',
}

export const basisNames: Readonly<Record<ServiceGap['basis'], string>> = {
  measured: 'measured',
  stated: 'stated by the coalition',
  assumed: 'not known',
}

export const requirementBases: Readonly<Record<'trial' | 'guidance' | 'coalition', string>> = {
  trial: 'the study',
  guidance: 'public guidance',
  coalition: 'the coalition',
}

export const outcomeNames: Readonly<Record<Menus['data']['menus'][number]['strategies'][number]['effect']['outcome'], string>> = {
  mortality: 'overdose death',
  overdose: 'overdose',
  'treatment-receipt': 'getting treatment',
  retention: 'staying in treatment',
  access: 'access to the service',
  process: 'how care is given',
}

/** The field's terms, each explained once. */
export const glossary: readonly { readonly term: string; readonly meaning: string }[] = [
  { term: 'OEND', meaning: 'Overdose education and naloxone distribution. Naloxone is a medicine that reverses an opioid overdose.' },
  { term: 'MOUD', meaning: 'Medication for opioid use disorder: methadone, buprenorphine, or long-acting naltrexone.' },
  {
    term: 'Option',
    meaning: 'One strategy in one kind of place, such as linkage programs in emergency departments. Options are what is scored and ranked.',
  },
  { term: 'Service gap', meaning: 'What is missing in the community. Its severity runs from 0 (the benchmark is met) to 1 (worst).' },
  {
    term: 'Impact',
    meaning: 'How much it is needed here, together with how well it works among people reached and how many it can reach. From 0 to 1.',
  },
  {
    term: 'Feasibility',
    meaning: 'How well it can be done here: by the coalition’s own ratings, or else by the menu’s default. From 0 to 1.',
  },
  { term: 'Priority', meaning: 'Impact and feasibility in one number from 0 to 100. The range behind it shows what is not known yet.' },
  { term: 'Certainty', meaning: 'How sure the evidence for an effect is: high, moderate, low, or very low.' },
  { term: 'Judgement', meaning: 'Nobody has measured it. The authors of the menus set the number; the coalition may know better.' },
]

/** What the page does not say, whatever the community. */
export const notSaid: readonly string[] = [
  'It does not say how many lives a plan would save, and it does not promise that a strategy will have its effect here. Effects are those among people reached.',
  'In the trial that tested this whole approach in 67 communities, opioid overdose deaths did not fall by a significant amount.',
  'It does not decide. It gives the coalition something to discuss: people who live and work here know what no table holds.',
  'A high rank says that a strategy is worth a closer look here, not that others are worthless. Where ranges overlap, the order may be wrong.',
  'A low severity can mean that the service is there, or only that the one thing measured looks fine. Look at what is not known.',
]

/** The trial that the second sentence above rests on. */
export const trialReference = {
  text: 'HEALing Communities Study Consortium. Community-Based Cluster-Randomized Trial to Reduce Opioid Overdose Deaths. N Engl J Med. 2024.',
  doi: '10.1056/NEJMoa2401177',
} as const
