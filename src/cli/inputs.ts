import { formatIssues, type Issue } from '../issues.js'
import { builtInMenus } from '../menus/built-in.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { readMenuFolder, readTextFile } from '../read/files.js'
import { parseMenuFiles } from '../read/menus.js'
import { parseProfileTable, parseProfileText, type TableChoice } from '../read/profiles.js'
import type { Io } from './io.js'

/** Thrown by a command when its input has problems: they are shown, and the command ends with exit 1. */
export class InputProblem extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues))
    this.issues = issues
  }
}

/** The built-in menus, or those of a folder. */
export function readMenus(folder: string | undefined): Menus {
  if (folder === undefined) return builtInMenus()
  const { files, issues } = readMenuFolder(folder)
  if (issues.length > 0) throw new InputProblem(issues)
  const parsed = parseMenuFiles(files)
  if (!parsed.success) throw new InputProblem(parsed.issues)
  return compileMenus(parsed.data)
}

/** Reads every profile of every file. All problems at once; warnings go to `err`. */
export function readProfiles(files: readonly string[], choice: TableChoice, menus: Menus, io: Io): CommunityProfile<Ids>[] {
  const profiles: CommunityProfile<Ids>[] = []
  const problems: Issue[] = []
  const warnings: Issue[] = []
  for (const file of files) {
    const read = readTextFile(file)
    if ('issue' in read) {
      problems.push(read.issue)
      continue
    }
    const shown = file === '-' ? 'standard input' : file
    const asTable = file.toLowerCase().endsWith('.csv') || choice.row !== undefined || choice.mapping !== undefined
    const parsed = asTable ? parseProfileTable(read.text, shown, choice, menus) : parseProfileText(read.text, shown, menus)
    if (parsed.success) {
      profiles.push(...parsed.profiles)
      warnings.push(...parsed.warnings)
    } else problems.push(...parsed.issues)
  }
  if (problems.length > 0) throw new InputProblem(problems)
  if (warnings.length > 0) io.err(formatIssues(warnings))
  return profiles
}
