import * as z from 'zod'
import { conditionProblems, type operators } from '../conditions/shape.js'
import { describeIssue, type Problem } from '../issues/issue.js'

/**
 * The strict shape of the files in `menus/`. Every field carries the description and the example that an editor shows.
 * What a shape cannot say (ids that must exist, weights that add up to 1) is checked in `checks/`.
 */

const text = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .meta({ description, examples: [example] })
const share = (description: string, example: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description, examples: [example] })
const id = (description: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by single hyphens')
    .meta({ description, examples: [example] })
const date = (description: string) => z.iso.date().meta({ description, examples: ['2026-12-31'] })
/** Ids that must exist: the kind (a key of `knownIds`) gives the editors' schema its list of ids. */
const ref = (refersTo: IdKind, description: string, example: string) =>
  id(description, example).meta({ description, examples: [example], refersTo })
const refs = (refersTo: IdKind, description: string, example: string) =>
  z.array(ref(refersTo, description, example)).meta({ description, examples: [[example]] })

const basis = z.enum(['evidence', 'judgement']).meta({
  description: 'What the number rests on: `evidence` (a cited source says so) or `judgement` (nobody has measured it; we say so).',
  examples: ['judgement'],
})
const sources = refs('references', 'Ids of references in references.json.', 'walley-2013').default([])
const why = text(
  'Why, in one plain sentence that stands in the output as it is written here.',
  'visits bill, but set-up and nurse time do not',
)

/** Which options something applies to. Lists of one kind are joined by OR, different kinds by AND; nothing named means all. */
export const selectorSchema = z
  .strictObject({
    menus: refs('menus', 'Only options of these menus.', 'oend').optional(),
    sections: refs('sections', 'Only options of these sections.', 'active-oend').optional(),
    strategies: refs('strategies', 'Only options of these strategies.', 'linkage-programs').optional(),
    sectors: refs('sectors', 'Only options in these sectors.', 'healthcare').optional(),
    venues: refs('venues', 'Only options at these venues.', 'jails').optional(),
    medications: refs('medications', 'Only options that offer one of these medications.', 'methadone').optional(),
    populations: refs('populations', 'Only options that name one of these high-risk populations.', 'reduced-tolerance').optional(),
  })
  .meta({ description: 'Which options this applies to: every kind of id named must match; nothing named means every option.' })

// ---------------------------------------------------------------- conditions (json-rules-engine's JSON)

const scalar = z.union([z.number(), z.boolean(), z.string()])

export type Leaf = {
  readonly fact: string
  readonly operator: (typeof operators)[number]
  readonly value: number | boolean | string | readonly (number | boolean | string)[]
}
/** A condition in json-rules-engine's JSON: exactly one of `all`, `any`, `not`, or one comparison. */
export type Condition = Leaf | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition }

/** The key under which an issue that a schema raises itself carries its problem. */
export interface OwnProblem {
  readonly problem: Problem
}

// A union would only say 'Invalid input': each key is checked by hand, where a message can name the place and the fix.
const conditions = z
  .custom<Condition>()
  .superRefine((value, context) => {
    for (const { path, problem } of conditionProblems(value)) {
      context.addIssue({ code: 'custom', path: [...path], message: describeIssue(problem).what, params: { problem } satisfies OwnProblem })
    }
  })
  .meta({
    description: 'When it holds, in the JSON of json-rules-engine: one of `all`, `any`, `not` around comparisons.',
    examples: [{ all: [{ fact: 'jail-present', operator: 'equal', value: false }] }],
    shape: 'condition',
  })

const examples = z
  .array(
    z.strictObject({
      facts: z
        .record(z.string(), scalar)
        .meta({ description: 'The facts of the example; a fact left out is not known.', examples: [{ 'jail-present': false }] }),
      expect: z.enum(['fires', 'does-not-fire', 'unknown']).meta({ description: 'What the rule does with them.', examples: ['fires'] }),
    }),
  )
  .meta({
    description: "The rule's own examples: at least one that fires and one that does not.",
    examples: [[{ facts: { 'jail-present': false }, expect: 'fires' }]],
  })
  .default([])

const recheckBy = date('The date until which this law or payment rule was known to hold: check it again before acting later.').optional()

