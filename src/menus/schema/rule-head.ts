import * as z from 'zod'
import { conditions } from './conditions.js'
import { basis, id, scalar, sources, text } from './fields.js'

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

/** What gates and rules have in common. */
export const ruleHead = {
  id: id('The id of the rule.', 'partner-jail'),
  conditions,
  because: text('Why, in one plain sentence.', 'No jail serves the community.'),
  basis,
  sources,
  sourceNote: text('What the sources back, where they back only a part.', 'size: judgement').optional(),
  recheckBy: z.iso
    .date()
    .meta({
      description: 'The date until which this law or payment rule was known to hold: check it again before acting later.',
      examples: ['2026-12-31'],
    })
    .optional(),
  examples,
}
