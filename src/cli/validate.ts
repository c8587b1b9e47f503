import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { askEngine, engineAgrees } from '../authoring/checks/engine-agrees.js'
import { checks } from '../authoring/checks/index.js'
import { parseMenuFiles } from '../authoring/read-menus.js'
import type { Issue } from '../issues/issue.js'
import { builtInMenus } from '../menus/built-in.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import type { MenuData } from '../menus/schema/index.js'
import type { MenuFile } from '../read/files.js'
import { readMenuFolder, readTextFile, readYamlFolder } from '../read/files.js'
import { parseProfileText } from '../read/profiles.js'
import { placed, readYaml } from '../read/yaml.js'
import { gateSentence, ruleSentence } from '../words/rule-sentence.js'
import { type Exit, exit, type Io } from './io.js'
import { asGithub, asJson, asText, type Findings, type Sentence, type ValidateFormat } from './validate-report.js'
import { defaultPath, type Target, targetsOf } from './validate-targets.js'

export interface ValidateOptions {
  readonly format: ValidateFormat
  /** Shows the sentence that each gate and rule becomes. They are shown anyway when gates.yaml or rules.yaml is named. */
  readonly sentences?: boolean
  /** The folder of the menus that profiles are checked against; the built-in ones if left out. */
  readonly menus?: string
}

/**
 * Checks menu sets (their shape, every named check, every rule's examples through both engines, the guide) and profiles. All problems in one
 * run.
 * @param paths folders and files; none: the menu set of the working folder
 * @returns 1 when there is an error, 2 when there is nothing to check; warnings alone are fine
 */
export async function validate(paths: readonly string[], { format, sentences = false, menus }: ValidateOptions, io: Io): Promise<Exit> {
  const start = defaultPath()
  if (paths.length === 0 && start === null) {
    io.err('There is no menu set here. Name a folder or a file: orcca validate menus')
    return exit.usage
  }
  const targets = unique((paths.length > 0 ? paths : [start!]).flatMap(targetsOf))
  const found: Findings[] = []
  const folders = targets.flatMap((target) => (target.kind === 'set' ? [target] : []))
  for (const set of folders) found.push(await validateSet(set, sentences))
  const files = targets.flatMap((target) => (target.kind === 'profile' ? [target.file] : []))
  if (files.length > 0) found.push(validateProfiles(files, menus))
  const findings: Findings = {
    issues: found.flatMap(({ issues }) => issues),
    checked: found.flatMap(({ checked }) => checked),
    sentences: found.flatMap((each) => each.sentences),
  }
  if (findings.checked.length === 0) {
    io.err('There is nothing to check: the folder holds neither a menu set nor a profile.')
    return exit.usage
  }
  io.out({ text: asText, json: asJson, github: asGithub }[format](findings))
  return findings.issues.some(({ severity }) => severity === 'error') ? exit.problems : exit.fine
}

/** A set is read once, however many of its files are named. */
function unique(targets: readonly Target[]): Target[] {
  const seen = new Set<string>()
  return targets.filter((target) => {
    const key = target.kind === 'set' ? `set ${normalize(target.folder)} ${target.only ?? ''}` : normalize(target.file)
    if (seen.has(key)) return false
    seen.add(key)
    return (
      target.kind !== 'set' ||
      target.only === null ||
      !targets.some((other) => other.kind === 'set' && other.only === null && normalize(other.folder) === normalize(target.folder))
    )
  })
}

async function validateSet({ folder, only }: Target & { kind: 'set' }, sentences: boolean): Promise<Findings> {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  const issues: Issue[] = [...read.issues, ...(parsed.success ? parsed.warnings : parsed.issues)]
  const data = parsed.success ? parsed.data : parsed.rest
  const checked = [`${plainFolder(folder)} (${read.files.length} files, ${checks.length + 1} checks)`]
  if (parsed.success) {
    const disagreements = await engineAgrees(parsed.data, await askEngine())
    issues.push(...disagreements.flatMap(({ file, ...issue }) => placed([issue], parsed.texts.get(file)!)))
    const guide = await validateGuide(folder, parsed.data)
    if (guide) {
      issues.push(...guide.issues)
      checked.push(`${plainFolder(join(folder, 'guide'))} (${guide.files} files)`)
    }
  }
  const wanted = only !== null && /(gates|rules)\.yaml$/.test(only) ? [only] : sentences ? ['gates.yaml', 'rules.yaml'] : []
  return {
    issues,
    checked,
    sentences:
      data && wanted.length > 0 ? sentencesOf(data, read.files).filter(({ file }) => wanted.some((name) => file.endsWith(name))) : [],
  }
}

