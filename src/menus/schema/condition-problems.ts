import { operators } from '../../conditions/condition.js'
import type { Expected, ShapeFinding } from '../../conditions/shape.js'
import { conflict, missing, unknownId, unknownKey, wrongType } from '../../issues/build.js'
import { describeValue } from '../../issues/from-zod.js'
import type { Problem } from '../../issues/issue.js'

const expectedWords: Readonly<Record<Expected, string>> = {
  group: 'a group: all, any or not',
  part: 'a comparison (fact, operator, value) or a group (all, any, not)',
  parts: 'a list of comparisons',
  fact: 'the id of a fact or indicator',
  operator: `one of ${operators.join(', ')}`,
  value: 'a number, true or false, an answer, or a list of answers',
  answer: 'a number, true or false, or an answer',
}

/** What to tell someone who gives a key of json-rules-engine that has no use here. */
const keyNotes: Readonly<Record<string, string>> = {
  path: 'Facts are plain values here: there is no path into them.',
  params: 'Facts take no parameters here.',
}

/** Makes a problem of what is wrong with the shape of a condition. */
export function problemOf(finding: ShapeFinding): Problem {
  switch (finding.code) {
    case 'wrong-type':
      return wrongType(expectedWords[finding.expected], describeValue(finding.given))
    case 'missing-key':
      return missing(finding.key, expectedWords[finding.expected])
    case 'unknown-key': {
      const { key, allowed } = finding
      return Object.hasOwn(keyNotes, key) ? unknownKey(key, [], keyNotes[key]) : unknownKey(key, allowed)
    }
    case 'unknown-operator': {
      const { operator, meant } = finding
      const problem = unknownId({ kind: 'operator' }, operator, operators)
      return meant === null ? problem : { ...problem, suggestion: meant }
    }
    case 'second-key':
      return conflict(
        `both '${finding.group}' and '${finding.key}' are here`,
        'json-rules-engine would read one of them and silently ignore the other.',
        'Keep exactly one here; put the other into a list under it.',
      )
    case 'bare-comparison':
      return conflict(
        'a comparison without a group around it',
        'json-rules-engine expects a group at the top: exactly one of all, any or not.',
        "Put it into a list under 'all:'.",
      )
    case 'list-under-not':
      return conflict(
        "'not' contains a list",
        'It reverses exactly one comparison or group.',
        "Write the group under it: 'not: { any: [...] }'.",
      )
    case 'empty-group':
      return conflict(
        `'${finding.group}' is empty`,
        'An empty group always holds: it would fire everywhere.',
        'Add a comparison, or remove the group.',
      )
    case 'empty-values':
      return conflict('the list of values is empty', 'Nothing is in an empty list.', 'Add the values.')
    case 'too-deep':
      return conflict(
        `the condition is nested more than ${finding.most} levels deep`,
        'Nobody can read it, and brackets slip.',
        'Split it into two rules.',
      )
    default:
      return finding satisfies never
  }
}
