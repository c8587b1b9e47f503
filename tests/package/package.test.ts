import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../fixtures/built.js'
import { type Consumer, makeConsumer } from '../fixtures/consumer.js'
import { documents, examplesOf } from '../fixtures/documents.js'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; exports: Record<string, unknown> }
const entries = Object.keys(manifest.exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace(/^\./, 'orcca'))

let consumer: Consumer
beforeAll(() => {
  consumer = makeConsumer()
})
afterAll(() => consumer?.remove())

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: consumer.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const orcca = (...args: string[]) =>
  spawnSync(join(consumer.folder, 'node_modules/.bin/orcca'), args, { cwd: consumer.folder, encoding: 'utf8' })

describe('The tarball', () => {
  test('pleases publint', async () => {
    const pkgDir = join(consumer.folder, 'node_modules/orcca')
    const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('pleases attw: every entry resolves to an ES module with its types', () => {
    const attw = join(root, 'node_modules/.bin/attw')
    const { status, stdout } = spawnSync(attw, [consumer.tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'], {
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
    // It has no objection to a package without types: the table has to say that they are found.
    for (const entry of entries) expect(stdout).toMatch(new RegExp(`"${entry}" +│ OK \\(ESM\\) +│ OK `))
  })

  test('holds the build, the licences and the documents, and neither sources nor tests', () => {
    const files = execFileSync('tar', ['-tzf', consumer.tarball], { encoding: 'utf8' }).trim().split('\n')
    const folders = new Set(files.map((file) => file.replace(/^package\//, '').split('/')[0]))
    expect([...folders].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'LICENSE-DATA', 'README.md', 'dist', 'package.json'])
  })
})

describe('A program that uses the package', () => {
  test.each(entries)('imports %s', (entry) => {
    const names = node('--input-type=module', '-e', `console.log(Object.keys(await import('${entry}')).length)`)
    expect(Number(names)).toBeGreaterThan(0)
  })

  test.each(entries)('requires %s, and gets the same module as by import', (entry) => {
    writeFileSync(
      join(consumer.folder, 'both.cjs'),
      `const required = require('${entry}'); import('${entry}').then((imported) => console.log(Object.keys(imported).every((name) => name === 'module.exports' || imported[name] === required[name])))`,
    )
    expect(node('both.cjs').trim()).toBe('true')
  })

  test('gets one copy of everything, whichever entry it comes from', () => {
    const program = `
      import { builtInMenus, ProfileError } from 'orcca'
      import { parseProfileText } from 'orcca/read'
      import { compileMenus, factsUsed } from 'orcca/stages'
      import menus from 'orcca/menus/menus.json' with { type: 'json' }
      const read = parseProfileText('name: X', 'x.yaml')
      if (!read.success || menus.length !== 3 || factsUsed(compileMenus(builtInMenus().data)).length < 40) throw new Error('not what was expected')
      const { recommend } = await import('orcca')
      try { recommend({ nam: 'X' }) } catch (error) { console.log(error instanceof ProfileError, error.issues.length > 0) }
    `
    expect(node('--input-type=module', '-e', program).trim()).toBe('true true')
  })

  test('can read every file that the package offers as JSON', () => {
    for (const folder of ['menus', 'schema'].filter((name) => existsSync(join(consumer.folder, 'node_modules/orcca/dist', name)))) {
      const names = node('-p', `JSON.stringify(require('node:fs').readdirSync('node_modules/orcca/dist/${folder}'))`)
      for (const name of JSON.parse(names) as string[])
        expect(node('-p', `typeof require('orcca/${folder}/${name}')`).trim(), name).toBe('object')
    }
  })

  test.each(['NodeNext', 'Bundler'])('type-checks with module resolution %s: built-in ids are literal types', (moduleResolution) => {
    const program = `
      import { type CommunityProfile, ProfileError, recommend } from 'orcca'
      import { parseProfileText } from 'orcca/read'
      const profile: CommunityProfile = { name: 'X', context: { rurality: 'nonmetro' }, priorityPopulations: ['reduced-tolerance'] }
      const first = recommend(profile).ranking[0]!.strategy
      const known: 'linkage-programs' extends typeof first ? true : false = true
      // @ts-expect-error an id that the menus do not hold
      const misspelt: typeof first = 'linkage-program'
      // @ts-expect-error the same in a profile
      recommend({ name: 'X', goals: [{ gap: 'moud-linkag' }] })
      // @ts-expect-error a key that is not known
      recommend({ name: 'X', indicator: {} })
      const read = parseProfileText('name: X', 'x.yaml')
      const warnings: number = read.success ? read.warnings.length : 0
      // @ts-expect-error nothing of a result can be changed
      recommend(profile).plan.size = 3
      console.log(known, misspelt, warnings, ProfileError)
    `
    writeFileSync(join(consumer.folder, 'program.ts'), program)
    const examples = documents().flatMap((document) => examplesOf(document).examples.filter(({ language }) => language === 'ts'))
    for (const [index, { code }] of examples.entries()) writeFileSync(join(consumer.folder, `example${index}.ts`), code)
    const settings = {
      compilerOptions: {
        module: moduleResolution === 'Bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution,
        target: 'ES2022',
        lib: ['ES2022', 'DOM'],
        strict: true,
        noEmit: true,
        types: [],
      },
      files: ['program.ts', ...examples.map((_, index) => `example${index}.ts`)],
    }
    writeFileSync(join(consumer.folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(consumer.folder, 'tsconfig.json'), JSON.stringify(settings))
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
      cwd: consumer.folder,
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  })
})

describe('The packed command', () => {
  test('recommends', () => {
    writeFileSync(join(consumer.folder, 'x.yaml'), 'name: X\n')
    const { status, stdout, stderr } = orcca('recommend', 'x.yaml', '--format', 'json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ community: { name: 'X' }, plan: { complete: true } })
  })

  test('prints a template that it can read', () => {
    writeFileSync(join(consumer.folder, 'mine.yaml'), orcca('init').stdout)
    expect(orcca('recommend', 'mine.yaml').status).toBe(0)
  })
})
