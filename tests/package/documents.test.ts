import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Consumer, makeConsumer } from '../fixtures/consumer.js'
import { agrees, documents, examplesOf, prepare, runExample } from '../fixtures/documents.js'

describe('The documents', () => {
  let consumer: Consumer
  beforeAll(() => {
    consumer = makeConsumer()
  })
  afterAll(() => consumer?.remove())

  const examples = documents().flatMap((document) => examplesOf(document).examples)

  test('the README has a program that runs', () => {
    expect(examples.some(({ document, language, output }) => document === 'README.md' && language === 'ts' && output)).toBe(true)
  })

  test.each(examples)('$document: the example at line $line prints what stands beneath it', (example) => {
    prepare(consumer, examplesOf(example.document).files)
    const printed = runExample(consumer, example)
    if (example.output && !agrees(example.output.text, printed)) expect(printed.trim()).toBe(example.output.text.trim())
  })
})

describe('Comparing what is printed with what is shown', () => {
  test.each([
    { what: 'equal texts', shown: 'a\nb', printed: 'a  \nb\n\n', agree: true },
    { what: 'another line', shown: 'a\nb', printed: 'a\nc', agree: false },
    { what: 'left-out lines in the middle', shown: 'a\n...\nd', printed: 'a\nb\nc\nd', agree: true },
    { what: 'left-out lines at the end', shown: 'a\n...', printed: 'a\nb\nc', agree: true },
    { what: 'left-out lines at both ends', shown: '...\nb\n...', printed: 'a\nb\nc', agree: true },
    { what: 'nothing left out after all', shown: 'a\n...\nb', printed: 'a\nb', agree: true },
    { what: 'a line that is not there', shown: 'a\n...\nx\n...\nd', printed: 'a\nb\nc\nd', agree: false },
    { what: 'half a line', shown: 'a\n...\nd', printed: 'a\nb\ncd', agree: false },
    { what: 'lines in another order', shown: '...\nb\n...\na', printed: 'a\nb', agree: false },
    { what: 'nothing shown', shown: '', printed: 'a', agree: false },
  ])('$what', ({ shown, printed, agree }) => {
    expect(agrees(shown, printed)).toBe(agree)
  })
})