/** The kinds of id that one thing can name another by. `readable`: facts and indicators, which conditions read. */
export type IdKind =
  | 'menus'
  | 'sections'
  | 'strategies'
  | 'sectors'
  | 'venues'
  | 'medications'
  | 'populations'
  | 'gaps'
  | 'indicators'
  | 'facts'
  | 'readable'
  | 'references'
  | 'kinds'

// ---------------------------------------------------------------- menus.yaml: the set as a whole

export const menuSetSchema = z.strictObject({
  id: id('The id of this set of menus.', 'orcca'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, as in 1.0.0')
    .meta({ description: 'Version of the data, by semantic versioning (see the README).', examples: ['1.0.0'] }),
  title: text('The name of the set, as shown to people.', 'Opioid-overdose Reduction Continuum of Care Approach (ORCCA)'),
  licence: text('The licence of the data, as an SPDX id.', 'CC-BY-4.0'),
  editions: z
    .record(z.string(), text('What the edition is.', 'Chandler et al. 2023, Table 1'))
    .meta({
      description: 'The published editions that names are taken from, by their short code.',
      examples: [{ E2: 'Chandler et al. 2023, Table 1' }],
    })
    .default({}),
  limits: z
    .array(text('A known weakness of the data.', 'The naloxone effects rest on evidence from before fentanyl.'))
    .meta({
      description: 'What is weak in these data: shown with every result.',
      examples: [['The naloxone effects rest on evidence from before fentanyl.']],
    })
    .default([]),
})

// ---------------------------------------------------------------- <menu>.yaml: one menu, its sections and strategies

const estimate = {
  low: share('The low end of the plausible range.', 0.5),
  best: share('The best single value.', 0.65),
  high: share('The high end of the plausible range.', 0.8),
}

const feasibilityPart = z.strictObject({
  score: z
    .int()
    .min(1)
    .max(5)
    .meta({ description: '1 (hardest) to 5 (easiest); the anchors are in feasibility.yaml.', examples: [4] }),
  why,
  basis,
  sources,
})

const optionSchema = z.strictObject({
  sector: ref('sectors', 'The sector of the option.', 'healthcare'),
  venue: ref('venues', 'The venue of the option.', 'emergency-department'),
  reach: share("Share of the strategy's own group that this venue can touch in a year if it runs well.", 0.3),
  why,
  medications: refs('medications', 'Medications the venue can offer (MOUD only).', 'buprenorphine').default([]),
  populations: refs('populations', 'High-risk populations that this venue meets.', 'prior-overdose').default([]),
})

const caution = z.strictObject({
  text: text('A warning that is always shown with the strategy.', 'Works only if someone calls; fear of arrest can stop the call.'),
  basis,
  sources,
})

export const strategySchema = z.strictObject({
  id: id('The id of the strategy. It never changes; a strategy that goes gets `status: retired`.', 'linkage-programs'),
  section: ref('sections', 'The section of the menu it stands in.', 'link-to-moud'),
  code: z
    .int()
    .min(1)
    .meta({ description: "Its code in the study's ORCCA Tracker.", examples: [5] }),
  name: text('The exact published name.', 'Linkage Programs'),
  otherNames: z
    .record(z.string(), z.string().min(1))
    .meta({
      description: 'Its names in the other editions, by edition code.',
      examples: [{ E2: 'Linkage programs (all relevant settings)' }],
    })
    .default({}),
  status: z
    .enum(['active', 'retired'])
    .meta({ description: '`retired` keeps the id known but offers it no longer.', examples: ['active'] })
    .default('active'),
  replacedBy: ref('strategies', 'The strategy that took its place.', 'linkage-programs').optional(),
  serviceDelivery: text('What counts as service delivery (ORCCA Tracker).', 'referrals to MOUD provided to individuals'),
  effect: z
    .strictObject({
      ...estimate,
      certainty: z.enum(['high', 'moderate', 'low', 'very-low']).meta({ description: 'How sure the effect is.', examples: ['moderate'] }),
      outcome: z
        .enum(['mortality', 'overdose', 'treatment-receipt', 'retention', 'access', 'process'])
        .meta({ description: 'The outcome that the evidence is about.', examples: ['mortality'] }),
      basis,
      why,
      derivation: text(
        'How the number follows from its sources.',
        'Rando -18 % -> 0.41; fentanyl shortens the time window (judgement +0.05)',
      ),
      sources,
    })
    .meta({
      description:
        'Effect on opioid overdose death, or on the step just before it, among people reached (0 to 1; the scale is in docs/model.md).',
    }),
  addresses: z
    .array(
      z.strictObject({
        gap: ref('gaps', 'A service gap of gaps.yaml.', 'moud-linkage'),
        weight: share('1: the main remedy for that gap; 0.5: a real part; 0.2: touches it.', 0.9),
      }),
    )
    .min(1)
    .meta({ description: 'The service gaps it closes. Weights are judgement.', examples: [[{ gap: 'moud-linkage', weight: 0.9 }]] }),
  cautions: z.array(caution).default([]).meta({ description: 'Warnings that are always shown with it.' }),
  synergies: refs('strategies', 'Strategies that it strengthens, and that strengthen it.', 'bridging-medications').default([]),
  needs: refs('strategies', 'It leans on any ONE of these, chosen now or already running; empty: on none.', 'moud-telemedicine').default(
    [],
  ),
  feasibility: z
    .strictObject({
      kind: ref('kinds', 'The kind of activity, a row of feasibility.yaml.', 'a-naloxone-handout'),
      typicalMonths: z
        .number()
        .positive()
        .max(60)
        .meta({ description: 'Months from go to first service; it fixes timeToStart.', examples: [4] }),
      parts: z
        .strictObject({
          regulatory: feasibilityPart.meta({ description: 'Laws, registrations and approvals that it takes.' }),
          workforce: feasibilityPart.meta({ description: 'Staff that it takes.' }),
          cost: feasibilityPart.meta({ description: 'What the first year costs, net of usual insurance.' }),
          timeToStart: feasibilityPart.meta({ description: 'Time from go to first service; it follows from typicalMonths.' }),
          partners: feasibilityPart
            .extend({
              organisations: z
                .array(z.string().min(1))
                .meta({ description: 'Who has to take part.', examples: [['hospital', 'pharmacy']] })
                .default([]),
            })
            .meta({ description: 'Who else has to take part.' }),
        })
        .meta({ description: 'Five parts, each from 1 (hardest) to 5 (easiest), with the reason.' }),
    })
    .meta({ description: 'How hard a first launch at one or two sites is. Used only where the coalition has not rated it.' }),
  reach: z
    .strictObject({
      of: text('The group that `reach` is a share of.', 'people on medication, or starting it this year'),
      atRiskShare: share('Share of all people at high risk of opioid overdose who are in that group.', 0.3),
      basis,
      sources,
    })
    .meta({ description: 'What the reach of the options below is measured against.' }),
  options: z.array(optionSchema).min(1).meta({ description: 'Where it can sit: one entry for each sector and venue.' }),
})

export const menuSchema = z.strictObject({
  id: id('The id of the menu.', 'oend'),
  code: z
    .int()
    .min(1)
    .meta({ description: "Its code in the study's ORCCA Tracker.", examples: [1] }),
  name: text('The exact published name.', 'Overdose education and naloxone distribution (OEND)'),
  otherNames: z
    .record(z.string(), z.string().min(1))
    .meta({ description: 'Its names in the other editions.', examples: [{ E3: '…' }] })
    .default({}),
  sources,
  sections: z
    .array(
      z.strictObject({
        id: id('The id of the section.', 'active-oend'),
        name: text('The exact published name.', 'Active OEND'),
        label: text('A short label (ours).', '1A'),
        required: z.boolean().meta({ description: 'Whether the trial required one strategy out of it.', examples: [true] }),
      }),
    )
    .min(1)
    .meta({ description: 'The sections of the menu.' }),
  strategies: z.array(strategySchema).min(1).meta({ description: 'The strategies of the menu.' }),
})

// ---------------------------------------------------------------- settings.yaml: sectors, venues, medications, populations

export const settingsSchema = z.strictObject({
  sectors: z
    .array(
      z.strictObject({
        id: id('The id of the sector.', 'healthcare'),
        code: z
          .int()
          .min(1)
          .meta({ description: 'Tracker code.', examples: [1] }),
        name: text('The published name.', 'Healthcare'),
      }),
    )
    .min(1)
    .meta({ description: 'The sectors.' }),
  codingRules: z
    .array(z.strictObject({ rule: text('A coding rule of the study.', 'Fire department: Healthcare.'), sources }))
    .meta({ description: "The study's rules for coding sector and venue, in our words." })
    .default([]),
  venues: z
    .array(
      z.strictObject({
        id: id('The id of the venue.', 'jails'),
        code: z
          .int()
          .min(1)
          .meta({ description: 'Tracker code.', examples: [1] }),
        name: text('The name as printed.', 'Criminal Justice - Jails'),
        short: text('A short name for running text.', 'jails'),
        sector: ref('sectors', 'The sector it is coded in by default.', 'criminal-legal'),
        otherSectors: refs('sectors', 'Sectors that the coding rules also allow, when the detail says so.', 'healthcare').default([]),
        specify: z
          .boolean()
          .meta({ description: 'Whether the form asks to specify it in words.', examples: [false] })
          .default(false),
        examples: z
          .array(z.string().min(1))
          .meta({ description: 'Examples of what it covers.', examples: [['drug court']] })
          .default([]),
        note: text(
          'What decides the sector, or what it covers.',
          'Fire and EMS: healthcare; police and sheriff: criminal-legal.',
        ).optional(),
      }),
    )
    .min(1)
    .meta({ description: 'The venues.' }),
  medications: z
    .array(
      z.strictObject({
        id: id('The id of the medication.', 'buprenorphine'),
        code: z
          .int()
          .min(1)
          .meta({ description: 'Tracker code.', examples: [2] }),
        name: text('The name as printed.', 'Buprenorphine'),
        agonist: z.boolean().meta({ description: 'Whether it is an agonist or partial agonist.', examples: [true] }),
      }),
    )
    .meta({ description: 'The medications for opioid use disorder.' }),
  populations: z
    .array(
      z.strictObject({
        id: id('The id of the population.', 'reduced-tolerance'),
        code: z
          .int()
          .min(1)
          .meta({ description: 'Tracker code.', examples: [2] }),
        name: text('The name as printed.', 'Persons who have reduced opioid tolerance'),
        short: text('A short name for running text.', 'people with reduced tolerance'),
        examples: text('Examples as the study gives them.', 'completing detox or release from jail').optional(),
      }),
    )
    .min(1)
    .meta({ description: 'The six high-risk populations.' }),
  specialPopulations: z
    .array(
      z.strictObject({
        id: id('The id of the special population.', 'veterans'),
        name: text('The name as printed.', 'Veterans'),
        note: text('Anything to know about it.', 'Added in July 2021.').optional(),
      }),
    )
    .meta({ description: 'The special populations: noted, never a requirement.' }),
})

// ---------------------------------------------------------------- gaps.yaml, indicators.yaml, facts.yaml

export const gapsSchema = z.strictObject({
  gaps: z
    .array(
      z.strictObject({
        id: id('The id of the service gap.', 'moud-distance'),
        menu: ref('menus', 'The menu it belongs to.', 'moud'),
        name: text('What it is called.', 'Medication treatment is too far away'),
        description: text('What is missing, in one sentence.', 'People cannot reach a program or prescriber in a reasonable time.'),
      }),
    )
    .min(1)
    .meta({ description: 'The service gaps.' }),
})

const range = z
  .strictObject({
    min: z.number().meta({ description: 'The lowest value that can be right.', examples: [0] }),
    max: z.number().meta({ description: 'The highest value that can be right.', examples: [100] }),
  })
  .meta({ description: 'Values outside are typing or unit errors; it is not a target.', examples: [{ min: 0, max: 100 }] })

export const indicatorSchema = z.strictObject({
  id: id('The id of the indicator; profiles give its value under it.', 'otp-within-30-min-pct-tracts'),
  label: text('What it measures.', 'Tracts within 30 minutes of an opioid treatment program (methadone)'),
  unit: text('Its unit.', '% of tracts'),
  range,
  gap: ref('gaps', 'The service gap that it measures; left out for a number that only rules read.', 'moud-distance').optional(),
  met: z
    .number()
    .meta({ description: 'At this value the gap is met (severity 0).', examples: [82] })
    .optional(),
  worst: z
    .number()
    .meta({ description: 'At this value the gap is at its worst (severity 1).', examples: [0] })
    .optional(),
  weight: share('The share of the gap that it tells; the shares of a gap add up to 1.', 0.5).optional(),
  insteadOf: refs(
    'indicators',
    'Alternatives that share one weight with it: the first one in the file that has a value counts.',
    'ed-followup-30d-fua-pct',
  ).default([]),
  standsFor: z
    .enum(['itself', 'something-else', 'the-state'])
    .meta({
      description: 'Whether it measures the thing itself, stands in for something else, or is one value for the whole state.',
      examples: ['itself'],
    })
    .default('itself'),
  from: z
    .strictObject({
      fact: ref('facts', 'The fact that it is computed from.', 'jail-moud-level'),
      values: z
        .record(z.string(), z.number())
        .meta({
          description: 'The value for each answer; left out where the fact is the number itself.',
          examples: [{ none: 0, 'anyone-who-asks': 1 }],
        })
        .optional(),
    })
    .meta({ description: 'For a value that is computed from a fact instead of being given in the profile.' })
    .optional(),
  basis: basis.optional(),
  why: text('What the benchmark rests on.', 'Kleinman 2020 (17.8 % of US residents are 30 minutes or more away)').optional(),
  sources,
  note: text('What to know before using it.', 'Free-flow car time; it says a program exists, not that it takes patients.').optional(),
})
export const indicatorsSchema = z.strictObject({ indicators: z.array(indicatorSchema).min(1).meta({ description: 'The indicators.' }) })

export const factSchema = z.strictObject({
  id: id('The id of the fact; profiles give its value under `context`.', 'jail-present'),
  ask: text('The question that settles it.', 'Is there a jail in the community?'),
  label: text('The fact as a short phrase for sentences.', 'jail in the community'),
  type: z.enum(['boolean', 'choice', 'number']).meta({ description: 'Yes or no, one of `values`, or a number.', examples: ['boolean'] }),
  values: z
    .array(z.string().min(1))
    .min(2)
    .meta({ description: 'The answers of a choice.', examples: [['none', 'some', 'strong']] })
    .optional(),
  range: range.optional(),
  unit: text('The unit of a number.', 'share of the year in force, 0 to 1').optional(),
  from: z
    .enum(['public-data', 'inventory', 'coalition'])
    .meta({ description: 'Where the answer comes from: public data, a local inventory, or the coalition.', examples: ['inventory'] }),
  law: z
    .boolean()
    .meta({ description: 'A law, whose year must be shown.', examples: [false] })
    .default(false),
  sources,
  note: text('What to know before answering.', 'Not naltrexone alone.').optional(),
})
export const factsSchema = z.strictObject({ facts: z.array(factSchema).min(1).meta({ description: 'The facts.' }) })

// ---------------------------------------------------------------- gates.yaml, rules.yaml

const ruleHead = {
  id: id('The id of the rule.', 'partner-jail'),
  conditions,
  because: text('Why, in one plain sentence.', 'No jail serves the community.'),
  basis,
  sources,
  sourceNote: text('What the sources back, where they back only a part.', 'size: judgement').optional(),
  recheckBy,
  examples,
}

export const gateSchema = z.strictObject({
  ...ruleHead,
  kind: z.enum(['legal', 'partner', 'contraindicated', 'saturated']).meta({ description: 'The kind of gate.', examples: ['legal'] }),
  event: z
    .strictObject({
      type: z
        .enum(['exclude', 'confirm-first', 'drop-medication'])
        .meta({ description: 'Drop the option, ask to confirm it first, or take the named medications off it.', examples: ['exclude'] }),
      params: selectorSchema,
    })
    .meta({ description: 'What happens to which options.' }),
  confirmWhenUnknown: refs(
    'readable',
    'While undecided and one of these facts is missing, the option is kept but must be confirmed first.',
    'jail-present',
  ).default([]),
})
export const gatesSchema = z.strictObject({ gates: z.array(gateSchema).meta({ description: 'The gates.' }) })

const selectorFields = {
  strategies: selectorSchema.shape.strategies,
  sectors: selectorSchema.shape.sectors,
  venues: selectorSchema.shape.venues,
}
const adjustmentSchema = z.strictObject({
  effect: z.enum(['raise', 'lower']).meta({ description: 'Up or down.', examples: ['lower'] }),
  on: z.enum(['feasibility', 'reach', 'impact']).meta({ description: 'Which number.', examples: ['reach'] }),
  by: z
    .number()
    .positive()
    .max(0.25)
    .multipleOf(0.01)
    .meta({ description: 'By how much, in whole hundredths. Every size is judgement.', examples: [0.1] }),
  ...selectorFields,
})
const warningSchema = z.strictObject({
  effect: z.literal('warn').meta({ description: 'Show a warning.', examples: ['warn'] }),
  text: text('The warning.', 'Plan for voice calls and lent phones.'),
  ...selectorFields,
})
export const ruleSchema = z.strictObject({
  ...ruleHead,
  event: z
    .strictObject({
      type: z.literal('adjust').meta({ description: 'Rules adjust numbers and warn.', examples: ['adjust'] }),
      params: z
        .strictObject({
          effects: z
            .array(z.discriminatedUnion('effect', [adjustmentSchema, warningSchema]))
            .min(1)
            .meta({ description: 'What it raises, lowers or warns of, and for which options.' }),
        })
        .meta({ description: 'What it does.' }),
    })
    .meta({ description: 'What happens when the conditions hold.' }),
  warnWhenUnknown: z
    .boolean()
    .meta({ description: 'Show its warnings also while the rule is undecided.', examples: [true] })
    .default(false),
})
export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema).meta({ description: 'The rules.' }) })

