import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from '../src/cli/run.js'
import { english } from '../src/words/english.js'

const text = readFileSync('menus/README.md', 'utf8')

/** A block of the guide: its language, its text, and what the comment above says to do with it. */
interface Block {
  readonly language: string
  readonly text: string
  readonly todo: string | null
}

const blocks: Block[] = [...text.matchAll(/(?:<!-- (.+?) -->\n)?```(\w+)\n([\s\S]*?)```/g)].map(([, todo, language, inner]) => ({
  language: language!,
  text: inner!,
  todo: todo ?? null,
}))

let folder: string
const start = process.cwd()
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcca-guide-'))
  cpSync('menus', join(folder, 'menus'), { recursive: true })
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(start)
  rmSync(folder, { recursive: true })
})

/** The commands of a console block, each with the output that the guide shows. */
function commandsOf({ text: lines }: Block): { command: string; output: string }[] {
  return lines
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return { command, output: output.join('\n').trim() }
    })
}

async function execute(command: string): Promise<string> {
  let shown = ''
  const keep = (line: string): void => {
    shown += line.endsWith('\n') ? line : `${line}\n`
  }
  expect(command).toMatch(/^orcca /)
  await run(command.split(' ').slice(1), { out: keep, err: keep, colour: false, columns: 100, language: english })
  return shown.trim()
}

describe("the authors' guide, followed word for word by somebody who begins with nothing", () => {
  // One walk: every step builds on the one before.
  test('does what it says', async () => {
    let done = 0
    for (const [index, block] of blocks.entries()) {
      const [what, file] = block.todo?.split(': ') ?? []
      if (block.language === 'console') {
        for (const { command, output } of commandsOf(block)) {
          const actual = await execute(command)
          // Only the beginning is shown of what is long.
          if (command.startsWith('orcca try')) expect(actual.slice(0, output.length), command).toBe(output)
          else expect(actual, command).toBe(output)
        }
      } else if (what === 'append') appendFileSync(join('my-menus', file!), block.text)
      else if (what === 'write') writeFileSync(file!, block.text)
      else if (what === 'replace in') {
        const path = join('my-menus', file!)
        const before = readFileSync(path, 'utf8')
        expect(before.split(block.text)).toHaveLength(2)
        writeFileSync(path, before.replace(block.text, blocks[index + 1]!.text))
      } else continue
      done += 1
    }
    expect(done).toBeGreaterThan(12)
  })

  test('promises a range for the gap that is there', async () => {
    const result = JSON.parse(await execute('orcca recommend my-community.yaml --menus my-menus --format json')) as {
      gaps: { gap: string; severity: object }[]
    }
    expect(result.gaps.find(({ gap }) => gap === 'naloxone-supply')?.severity).toEqual({ low: 0.3, best: 0.65, high: 1 })
  })

  test('shows the first line of a file as it is', () => {
    const line = blocks.find(({ text: inner }) => inner.startsWith('# yaml-language-server'))!
    expect(readFileSync(join('my-menus', 'rules.yaml'), 'utf8').startsWith(line.text)).toBe(true)
  })

  test('shows a case that is one of the cases', () => {
    const shown = blocks.find(({ todo }) => todo === 'case')!
    const [example] = parse(shown.text) as [{ case: string; profile: object }]
    const cases = parse(readFileSync(join(start, 'tests/cases/gates.yaml'), 'utf8')) as { case: string; profile: object }[]
    expect(cases.find((each) => each.case === example.case)?.profile).toEqual(example.profile)
  })

  test('leaves no block untried', () => {
    const tried = blocks.filter(
      ({ language, todo }, index) => language === 'console' || todo !== null || blocks[index - 1]?.todo?.startsWith('replace in'),
    )
    expect(blocks.filter((block) => !tried.includes(block)).map((block) => block.text)).toEqual([
      '# yaml-language-server: $schema=schema/rules.json\n',
    ])
  })
})
