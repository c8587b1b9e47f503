import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tests/fixtures/built.js'
import { makeConsumer } from '../tests/fixtures/consumer.js'
import { agrees, documents, examplesOf, prepare, runExample } from '../tests/fixtures/documents.js'

// Writes into the documents what their examples print (see tests/fixtures/documents.ts). What an author has shortened is left alone.
const consumer = makeConsumer()
try {
  for (const document of documents()) {
    const { examples, files } = examplesOf(document)
    prepare(consumer, files)
    const lines = readFileSync(join(root, document), 'utf8').split('\n')
    // From the end, so that the line numbers before it stay right.
    for (const example of examples.reverse()) {
      const { output } = example
      const printed = runExample(consumer, example)
      if (!output || agrees(output.text, printed)) continue
      if (output.text.split('\n').includes('...'))
        console.error(`${document}:${output.firstLine}: what stands here no longer agrees; shorten it anew`)
      else lines.splice(output.firstLine - 1, output.lines, ...printed.trim().split('\n'))
    }
    writeFileSync(join(root, document), lines.join('\n'))
  }
} finally {
  consumer.remove()
}