// ---------------------------------------------------------------- feasibility.yaml

export const feasibilitySchema = z.strictObject({
  anchors: z
    .record(z.string(), z.record(z.string(), z.string().min(1)))
    .meta({ description: 'What each score from 1 to 5 means, for each part.', examples: [{ cost: { '5': 'almost nothing' } }] }),
  clip: z
    .strictObject({ min: share('The lowest default feasibility.', 0.05), max: share('The highest default feasibility.', 0.95) })
    .meta({ description: 'The limits of a default.' }),
  kinds: z
    .array(
      z.strictObject({
        id: id('The id of the kind of activity.', 'a-naloxone-handout'),
        label: text('What it is.', 'handing out naloxone'),
        reference: text('The setting that counts as 0.', 'an outpatient clinic = 0'),
        venues: z
          .array(
            z.strictObject({
              venue: ref('venues', 'The venue.', 'jails'),
              sector: ref('sectors', 'Only in this sector.', 'criminal-legal').optional(),
              modifier: z
                .number()
                .min(-0.2)
                .max(0.15)
                .meta({
                  description: 'How much easier (+) or harder (-) the start is there. Judgement, in steps of 0.05.',
                  examples: [-0.1],
                }),
              why,
              sources,
            }),
          )
          .meta({ description: 'The modifier at each venue; a venue not listed has 0.' }),
      }),
    )
    .meta({ description: 'Kinds of activity and how much easier or harder they are at each venue.' }),
  exceptions: z
    .array(
      z.strictObject({
        strategy: ref('strategies', 'The strategy.', 'moud-criminal-legal'),
        venue: ref('venues', 'Only at this venue; left out: at every venue not named in another exception.', 'other').optional(),
        modifier: z
          .number()
          .min(-0.2)
          .max(0.15)
          .meta({ description: 'The modifier in place of that of its kind.', examples: [0] }),
        why,
        sources,
      }),
    )
    .meta({ description: 'Strategies whose default already pictures a venue.' }),
})

