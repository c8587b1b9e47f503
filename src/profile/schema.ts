import * as z from 'zod'
import type { Menus } from '../menus/compile.js'
import type { BuiltInIds } from '../vocabulary.js'
import { withoutEval } from '../without-eval.js'

/** The kinds of id that a menu set brings with it. The built-in menus' ids are literal types (`BuiltInIds`). */
export interface Ids {
  menu: string
  section: string
  strategy: string
  sector: string
  venue: string
  medication: string
  population: string
  specialPopulation: string
  gap: string
  indicator: string
  fact: string
  /** The facts again, with the type of each one's value. */
  context: Record<string, boolean | number | string>
}

/** Stage of current implementation of an option. */
export const stages = ['not-begun', 'planned', 'pilot', 'partial', 'at-scale', 'saturated'] as const
export type Stage = (typeof stages)[number]

const text = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ description, examples: [example] })
const described = <T extends z.ZodType>(schema: T, description: string, example: unknown): T =>
  schema.meta({ description, examples: [example] })
const oneOf = <T extends string>(ids: readonly T[], description: string) =>
  z.enum(ids as readonly [T, ...T[]]).meta({ description, examples: [ids[0]] })

const year = described(z.int().min(1900).max(2100), 'The year of the value.', 2025).optional()
const source = text('Where the value comes from.', 'OEPS 2025').optional()
const rating = (what: string) => described(z.number().min(1).max(5), `${what}, 1 (worst) to 5 (best).`, 4).optional()

const suppressed = z
  .literal('suppressed')
  .meta({ description: 'The value exists and is withheld, for example a count under 10.', examples: ['suppressed'] })

type IndicatorValue = number | 'suppressed' | { value: number | 'suppressed'; year?: number; source?: string }
type ContextValue<T> = T | { value: T; year?: number; source?: string }

/**
 * Builds the strict schema of a community profile for a set of ids. Everything but `name` may be missing; what is missing stays not known.
 * Numbers must lie in the range that the menus give for them.
 */