const plainFolder = (folder: string): string => normalize(folder)

/** The guide beside a menu set, where there is one. */
async function validateGuide(folder: string, data: MenuData): Promise<{ issues: readonly Issue[]; files: number } | null> {
  const path = join(folder, 'guide')
  if (!existsSync(path)) return null
  const { parseGuideFiles } = await import('../authoring/read-guide.js')
  const read = readYamlFolder(path)
  const parsed = parseGuideFiles(read.files, compileMenus(data))
  return { issues: [...read.issues, ...(parsed.success ? [] : parsed.issues)], files: read.files.length }
}

function sentencesOf(data: MenuData, files: readonly MenuFile[]): Sentence[] {
  const labels: Pick<Menus, 'facts' | 'indicators'> = {
    facts: new Map(data.facts.map((fact) => [fact.id, fact])),
    indicators: new Map(data.indicators.map((indicator) => [indicator.id, indicator])),
  }
  const of = (name: string, texts: readonly (readonly [string, string])[]): Sentence[] => {
    const file = files.find((each) => each.name === name)!
    const lines = file.text.split('\n')
    return texts.map(([rule, text]) => {
      const line = lines.findIndex((each) => new RegExp(`^\\s*(- )?id: ["']?${rule}["']?\\s*(#.*)?$`).test(each))
      return { rule, file: file.shown ?? name, line: line < 0 ? null : line + 1, text }
    })
  }
  return [
    ...of(
      'gates.yaml',
      data.gates.map((gate) => [gate.id, gateSentence(gate, labels)] as const),
    ),
    ...of(
      'rules.yaml',
      data.rules.map((rule) => [rule.id, ruleSentence(rule, labels)] as const),
    ),
  ]
}

function validateProfiles(files: readonly string[], folder: string | undefined): Findings {
  const issues: Issue[] = []
  const menus = folder === undefined ? builtInMenus() : menusOf(folder, issues)
  for (const file of files) {
    const read = readTextFile(file)
    if ('issue' in read) {
      issues.push(read.issue)
      continue
    }
    const stray = strayMenuFile(read.text, file)
    if (stray) issues.push(stray)
    else if (menus) {
      const parsed = parseProfileText(read.text, file, menus)
      issues.push(...(parsed.success ? parsed.warnings : parsed.issues))
    }
  }
  return { issues, checked: [`${files.length} ${files.length === 1 ? 'profile' : 'profiles'}`], sentences: [] }
}

function menusOf(folder: string, issues: Issue[]): Menus | null {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  issues.push(...read.issues, ...(parsed.success ? [] : parsed.issues))
  return parsed.success && read.issues.length === 0 ? compileMenus(parsed.data) : null
}

/** Lists that only a file of a menu set holds. */
const menuKeys = ['strategies', 'sections', 'rules', 'gates', 'facts', 'kinds', 'requirements', 'sectors', 'venues']

/** A file of a menu set that stands outside of its set would only give a heap of unknown keys. */
function strayMenuFile(text: string, file: string): Issue | null {
  const { value, issues, locate } = readYaml(text, file)
  if (issues.length > 0 || typeof value !== 'object' || value === null) return null
  const key = menuKeys.find((each) => Array.isArray((value as Record<string, unknown>)[each]))
  if (key === undefined) return null
  return {
    code: 'conflict',
    severity: 'error',
    path: [key],
    place: locate([key], 'key'),
    what: `'${key}' belongs to a menu set, and this file stands outside of one`,
    why: 'Most checks need the other files of the set.',
    fix: 'Name the folder of the menu set.',
  }
}
