import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** The floors of the house, from the ground up: a file may import from its own unit and from floors below. */
const floors: readonly (readonly string[])[] = [
  ['numbers.ts', 'vocabulary.ts', 'frozen.ts', 'without-eval.ts', 'conditions', 'solver', 'issues'],
  ['menus'],
  ['profile', 'guide'],
  ['decide', 'read'],
  ['words'],
  ['report'],
  ['authoring'],
  ['recommend.ts', 'check-plan.ts', 'recommendation-schema.ts'],
  ['index.ts', 'stages.ts', 'read.ts', 'report.ts', 'guide.ts', 'json-rules-engine.ts'],
  ['cli'],
]

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && existsSync(file))

const importsOf = new Map(
  files.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'))
    const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'))
    return [file, own.map((name) => normalize(join(dirname(file), name)).replace(/\.js$/, '.ts')).filter((name) => files.includes(name))]
  }),
)

/** A folder of `src`, or a file that lies in `src` itself. */
const unitOf = (file: string): string => file.split('/')[1]!
const floorOf = (file: string): number => floors.findIndex((floor) => floor.includes(unitOf(file)))
const arrows = [...importsOf].flatMap(([from, imports]) => imports.map((to) => [from, to] as const))

describe('The house', () => {
  test('has a floor for every file', () => {
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([])
  })

  test('has no import that runs up, or to another unit of the same floor', () => {
    const doors = 8
    const wrong = arrows.filter(([from, to]) => {
      if (unitOf(from) === unitOf(to)) return false
      // The doors may lead into each other's rooms.
      return floorOf(from) < doors ? floorOf(to) >= floorOf(from) : floorOf(to) > floorOf(from)
    })
    expect(wrong.map((arrow) => arrow.join(' → '))).toEqual([])
  })

  test('has a ground that knows nothing of the project', () => {
    const ground = ['conditions', 'solver', 'issues']
    const wrong = arrows.filter(([from, to]) => ground.includes(unitOf(from)) && unitOf(to) !== unitOf(from))
    expect(wrong.map((arrow) => arrow.join(' → '))).toEqual([])
  })

  test('decides without words', () => {
    expect(arrows.filter(([from, to]) => unitOf(from) === 'decide' && unitOf(to) === 'words')).toEqual([])
  })

  test('has no circle of imports', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file)
      if (at !== -1) circles.push([...path.slice(at), file].join(' → '))
      else if (!done.has(file)) {
        for (const next of importsOf.get(file) ?? []) visit(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  test('has no file over 300 lines, and no line over 140 columns', () => {
    const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n')
    expect(files.filter((file) => lines(file).length > 301)).toEqual([])
    expect(
      files
        .filter((file) => unitOf(file) !== 'vocabulary.ts')
        .flatMap((file) => lines(file).flatMap((line, index) => (line.length > 140 ? [`${file}:${index + 1}`] : []))),
    ).toEqual([])
  })
})
