import { parseMenuFiles } from '../authoring/read-menus.js'
import { formatIssues, type Issue, ProfileError } from '../issues/issue.js'
import { builtInMenus } from '../menus/built-in.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { readMenuFolder, readTextFile } from '../read/files.js'
import { parseProfileTable, parseProfileText, type TableChoice } from '../read/profiles.js'
import type { Io } from './io.js'
import { oneLine } from './words.js'

/** Thrown by a command when its input has problems: they are shown, and the command ends with exit 1. */
export class InputProblem extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues))
    this.issues = issues
  }
}

/** Thrown when what is wrong stands on the command line itself, as an id that the menus do not hold: the command ends with exit 2. */
export class UsageProblem extends InputProblem {}

/** Makes something from profiles that are in order: what it complains of stands on the command line. */
export function usage<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof ProfileError ? new UsageProblem(error.issues) : error
  }
}

const mostShown = 100

/** Shows problems on `err`, without control characters, and how many there are. */
export function showProblems(issues: readonly Issue[], io: Io): void {
  io.err(withoutControls(formatIssues(issues.slice(0, mostShown))))
  const rest = issues.length > mostShown ? ` The first ${mostShown} are shown.` : ''
  io.err(`${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}.${rest} No result was made.`)
}

const withoutControls = (text: string): string => text.split('\n').map(oneLine).join('\n')

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
  if (warnings.length > 0) io.err(withoutControls(formatIssues(warnings)))
  return profiles
}
