import { describe, expect, test } from 'vitest'
import { readYaml } from '../src/read/yaml.js'

describe('an entry of a list that is indented deeper than the one above', () => {
  // YAML takes both for one text: the second entry would be lost in silence.
  test.each([
    ['- a\n - b\n', 2],
    ['list:\n  - one\n    - two\n  - three\n', 3],
    ['list:\n  - one\n  - two\n     - three\n', 4],
    ['\uFEFFlist:\n  - one\n    - two\n', 3],
  ])('%j is reported at its line', (text, line) => {
    expect(readYaml(text, 'x.yaml').issues).toMatchObject([
      { code: 'syntax', message: 'This entry is indented more than the one above and so became part of its text', place: { line } },
    ])
  })

  test.each([
    'list:\n  - one\n  - two\n',
    'list:\n  - - a\n    - b\n',
    'text: >-\n  - one\n    - two\n',
    'list:\n  - x: 1\n    y:\n      - a\n',
    'list:\n  - "one\n    - two"\n',
    'list:\n  - one and\n    two\n',
  ])('%j is sound', (text) => {
    expect(readYaml(text, 'x.yaml').issues).toEqual([])
  })
})

test('a broken indentation is shown at its line, not at the blank line above', () => {
  expect(readYaml('a:\n  b: 1\n\n c: 2\n', 'x.yaml').issues).toMatchObject([
    { message: 'The indentation does not match the lines above', place: { line: 4 } },
  ])
})

test('an entry that lost its first line is one problem, told in plain words', () => {
  const { issues } = readYaml('gaps:\n    menu: oend\n    name: A\n\n  - id: b\n    menu: oend\n', 'x.yaml')
  expect(issues.map(({ place }) => place?.line)).toContain(5)
  for (const issue of issues) expect(issue).toMatchObject({ message: expect.not.stringContaining('mplicit') as string })
})