function buildProfileSchema<I extends Ids>(menus: Menus) {
  const { data } = menus
  const idsOf = <T extends string>(items: readonly { readonly id: string }[]): readonly T[] => items.map(({ id }) => id as T)
  const strategy = oneOf(idsOf<I['strategy']>([...menus.strategies.values()]), 'A strategy of the menus.')
  const sector = oneOf(idsOf<I['sector']>(data.settings.sectors), 'A sector.')
  const venue = oneOf(idsOf<I['venue']>(data.settings.venues), 'A venue.')
  const gap = oneOf(idsOf<I['gap']>(data.gaps), 'A service gap.')

  const indicators = data.indicators
    .filter((indicator) => indicator.from === undefined)
    .map(({ id, label, unit, range }) => {
      const value = z.number().min(range.min).max(range.max)
      const full = z.strictObject({
        value: z.union([value, suppressed]).meta({ description: `In ${unit}.`, examples: [range.min] }),
        year,
        source,
      })
      return [id, described(z.union([full, value, suppressed]), `${label}, in ${unit}.`, range.min).optional()] as const
    })
  const context = data.facts.map((fact) => {
    const value =
      fact.type === 'boolean'
        ? z.boolean()
        : fact.type === 'choice'
          ? z.enum(fact.values as [string, ...string[]])
          : z
              .number()
              .min(fact.range?.min ?? Number.MIN_SAFE_INTEGER)
              .max(fact.range?.max ?? Number.MAX_SAFE_INTEGER)
    const example = fact.type === 'boolean' ? true : fact.type === 'choice' ? fact.values![0] : (fact.range?.max ?? 1)
    const full = z.strictObject({ value: described(value, fact.ask, example), year, source })
    return [fact.id, described(z.union([full, value]), fact.ask, example).optional()] as const
  })
  const stated = data.gaps.map(
    ({ id, name }) =>
      [
        id,
        described(z.number().min(0).max(1), `${name}: severity that the coalition states, 0 (met) to 1 (worst).`, 0.8).optional(),
      ] as const,
  )

  // Object.fromEntries forgets the keys; the ids of the menus are put back by hand.
  const shape = <T>(entries: readonly (readonly [string, z.ZodType])[]) =>
    z.strictObject(Object.fromEntries(entries)) as unknown as z.ZodType<T>

  return z.strictObject({
    name: text('The name of the community.', 'Boyle County'),
    state: text('The state, as a two-letter code.', 'KY').optional(),
    population: described(z.int().min(1).max(1_000_000_000), 'Number of residents.', 30708).optional(),
    asOf: z.iso
      .date()
      .meta({
        description: 'The day for which the profile is written. Laws to be rechecked by an earlier day are shown as out of date.',
        examples: ['2026-06-30'],
      })
      .optional(),
    indicators: shape<{ [K in I['indicator']]?: IndicatorValue }>(indicators)
      .meta({
        description: 'Measured values: a number, or a value with its year and source, or `suppressed`.',
        examples: [{ [indicators[0]?.[0] ?? 'indicator']: 1 }],
      })
      .optional(),
    context: shape<{ [K in keyof I['context']]?: ContextValue<I['context'][K]> }>(context)
      .meta({ description: 'Facts about laws, venues and the coalition.', examples: [{ [context[0]?.[0] ?? 'fact']: true }] })
      .optional(),
    gaps: shape<{ [K in I['gap']]?: number }>(stated)
      .meta({
        description: 'Severity stated by the coalition, for the share of a gap that is not measured.',
        examples: [{ [data.gaps[0]?.id ?? 'gap']: 0.8 }],
      })
      .optional(),
    landscape: z
      .array(
        z.strictObject({
          strategy,
          sector: sector.optional(),
          venue: venue.optional(),
          stage: described(z.enum(stages), 'How far it is implemented today.', 'partial'),
        }),
      )
      .meta({ description: 'What runs already. Sector and venue may be left out: all of the strategy; the most specific entry counts.' })
      .optional(),
    ratings: z
      .array(
        z.strictObject({
          strategy,
          sector: sector.optional(),
          venue: venue.optional(),
          feasibility: rating('Can it be done here?'),
          readiness: rating('Are the partners ready?'),
          desirability: rating('Does the community want it?'),
          rater: text('Who rates; entries without a rater are taken as one rater.', 'A').optional(),
          interest: described(
            z.boolean(),
            'True if the rater has an interest in the strategy: leaves the rater out for the whole strategy.',
            false,
          ).optional(),
        }),
      )
      .meta({ description: 'Ratings by the coalition, 1 to 5. The most specific entry of each rater counts.' })
      .optional(),
    goals: z
      .array(
        z.strictObject({
          gap,
          statement: text('The goal in words.', 'Everyone treated for an overdose leaves with medication').optional(),
          sector: sector.optional(),
          venue: venue.optional(),
          population: oneOf(idsOf<I['population']>(data.settings.populations), 'The population that the goal is about.').optional(),
          measure: text('What is counted to see how far it has come.', 'people who left jail with a kit, in %').optional(),
          from: described(z.number(), 'The measure today.', 10).optional(),
          to: described(z.number(), 'The measure wanted.', 90).optional(),
          by: z.iso
            .date()
            .meta({ description: 'The day by which it is wanted.', examples: ['2027-06-30'] })
            .optional(),
        }),
      )
      .meta({ description: "The coalition's goals, each tied to a service gap and, where it names one, to a sector, venue or population." })
      .optional(),
    priorityPopulations: z
      .array(oneOf(idsOf<I['population']>(data.settings.populations), 'A high-risk population.'))
      .meta({ description: 'High-risk populations that the plan must name.' })
      .optional(),
    specialPopulations: z
      .array(
        data.settings.specialPopulations.length > 0
          ? oneOf(idsOf<I['specialPopulation']>(data.settings.specialPopulations), 'A special population.')
          : (z.never() as never as z.ZodEnum<{ [K in I['specialPopulation']]: K }>),
      )
      .meta({ description: 'Special populations: noted, never a requirement.' })
      .optional(),
    notes: z
      .array(text('A remark on the data.', 'Drive times are uncertain here.'))
      .meta({ description: 'Remarks on the data, shown with the result.' })
      .optional(),
  })
}

/** A community profile: what is known of a community. See `examples/` and `orcca init` for how to fill one in. */
export type CommunityProfile<I extends Ids = BuiltInIds> = z.output<ReturnType<typeof buildProfileSchema<I>>>

const built = new WeakMap<Menus, z.ZodType<CommunityProfile<Ids>>>()

/** The strict schema of a profile for a menu set, built once for each. */
export function schemaOf(menus: Menus): z.ZodType<CommunityProfile<Ids>> {
  const known = built.get(menus)
  if (known) return known
  const schema: z.ZodType<CommunityProfile<Ids>> = withoutEval(() => buildProfileSchema<Ids>(menus))
  built.set(menus, schema)
  return schema
}
