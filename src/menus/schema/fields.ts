import * as z from 'zod'

/**
 * Fields that several files share. Every field carries the description and the example that an editor shows. What a shape cannot say (ids
 * that must exist, weights that add up to 1) is left to the checks.
 */
export const text = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .meta({ description, examples: [example] })
export const share = (description: string, example: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .meta({ description, examples: [example] })
export const code = (description: string, example: number) =>
  z
    .int()
    .min(1)
    .meta({ description, examples: [example] })

const idForm = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by single hyphens')
export const id = (description: string, example: string) => idForm.meta({ description, examples: [example] })

/** The ids that an entry can use to refer to another, by kind. `readable`: facts and indicators, which conditions read. */
const known = {
  menus: idForm,
  sections: idForm,
  strategies: idForm,
  sectors: idForm,
  venues: idForm,
  medications: idForm,
  populations: idForm,
  gaps: idForm,
  indicators: idForm,
  facts: idForm,
  readable: z.string(),
  references: idForm,
  kinds: idForm,
} as const
export type IdKind = keyof typeof known

/** Marks the schemas of ids with their kind, so that checks and JSON Schemas know which ids exist. */
export const idKinds = z.registry<{ readonly kind: IdKind }>()
const idOf = new Map(
  Object.entries(known).map(([kind, form]) => [kind, form.meta({ id: kind }).register(idKinds, { kind: kind as IdKind })] as const),
)

/** The id of another entry, which must exist. */
export const ref = (kind: IdKind, description: string, example: string) => idOf.get(kind)!.meta({ description, examples: [example] })
export const refs = (kind: IdKind, description: string, example: string) =>
  z.array(ref(kind, description, example)).meta({ description, examples: [[example]] })

export const basis = z.enum(['evidence', 'judgement']).meta({
  description: 'What the number rests on: `evidence` (a cited source says so) or `judgement` (nobody has measured it; we say so).',
  examples: ['judgement'],
})
export const sources = refs('references', 'Ids of references in references.json.', 'walley-2013').default([])
export const why = text('Why, in one plain sentence. Results show it as it is.', 'visits bill, but set-up and nurse time do not')
export const range = z
  .strictObject({
    min: z.number().meta({ description: 'The lowest value that can be right.', examples: [0] }),
    max: z.number().meta({ description: 'The highest value that can be right.', examples: [100] }),
  })
  .meta({ description: 'Values outside are typing or unit errors; it is not a target.', examples: [{ min: 0, max: 100 }] })
export const scalar = z.union([z.number(), z.boolean(), z.string()])
