import type { Decision } from '../decide/decision.js'
import type { Issue } from '../issues/issue.js'
import { builtInMenus } from '../menus/built-in.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import type { MenuData } from '../menus/schema/index.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import { readMenuFolder, readTextFile } from '../read/files.js'
import { parseProfileTable, parseProfileText } from '../read/profiles.js'
import { decide } from '../recommend.js'
import { Failure, fromArguments, problems, showIssues, wrongUsage } from './fail.js'
import { type PlanFlags, planOptions, type TableFlags } from './flags.js'
import { exit, type Io } from './io.js'

/** The menu set of a folder, which must be sound. */
export async function readMenuSet(folder: string): Promise<MenuData> {
  const { files, issues } = readMenuFolder(folder)
  if (issues.length > 0) throw problems(issues)
  const { parseMenuFiles } = await import('../authoring/read-menus.js')
  const parsed = parseMenuFiles(files)
  if (!parsed.success) throw problems(parsed.issues)
  return parsed.data
}

/** The built-in menus, or those of a folder. */
export const readMenus = async (folder: string | undefined): Promise<Menus> =>
  folder === undefined ? builtInMenus() : compileMenus(await readMenuSet(folder))

/** Reads every profile of every file. All problems at once; warnings go to `err`. */
export function readProfiles(files: readonly string[], choice: TableFlags, menus: Menus, io: Io): CommunityProfile<Ids>[] {
  const profiles: CommunityProfile<Ids>[] = []
  const errors: Issue[] = []
  const warnings: Issue[] = []
  let wrongChoice = false
  for (const file of files) {
    const read = readTextFile(file)
    if ('issue' in read) {
      errors.push(read.issue)
      continue
    }
    const shown = file === '-' ? 'standard input' : file
    const asTable = file.toLowerCase().endsWith('.csv') || choice.row !== undefined || choice.mapping !== undefined
    const parsed = asTable ? parseProfileTable(read.text, shown, choice, menus) : parseProfileText(read.text, shown, menus)
    if (parsed.success) {
      profiles.push(...parsed.profiles)
      warnings.push(...parsed.warnings)
    } else {
      errors.push(...parsed.issues)
      wrongChoice ||= parsed.choice === true
    }
  }
  if (errors.length > 0) throw new Failure(wrongChoice ? exit.usage : exit.problems, errors)
  if (warnings.length > 0) showIssues(warnings, io)
  return profiles
}

/** Refuses to read standard input twice. */
export function oncePerInput(files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === '-').length < 2) return
  throw wrongUsage({
    code: 'conflict',
    what: 'standard input (-) is named twice',
    why: 'It can be read only once.',
    fix: 'Save one of the two as a file.',
  })
}

/** The menus and the result for the one community of a file. */
export async function resultOf(file: string, flags: PlanFlags, io: Io): Promise<{ menus: Menus; result: Decision<Ids> }> {
  const menus = await readMenus(flags.menus)
  const profiles = readProfiles([file], flags, menus, io)
  if (profiles.length !== 1)
    throw wrongUsage({
      code: 'conflict',
      what: `${file} has ${profiles.length} communities`,
      why: 'This document is about one.',
      fix: 'Choose a row: --row column=value, for example --row fips=21021.',
    })
  return { menus, result: fromArguments(() => decide(profiles[0]!, planOptions(flags, menus))) }
}
