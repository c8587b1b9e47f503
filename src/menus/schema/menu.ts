import * as z from 'zod'
import { basis, code, id, ref, refs, share, sources, text, why } from './fields.js'

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
  plain: text(
    'A short plain title, unlike that of any other option: what is done and where, as a neighbor would say it.',
    'leave-behind kits by ambulance crews',
  ).optional(),
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
  section: ref('sections', 'The section of the menu that it belongs to.', 'link-to-moud'),
  code: code("Its code in the study's ORCCA Tracker.", 5),
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
      atRiskShare: z
        .strictObject(estimate)
        .meta({ description: 'Share of all people at high risk of opioid overdose who are in that group: a range and the best value.' }),
      basis,
      sources,
    })
    .meta({ description: 'What the reach of the options below is measured against.' }),
  options: z.array(optionSchema).min(1).meta({ description: 'Where it can sit: one entry for each sector and venue.' }),
})

export const menuSchema = z.strictObject({
  id: id('The id of the menu.', 'oend'),
  code: code("Its code in the study's ORCCA Tracker.", 1),
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

export type Menu = z.output<typeof menuSchema>
export type Strategy = z.output<typeof strategySchema>
