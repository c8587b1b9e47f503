import { expect, test } from 'vitest'
import { english } from '../../src/words/english.js'
import type { Language } from '../../src/words/language.js'
import { orcca } from './terminal.js'

const { terminal, page } = english
const language: Language = {
  ...english,
  page: { ...page, code: 'xx' },
  terminal: {
    ...terminal,
    requirements: 'Forderungen',
    explained: { ...terminal.explained, whyNot: 'Forderungen', where: 'Forderungen' },
    menus: { ...terminal.menus, addresses: 'Forderungen' },
  },
}
const example = 'examples/boyle-county-ky.yaml'

test.each([
  [['recommend', example]],
  [['explain', example, 'linkage-programs']],
  [['explain', example, 'linkage-programs', '--format', 'html']],
  [['menus', 'linkage-programs']],
])('the command line speaks the language that it is given: %s', async (args) => {
  const { out, err } = await orcca(args, { language })
  expect(out).toContain('Forderungen')
  expect(err).toBe('')
})

test('messages on wrong usage stay English', async () => {
  const { err } = await orcca(['menus', 'linkage-program'], { language })
  expect(err).toContain("Did you mean 'linkage-programs'?")
})
