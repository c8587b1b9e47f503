import * as z from 'zod'

/**
 * The strict shape of the files in `menus/guide/`: one file for each strategy (`guideSchema`) and `sources.yaml` (`guideSourcesSchema`).
 * What a shape cannot say is left to the checks: ids that must exist, sources of lines that are not judgement, the study's measure first.
 */

const text = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .meta({ description, examples: [example] })
const texts = (description: string, example: string) =>
  z
    .array(z.string().trim().min(1))
    .min(1)
    .meta({ description, examples: [[example]] })
const id = (description: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by single hyphens')
    .meta({ description, examples: [example] })
const ids = (description: string, example: string) => z.array(id(description, example)).meta({ description, examples: [[example]] })

const basis = z.enum(['sourced', 'mixed', 'judgement']).meta({
  description:
    'What the line rests on: `sourced` (the sources named say so), `mixed` (they vouch for the reason, rule or figure; the advice is ' +
    'ours) or `judgement` (ours: confirm it with the partners).',
  examples: ['mixed'],
})
const sources = ids('Ids of sources.yaml that vouch for the line; empty for judgement.', 'hcs-72h').default([])
const seeAlso = ids('Ids of sources.yaml for further reading; they do not vouch for the line.', 'ssp-package').default([])

const span = {
  from: z
    .int()
    .min(0)
    .max(260)
    .meta({ description: 'The lower end, in weeks.', examples: [2] }),
  to: z
    .int()
    .min(0)
    .max(260)
    .meta({ description: 'The upper end, in weeks.', examples: [6] }),
}

// ---------------------------------------------------------------- what people can read: resources and sources

const document = {
  title: text('The title as printed; where it was not seen, a description (see `titleIs`).', 'Naloxone Leave Behind'),
  titleIs: z
    .enum(['printed', 'from-address', 'described'])
    .meta({ description: '`from-address`: read off the link. `described`: our words, the title was not seen.', examples: ['described'] })
    .default('printed'),
  publisher: text('Who published it: organization, journal or agency.', 'HEALing Communities Study (RTI)'),
  year: z
    .int()
    .min(1990)
    .max(2100)
    .meta({ description: 'The year of publication, where known.', examples: [2023] })
    .optional(),
  url: z
    .string()
    .regex(/^https:\/\/([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i, "a link begins with https:// and the publisher's own host")
    .meta({
      description: "The publisher's own address. Left out where only a copy on another site was found.",
      examples: ['https://hcs.rti.org/naloxone-leave-behind.html'],
    })
    .optional(),
  seen: z.enum(['full', 'opening', 'listing']).meta({
    description:
      'How much of it was read, some of it in a copy: `full`, `opening` (the beginning, one section or the abstract) ' +
      'or `listing` (only described elsewhere).',
    examples: ['opening'],
  }),
}

const resourceSchema = z
  .strictObject({
    ...document,
    whatFor: text('What a coalition can use it for.', 'One-page plan: rationale, time, operations'),
    source: id('Its id in sources.yaml, where the same document also vouches for a line.', 'hcs-leave-behind').optional(),
  })
  .meta({ description: 'A guide, toolkit or form that helps to put the strategy in place.' })

const sourceSchema = z
  .strictObject({
    ...document,
    note: text('What to know about it: which part was read, or where.', 'abstract only').optional(),
  })
  .meta({ description: 'A document that lines of the guide rest on.' })

// ---------------------------------------------------------------- <strategy>.yaml

export const guideSchema = z.strictObject({
  strategy: id('The strategy that the file is about.', 'linkage-programs'),
  inShort: text(
    'What it is and for whom, in words for everyone (about grade 8).',
    'Naloxone is handed out in the places where people are most likely to overdose soon after. It is for people leaving those places.',
  ),
  leadTime: z
    .strictObject({ text: text('How long from planning to the first service.', '3 to 6 months: agreements take longest.'), basis, sources })
    .meta({ description: 'Time from planning to the first service.' })
    .optional(),
  weeksAre: z.enum(['duration', 'schedule']).meta({
    description:
      'How to read `weeks` in this file. `duration`: how long a step takes, shortest to longest; steps overlap, so do not add them up. ' +
      '`schedule`: the step runs from one week to the other, counted from the decision to go.',
    examples: ['duration'],
  }),
  steps: z
    .array(
      z.strictObject({
        step: text('What to do.', 'Map who prescribes now and how long the wait is.'),
        who: text('Which kinds of organization do it.', 'coalition data lead with the health department'),
        weeks: z
          .strictObject(span)
          .meta({ description: 'When or how long (see `weeksAre`). Always judgement.', examples: [{ from: 2, to: 4 }] }),
        why: text('Why, or what speaks for doing it so.', 'A willing leader matters more than a big name.'),
        basis,
        sources,
        seeAlso,
      }),
    )
    .min(1)
    .meta({ description: 'The steps in their usual order.' }),
  venues: z
    .array(
      z.strictObject({
        venue: id('A venue of settings.yaml.', 'jails'),
        sector: id('The sector, where a venue has more than one entry.', 'criminal-legal').optional(),
        detail: text('Which part of the venue, where it has a wide name.', 'street outreach or mobile unit').optional(),
        change: text('What is done differently there.', 'Kit in the property bag, and a free shelf in the lobby.'),
        weeks: z
          .strictObject({ ...span, sources })
          .meta({
            description: 'Weeks for this venue (see `weeksAre`); judgement unless a source is named.',
            examples: [{ from: 8, to: 26 }],
          })
          .optional(),
        basis,
        sources,
        seeAlso,
      }),
    )
    .min(1)
    .meta({ description: 'What changes from venue to venue.' }),
  partners: texts('Kinds of organizations and people to bring in. Judgement.', 'community pharmacies and their wholesalers'),
  staff: texts('Posts and roles it needs. Judgement.', 'nurse care manager'),
  supplies: texts('Goods, forms and tools it needs. Judgement.', 'naloxone to hand out'),
  dataToLog: text(
    'What to write down in the daily work, and what never to. Judgement.',
    'date, site, units, first time or refill. No names.',
  ).optional(),
  costs: z
    .array(
      z.strictObject({
        cost: text('What costs money.', 'outreach wages and vehicle'),
        amount: text('How much, where a source names it; with its year.', 'about 200,000 US dollars (2021)').optional(),
        basis,
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'What it costs. A number appears here only with its source.' }),
  costNote: text('What is not known about the costs.', 'No price was read.').optional(),
  measures: z
    .array(
      z.strictObject({
        measure: text('The name of the measure.', 'Days to first dose'),
        studyDefinition: z
          .literal(true)
          .meta({
            description: "The study's own definition of service delivery or status (ORCCA Tracker): the first measure, and only that.",
            examples: [true],
          })
          .optional(),
        numerator: text('What is counted.', 'sum of days from first contact to first dose'),
        denominator: text('What it is divided by.', 'people who started in the month'),
        unit: text('The unit of the result.', 'days'),
        dataFrom: text('Where the data come from.', 'site appointment log'),
        howOften: z
          .enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])
          .meta({ description: 'How often to report it.', examples: ['monthly'] }),
        basis,
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'How to see whether it works. Thresholds and targets are judgement unless a source is named.' }),
  sustain: z
    .array(
      z.strictObject({
        how: text('How to keep and pay for it after the grant.', 'Hospital keeps the navigator on its own payroll.'),
        basis,
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'How it lasts. Law and payment rules age: check them again before acting.' }),
  pitfalls: z
    .array(
      z.strictObject({
        pitfall: text('What goes wrong.', 'A leaflet or phone number is counted as linkage.'),
        instead: text('What to do about it.', 'Count only a booked slot or a started medicine as a referral.'),
        basis,
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'What usually goes wrong.' }),
  equity: z
    .array(
      z.strictObject({
        missed: text('Who is missed, or harmed.', 'Rural people without a car'),
        how: text('How to reach or protect them.', 'Mobile care, telehealth, ride pools by area.'),
        basis,
        sources,
      }),
    )
    .min(1)
    .meta({ description: 'Who is missed or harmed, and what to do.' }),
  resources: z.array(resourceSchema).min(1).meta({ description: 'Guides and tools for those who put it in place.' }),
})

// ---------------------------------------------------------------- sources.yaml

export const guideSourcesSchema = z.strictObject({
  compiled: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'a month is written year-month')
    .meta({ description: 'The month in which the guide was compiled.', examples: ['2026-11'] }),
  lawCheckedTo: text('How far the law in it is known to hold.', 'federal rules as read in copies dated up to early 2026'),
  recheck: z
    .array(
      z.strictObject({
        what: text('Which rules age.', 'Medicare codes'),
        when: text('When to look again: a date or an occasion.', 'each January'),
      }),
    )
    .meta({ description: 'What to check again before acting on the guide.' }),
  notes: z
    .array(
      z.strictObject({
        note: text('Advice that holds for a whole menu.', 'Agree on one unit before the first kit goes out.'),
        menus: ids('The menus it is about.', 'oend'),
        basis,
        sources,
      }),
    )
    .meta({ description: 'Advice for whole menus.' }),
  general: z.array(resourceSchema).meta({ description: 'Resources for every strategy.' }),
  sources: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), sourceSchema).meta({
    description: 'The documents that lines of the guide rest on, by id.',
    examples: [
      {
        'hcs-72h': {
          title: 'Methadone Initiation in Emergency Departments and Outpatient Clinics with link to OTP',
          publisher: 'HEALing Communities Study (RTI)',
          seen: 'opening',
        },
      },
    ],
  }),
})

export type StrategyGuide = z.infer<typeof guideSchema>
export type GuideResource = z.infer<typeof resourceSchema>
export type GuideSource = z.infer<typeof sourceSchema>
export type GuideSources = z.infer<typeof guideSourcesSchema>
