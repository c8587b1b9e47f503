import * as z from 'zod'
import { type Condition, type Leaf, operators } from '../../conditions/condition.js'
import { shapeFindings } from '../../conditions/shape.js'
import { describeIssue, type OwnProblem } from '../../issues/issue.js'
import { problemOf } from './condition-problems.js'
import { ref, scalar } from './fields.js'

const comparison: z.ZodType<Leaf> = z
  .strictObject({
    fact: ref('readable', 'A fact of facts.yaml or an indicator of indicators.yaml.', 'jail-present'),
    operator: z.enum(operators).meta({ description: 'How the fact is compared with the value.', examples: ['lessThan'] }),
    value: z
      .union([scalar, z.array(scalar).min(1)])
      .meta({ description: 'What it is compared with; a list for `in` and `notIn`.', examples: [25] }),
  })
  .meta({ id: 'comparison', description: 'One comparison: a fact, an operator and a value.' })

const example = { fact: 'jail-present', operator: 'equal', value: true } as const
const part: z.ZodType<Condition> = z.lazy(() => z.union([comparison, group])).meta({ id: 'condition' })
const parts = (description: string) =>
  z
    .array(part)
    .min(1)
    .meta({ description, examples: [[example]] })

/** Groups and comparisons as json-rules-engine takes them: a group at the top. */
const group: z.ZodType<Exclude<Condition, Leaf>> = z
  .union([
    z.strictObject({ all: parts('Every one of these holds.') }),
    z.strictObject({ any: parts('At least one of these holds.') }),
    z.strictObject({ not: part.meta({ description: 'This does not hold.', examples: [example] }) }),
  ])
  .meta({ id: 'group' })

/** A condition. The union would only say 'Invalid input', so its shape is looked at by hand first: messages name the place and the fix. */
export const conditions = z
  .preprocess(
    (value, context) => {
      for (const finding of shapeFindings(value)) {
        const problem = problemOf(finding)
        const own: OwnProblem = { problem }
        context.addIssue({ code: 'custom', path: [...finding.path], message: describeIssue(problem).what, params: { ...own } })
      }
      return value
    },
    group as z.ZodType<Condition>,
  )
  .meta({
    description: 'When it holds, in the JSON of json-rules-engine: one of `all`, `any`, `not` around comparisons.',
    examples: [{ all: [{ fact: 'jail-present', operator: 'equal', value: false }] }],
  })