// ---------------------------------------------------------------- plan.yaml

export const planRulesSchema = z.strictObject({
  size: z
    .int()
    .min(1)
    .max(30)
    .meta({ description: 'The size of a plan unless asked for more.', examples: [5] }),
  maxPerStrategy: z
    .int()
    .min(1)
    .max(10)
    .meta({ description: 'At most so many options of one strategy.', examples: [2] }),
  goalWeight: share('A stated goal is served by a strategy with at least this weight for its gap.', 0.5),
  populationMenus: refs('menus', 'The menus in which a named priority population must be named by a chosen option.', 'oend'),
  requirements: z
    .array(
      z.strictObject({
        id: id('The id of the requirement.', 'r3-active-oend'),
        label: text('What is required.', 'One strategy from Active OEND'),
        basis: z.enum(['trial', 'guidance']).meta({ description: 'Who requires it.', examples: ['trial'] }),
        atLeast: z
          .int()
          .min(1)
          .meta({ description: 'How many.', examples: [1] }),
        count: z.enum(['strategies', 'options']).meta({ description: 'Different strategies, or options.', examples: ['strategies'] }),
        of: selectorSchema
          .omit({ medications: true })
          .meta({ description: 'Which options count for it: every kind of id named must match; nothing named means every option.' }),
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'What every plan must meet.' }),
  warnings: z
    .array(
      z.strictObject({
        id: id('The id of the warning.', 'forced-taper'),
        text: text('The warning.', 'Do not set dose ceilings that force tapering.'),
        because: text('Why.', 'Tapering was followed by more overdose.'),
        basis,
        sources,
        when: z
          .strictObject({
            planHas: z.array(selectorSchema).min(1).meta({ description: 'Some chosen option matches one of these.' }).optional(),
            noneChosenOrRunning: selectorSchema.optional(),
            conditions: conditions.optional(),
            needsNotMet: z
              .literal(true)
              .meta({ description: 'A chosen strategy needs others, and none of them is chosen or running.', examples: [true] })
              .optional(),
            oneVenueOrFactShare: share(
              'This share of the chosen options, or more, sits in one venue or waits for the same fact.',
              0.5,
            ).optional(),
          })
          .meta({ description: 'When it is shown: everything named must hold.' }),
      }),
    )
    .meta({ description: 'Warnings on a finished plan. They never change a score.' }),
})

// ---------------------------------------------------------------- mappings/*.yaml

const target = {
  indicator: ref('indicators', 'The indicator that it fills.', 'uninsured-19-64-pct').optional(),
  fact: ref('facts', 'The fact that it fills.', 'rurality').optional(),
}
const columnSource = {
  column: text('The column of the table.', 'pct_uninsured_19_64'),
  year: z
    .int()
    .min(1900)
    .max(2100)
    .meta({ description: 'The year of the value.', examples: [2023] }),
  source: text('The source, as shown with the value.', 'ACS 2019-2023'),
  kind: text('What kind of value it is, where columns differ.', 'count of 12 months').optional(),
  emptyMeans: z
    .enum(['missing', 'suppressed'])
    .meta({ description: 'What an empty cell means.', examples: ['suppressed'] })
    .default('missing'),
}
export const mappingSchema = z.strictObject({
  id: id('The id of the mapping, used with --mapping.', 'county-profiles'),
  title: text('The table that it reads.', 'County profiles'),
  licence: text('The licence of the table.', 'CC BY 4.0 and US Government works').optional(),
  name: z
    .array(z.string().min(1))
    .min(1)
    .meta({ description: 'Columns that make the name, joined by a comma.', examples: [['county', 'state']] }),
  state: text('The column of the state.', 'state').optional(),
  population: text('The column of the population.', 'population').optional(),
  ignored: z.array(z.string().min(1)).meta({ description: 'Columns that are known and not used.' }).default([]),
  notes: z
    .strictObject({
      column: text('The column with codes.', 'quality_flags'),
      separator: text('What stands between the codes.', ';'),
      texts: z.record(z.string(), z.string().min(1)).meta({
        description: 'What each code means for the reader.',
        examples: [{ AK_ACCESS_CAUTION: 'Drive times in Alaska are unreliable.' }],
      }),
    })
    .meta({ description: 'Codes of the table that become notes of the profile.' })
    .optional(),
  values: z
    .array(
      z.strictObject({
        ...target,
        from: z.array(z.strictObject(columnSource)).min(1).meta({ description: 'The columns to read: the first one with a value counts.' }),
        dividedBy: text('A column to divide by.', 'st_oud_past_year_pct').optional(),
        times: z
          .number()
          .positive()
          .meta({ description: 'A factor to multiply with.', examples: [100] })
          .optional(),
        decimals: z
          .int()
          .min(0)
          .max(6)
          .meta({ description: 'Decimals to keep of a computed value.', examples: [1] })
          .optional(),
      }),
    )
    .min(1)
    .meta({ description: 'Which columns fill which indicator or fact.' }),
})

// ---------------------------------------------------------------- references.json (CSL-JSON)

const orNumber = (description: string, example: string) => z.union([z.string(), z.number()]).meta({ description, examples: [example] })
const name = (description: string, example: string) => z.string().meta({ description, examples: [example] })

// Strict, though CSL-JSON knows many more fields: a misspelt one would otherwise be lost in silence.
export const referenceSchema = z.strictObject({
  id: id('The id of the reference.', 'walley-2013'),
  type: text('The type of work, in the words of CSL-JSON.', 'article-journal'),
  title: text('The title.', 'Opioid overdose rates and implementation of overdose education'),
  author: z
    .array(
      z.strictObject({
        family: name('The family name.', 'Walley').optional(),
        given: name('Given names or initials.', 'AY').optional(),
        literal: name('The name of an organization.', 'Drug Enforcement Administration').optional(),
      }),
    )
    .meta({ description: 'Who wrote it.', examples: [[{ family: 'Walley' }]] })
    .optional(),
  issued: z
    .strictObject({
      'date-parts': z
        .array(z.array(z.union([z.number(), z.string()])))
        .meta({ description: 'Year, month and day, as far as they are known.', examples: [[[2013, 1, 31]]] }),
    })
    .meta({ description: 'When it appeared.', examples: [{ 'date-parts': [[2013]] }] })
    .optional(),
  'container-title': name('The journal, book or series that it appeared in.', 'BMJ').optional(),
  publisher: name('The publisher.', 'RTI International').optional(),
  volume: orNumber('The volume.', '346').optional(),
  issue: orNumber('The issue.', '5').optional(),
  page: orNumber('The pages.', '870-879').optional(),
  number: orNumber('The number of a law, rule or report.', '89 FR 7528').optional(),
  edition: orNumber('The edition.', '2').optional(),
  genre: name('The kind of report, thesis or other work.', 'Policy brief').optional(),
  'publisher-place': name('The place of the publisher.', 'Rockville, MD').optional(),
  language: name('The language, as a code.', 'en').optional(),
  PMID: orNumber('The number in PubMed.', '23372174').optional(),
  annote: name('What to know of it.', 'News report; the study itself was not read.').optional(),
  note: name('A remark.', 'Effective 2 Apr 2024.').optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI begins with 10. and has no address before it')
    .meta({ description: 'The DOI, without an address before it.', examples: ['10.1136/bmj.f174'] })
    .optional(),
  URL: z
    .string()
    .regex(/^https:\/\/\S+$/, 'a link begins with https://')
    .meta({ description: 'The address where it can be read.', examples: ['https://www.ecfr.gov/current/title-21'] })
    .optional(),
})
export const referencesSchema = z.array(referenceSchema)

/** The files of a menu set, in the order in which they are read. `menus` and `mappings` stand for any number of files. */
export const fileSchemas = {
  'menus.yaml': menuSetSchema,
  'settings.yaml': settingsSchema,
  'gaps.yaml': gapsSchema,
  'indicators.yaml': indicatorsSchema,
  'facts.yaml': factsSchema,
  'gates.yaml': gatesSchema,
  'rules.yaml': rulesSchema,
  'feasibility.yaml': feasibilitySchema,
  'plan.yaml': planRulesSchema,
  'references.json': referencesSchema,
} as const

export type MenuSet = z.output<typeof menuSetSchema>
export type Menu = z.output<typeof menuSchema>
export type Strategy = z.output<typeof strategySchema>
export type Settings = z.output<typeof settingsSchema>
export type Gap = z.output<typeof gapsSchema>['gaps'][number]
export type Indicator = z.output<typeof indicatorSchema>
export type Fact = z.output<typeof factSchema>
export type Gate = z.output<typeof gateSchema>
export type Rule = z.output<typeof ruleSchema>
export type Feasibility = z.output<typeof feasibilitySchema>
export type PlanRules = z.output<typeof planRulesSchema>
export type Selector = z.output<typeof selectorSchema>
export type Mapping = z.output<typeof mappingSchema>
export type Reference = z.output<typeof referenceSchema>

/** A whole menu set as data: the files of `menus/`, checked, with every default filled in. */
export interface MenuData {
  readonly set: MenuSet
  readonly menus: readonly Menu[]
  readonly settings: Settings
  readonly gaps: readonly Gap[]
  readonly indicators: readonly Indicator[]
  readonly facts: readonly Fact[]
  readonly gates: readonly Gate[]
  readonly rules: readonly Rule[]
  readonly feasibility: Feasibility
  readonly plan: PlanRules
  readonly references: readonly Reference[]
  readonly mappings: readonly Mapping[]
}

/**
 * What scores, rankings and plans need of a menu set. The built-in one keeps its references, mappings and rule examples in modules of their
 * own, so that an app's bundle stays small: `referencesOf` and `mappingsOf` find them.
 */
export type MenuCore = Omit<MenuData, 'references' | 'mappings'> & Partial<Pick<MenuData, 'references' | 'mappings'>>
