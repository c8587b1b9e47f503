import { describe, expect, test } from 'vitest'
import { readJson } from '../src/read/json.js'
import { readYaml } from '../src/read/yaml.js'

describe('JSON is read fast, and as YAML would be', () => {
  test.each([
    '[]',
    '{"a": [1, {"b": "c: {\\"d\\": 1}"}]}',
    ' {"a": {"b": 1}, "c": {"b": 2}} ',
    '[{"a": 1}, {"a": 2}]',
    '{"a\\"b": 1, "a": 2}',
  ])('%s', (text) => {
    expect(readJson(text)).toEqual({ value: JSON.parse(text) })
    expect(readYaml(text, 'x.json').value).toEqual(JSON.parse(text))
  })

  test.each([
    ['YAML', 'a: 1'],
    ['broken JSON', '{"a": 1,}'],
    ['a key twice', '{"a": 1, "a": 2}'],
    ['a key twice, written differently', '{"a": 1, "\\u0061": 2}'],
    ['deep nesting', `${'['.repeat(60)}${']'.repeat(60)}`],
  ])('%s is left to the YAML reader', (_, text) => {
    expect(readJson(text)).toBeUndefined()
  })

  test('a key that stands twice is a problem with its place', () => {
    expect(readYaml('{\n  "a": 1,\n  "a": 2\n}', 'x.json').issues).toMatchObject([
      { code: 'syntax', message: 'This key appears twice here', place: { line: 3, column: 3 } },
    ])
  })

  test('places are those of the text', () => {
    expect(readYaml('{\n  "a": { "b": 1 }\n}', 'x.json').locate(['a', 'b'])).toEqual({ file: 'x.json', line: 2, column: 15 })
  })

  test('an alias is refused wherever it stands', () => {
    for (const text of ['a: &x 1\nb: *x', 'a: &x [1]\nb: [*x]', 'a: &x {c: 1}\nb: {<<: *x}', 'a: &x 1\nb:\n  - *x', '&x a: 1\n*x : 2']) {
      expect(readYaml(text, 'x.yaml').issues.map(({ code }) => code)).toContain('syntax')
    }
    expect(readYaml('a: 2 * 3\n# *note*\nb: "*x"', 'x.yaml').issues).toEqual([])
  })
})
