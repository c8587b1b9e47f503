import { parseMenuFiles } from '../../authoring/read-menus.js'
import type { Issue } from '../../issues/issue.js'
import { builtInMenus } from '../../menus/built-in.js'
import { compileMenus, type Menus } from '../../menus/compile.js'
import { readMenuFolder, readTextFile } from '../../read/files.js'
import { parseProfileText } from '../../read/profiles.js'
import { readYaml } from '../../read/yaml.js'
import { count } from '../../words/numbers.js'
import type { Findings } from './findings.js'

/** Checks profiles against the built-in menus, or those of a folder. */
export function validateProfiles(files: readonly string[], folder: string | undefined): Findings {
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
  return { issues, checked: [count(files.length, 'profile')], sentences: [] }
}

function menusOf(folder: string, issues: Issue[]): Menus | null {
  const read = readMenuFolder(folder)
  const parsed = parseMenuFiles(read.files)
  issues.push(...read.issues, ...(parsed.success ? [] : parsed.issues))
  return parsed.success && read.issues.length === 0 ? compileMenus(parsed.data) : null
}

/** Lists that only a file of a menu set holds. */
const menuKeys = ['strategies', 'sections', 'rules', 'gates', 'facts', 'kinds', 'requirements', 'sectors', 'venues']

/** Recognizes a file of a menu set outside its set: as a profile it would only give a heap of unknown keys. */
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
