import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { askEngine, engineAgrees } from '../../authoring/checks/engine-agrees.js'
import { checks } from '../../authoring/checks/index.js'
import { parseGuideFiles } from '../../authoring/read-guide.js'
import { parseMenuFiles } from '../../authoring/read-menus.js'
import type { Issue } from '../../issues/issue.js'
import { compileMenus, type Menus } from '../../menus/compile.js'
import type { MenuData } from '../../menus/schema/index.js'
import { type MenuFile, readMenuFolder, readYamlFolder } from '../../read/files.js'
import { placed } from '../../read/yaml.js'
import { count } from '../../words/numbers.js'
import { gateSentence, ruleSentence } from '../../words/rule-sentence.js'
import type { Findings, Sentence } from './findings.js'
import type { SetTarget } from './targets.js'

/** Checks a menu set: its shape, every named check, every rule's examples through both engines, and the guide next to it. */
export async function validateSet({ folder, only }: SetTarget, sentences: boolean): Promise<Findings> {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  const issues: Issue[] = [...read.issues, ...(parsed.success ? parsed.warnings : parsed.issues)]
  const data = parsed.success ? parsed.data : parsed.rest
  const checked = [`${normalize(folder)} (${count(read.files.length, 'file')}, ${count(checks.length + 1, 'check')})`]
  if (parsed.success) {
    const disagreements = await engineAgrees(parsed.data, await askEngine())
    issues.push(...disagreements.flatMap(({ file, ...issue }) => placed([issue], parsed.texts.get(file)!)))
    const guide = validateGuide(folder, parsed.data)
    if (guide) {
      issues.push(...guide.issues)
      checked.push(`${normalize(join(folder, 'guide'))} (${count(guide.files, 'file')})`)
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

/** Checks the guide of a menu set, where there is one. */
function validateGuide(folder: string, data: MenuData): { issues: readonly Issue[]; files: number } | null {
  const path = join(folder, 'guide')
  if (!existsSync(path)) return null
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
