import { describe, expect, test } from 'vitest'
import { conditionProblems } from '../src/conditions/shape.js'
import { describeIssue, formatPath } from '../src/issues/issue.js'

const leaf = { fact: 'wait-days', operator: 'greaterThan', value: 7 }
const problems = (condition: unknown) =>
  conditionProblems(condition).map(({ path, problem }) => [formatPath(path), describeIssue(problem).what])

describe('a condition says exactly what is wrong, and where', () => {
  test.each([
    ['a group of comparisons', { all: [leaf] }],
    ['a list of answers', { any: [{ fact: 'peer-workers', operator: 'in', value: ['none', 'some'] }] }],
    ['groups in groups', { all: [leaf, { not: { any: [leaf, leaf] } }] }],
  ])('%s is sound', (_, condition) => {
    expect(problems(condition)).toEqual([])
  })

  test.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'nothing stands where a group: all, any or not is expected'],
    ['a list at the top', [leaf], '', 'a list stands where a group: all, any or not is expected'],
    ['a comparison alone', leaf, '', 'a comparison stands alone'],
    ['no group', {}, '', "'all' is missing"],
    ['a misspelt group', { al: [leaf] }, 'al', "'al' is not known here. Did you mean 'all'?"],
    ['two groups', { all: [leaf], any: [leaf] }, 'any', "'any' stands beside 'all'"],
    ['a group and a comparison', { all: [leaf], fact: 'x' }, 'fact', "'fact' stands beside 'all'"],
    ['a strange key beside a group', { all: [leaf], because: 'x' }, 'because', "'because' is not known here."],
    ['an empty group', { any: [] }, 'any', "'any' is empty"],
    ['a group that is no list', { all: leaf }, 'all', 'a group of keys stands where a list of comparisons is expected'],
    ['not with a list', { not: [leaf] }, 'not', "'not' holds a list"],
    [
      'an entry that is text',
      { all: ['jail'] },
      'all[0]',
      "'jail' stands where a comparison (fact, operator, value) or a group (all, any, not) is expected",
    ],
    [
      'a misspelt key',
      { all: [{ fact: 'x', operater: 'equal', value: 1 }] },
      'all[0].operater',
      "'operater' is not known here. Did you mean 'operator'?",
    ],
    ['a missing operator', { all: [{ fact: 'x', value: 1 }] }, 'all[0]', "'operator' is missing"],
    ['a missing value', { all: [{ fact: 'x', operator: 'equal' }] }, 'all[0]', "'value' is missing"],
    [
      'an operator of another language',
      { all: [{ ...leaf, operator: '>=' }] },
      'all[0].operator',
      "'>=' is no operator. Did you mean 'greaterThanInclusive'?",
    ],
    [
      'an operator in small letters',
      { all: [{ ...leaf, operator: 'greater-than' }] },
      'all[0].operator',
      "'greater-than' is no operator. Did you mean 'greaterThan'?",
    ],
    ['a path into a fact', { all: [{ ...leaf, path: '$.x' }] }, 'all[0].path', "'path' is not known here."],
    [
      'a value that is a group',
      { all: [{ ...leaf, value: { fact: 'x' } }] },
      'all[0].value',
      'a group of keys stands where a number, true or false, an answer, or a list of answers is expected',
    ],
    ['an empty list of values', { all: [{ ...leaf, value: [] }] }, 'all[0].value', 'the list of values is empty'],
    [
      'a list with nothing in it',
      { all: [{ ...leaf, operator: 'in', value: [null] }] },
      'all[0].value[0]',
      'nothing stands where a number, true or false, or an answer is expected',
    ],
    ['a fact that is a number', { all: [{ ...leaf, fact: 7 }] }, 'all[0].fact', '7 stands where the id of a fact or indicator is expected'],
    [
      'a slip deep inside',
      { any: [{ not: { all: [{ ...leaf, operator: 'greatrThan' }] } }] },
      'any[0].not.all[0].operator',
      "'greatrThan' is no operator. Did you mean 'greaterThan'?",
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
