import { describe, expect, test } from 'vitest'
import { shapeFindings } from '../src/conditions/shape.js'
import { describeIssue, formatPath } from '../src/issues/issue.js'
import { problemOf } from '../src/menus/schema/condition-problems.js'

const leaf = { fact: 'wait-days', operator: 'greaterThan', value: 7 }
const problems = (condition: unknown) =>
  [...shapeFindings(condition)].map((finding) => [formatPath(finding.path), describeIssue(problemOf(finding)).what])

describe('a condition says exactly what is wrong, and where', () => {
  test.each([
    ['a group of comparisons', { all: [leaf] }],
    ['a list of answers', { any: [{ fact: 'peer-workers', operator: 'in', value: ['none', 'some'] }] }],
    ['groups in groups', { all: [leaf, { not: { any: [leaf, leaf] } }] }],
  ])('%s is sound', (_, condition) => {
    expect(problems(condition)).toEqual([])
  })

  test.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'expected a group: all, any or not, found nothing'],
    ['a list at the top', [leaf], '', 'expected a group: all, any or not, found a list'],
    ['a comparison alone', leaf, '', 'a comparison without a group around it'],
    ['no group', {}, '', "'all' is missing"],
    ['a misspelt group', { al: [leaf] }, 'al', "Unknown key 'al'. Did you mean 'all'?"],
    ['two groups', { all: [leaf], any: [leaf] }, 'any', "both 'all' and 'any' are here"],
    ['a group and a comparison', { all: [leaf], fact: 'x' }, 'fact', "both 'all' and 'fact' are here"],
    ['a strange key beside a group', { all: [leaf], because: 'x' }, 'because', "Unknown key 'because'."],
    ['an empty group', { any: [] }, 'any', "'any' is empty"],
    ['a group that is not a list', { all: leaf }, 'all', 'expected a list of comparisons, found a group of keys'],
    ['not with a list', { not: [leaf] }, 'not', "'not' contains a list"],
    [
      'an entry that is text',
      { all: ['jail'] },
      'all[0]',
      "expected a comparison (fact, operator, value) or a group (all, any, not), found 'jail'",
    ],
    [
      'a misspelt key',
      { all: [{ fact: 'x', operater: 'equal', value: 1 }] },
      'all[0].operater',
      "Unknown key 'operater'. Did you mean 'operator'?",
    ],
    ['a missing operator', { all: [{ fact: 'x', value: 1 }] }, 'all[0]', "'operator' is missing"],
    ['a missing value', { all: [{ fact: 'x', operator: 'equal' }] }, 'all[0]', "'value' is missing"],
    [
      'an operator of another language',
      { all: [{ ...leaf, operator: '>=' }] },
      'all[0].operator',
      "Unknown operator '>='. Did you mean 'greaterThanInclusive'?",
    ],
    [
      'an operator in small letters',
      { all: [{ ...leaf, operator: 'greater-than' }] },
      'all[0].operator',
      "Unknown operator 'greater-than'. Did you mean 'greaterThan'?",
    ],
    ['a path into a fact', { all: [{ ...leaf, path: '$.x' }] }, 'all[0].path', "Unknown key 'path'."],
    [
      'a value that is a group',
      { all: [{ ...leaf, value: { fact: 'x' } }] },
      'all[0].value',
      'expected a number, true or false, an answer, or a list of answers, found a group of keys',
    ],
    ['an empty list of values', { all: [{ ...leaf, value: [] }] }, 'all[0].value', 'the list of values is empty'],
    [
      'a list with nothing in it',
      { all: [{ ...leaf, operator: 'in', value: [null] }] },
      'all[0].value[0]',
      'expected a number, true or false, or an answer, found nothing',
    ],
    ['a fact that is a number', { all: [{ ...leaf, fact: 7 }] }, 'all[0].fact', 'expected the id of a fact or indicator, found 7'],
    [
      'a slip deep inside',
      { any: [{ not: { all: [{ ...leaf, operator: 'greatrThan' }] } }] },
      'any[0].not.all[0].operator',
      "Unknown operator 'greatrThan'. Did you mean 'greaterThan'?",
    ],
  ])('%s', (_, condition, place, what) => {
    expect(problems(condition)).toContainEqual([place, what])
  })

  test('nesting without end is refused, not followed', () => {
    let condition: unknown = leaf
    for (let depth = 0; depth < 5000; depth += 1) condition = { not: condition }
    expect(problems(condition)).toEqual([['not.not.not.not.not.not.not.not', 'the condition is nested more than 8 levels deep']])
  })
})
