import { fromZod } from '../issues/from-zod.js'
import { type Issue, MenuError, type Path } from '../issues/issue.js'
import { compileMenus, type MenuHandle } from '../menus/handle.js'
import { fileSchemas, type Mapping, type Menu, type MenuData, mappingSchema, menuSchema } from '../menus/schema/index.js'
import type { MenuFile } from '../read/files.js'
import { placed, type ReadText, readYaml } from '../read/yaml.js'
import { checkMenus, type FileKey } from './checks/index.js'
import { salvage } from './salvage.js'

export type ParsedMenus =
  | {
      readonly success: true
      readonly data: MenuData
      readonly warnings: readonly Issue[]
      readonly texts: ReadonlyMap<FileKey, ReadText>
    }
  | {
      readonly success: false
      readonly issues: readonly Issue[]
      /** What could be read, for messages only: entries with problems of their shape are set aside, and ids may name nothing. */
      readonly rest?: MenuData
    }

type FixedFile = keyof typeof fileSchemas
const fixedFiles = Object.keys(fileSchemas) as FixedFile[]

/** One file of a menu set, read by itself: its text with places, its data, and the problems of its shape. */
export interface ReadMenuFile {
  readonly name: string
  readonly text: ReadText
  /** With the entries that have problems set aside; undefined when nothing can be used. */
  readonly data: unknown
  readonly issues: readonly Issue[]
  readonly lostIds: readonly string[]
  readonly restore: (path: Path) => Path
}

const isMapping = (name: string): boolean => name.startsWith('mappings/')
const isFixed = (name: string): name is FixedFile => Object.hasOwn(fileSchemas, name)

/** Reads one file of a menu set and checks its shape. What it names in other files is checked by `assembleMenus`. Never throws. */
export function readMenuFile({ name, text, shown = name }: MenuFile): ReadMenuFile {
  const read = readYaml(text, shown)
  const nothing = { name, text: read, data: undefined, lostIds: [], restore: (path: Path) => path }
  if (read.issues.length > 0) return { ...nothing, issues: read.issues }
  const schema = isFixed(name) ? fileSchemas[name] : isMapping(name) ? mappingSchema : menuSchema
  const parsed = schema.safeParse(read.value)
  if (parsed.success) return { ...nothing, data: parsed.data, issues: [] }
  const issues = placed(fromZod(parsed.error.issues, read.value, schema, kindAt), read)
  const rest = salvage(read.value, issues)
  const again = rest && schema.safeParse(rest.value)
  return rest && again?.success
    ? { ...nothing, data: again.data, issues, lostIds: rest.lostIds, restore: rest.restore }
    : { ...nothing, issues }
}

/**
 * Reads the files of a menu set: the fixed files (settings, gaps, rules and so on), one file for each menu, and any number of mappings.
 * Never throws; every problem is an issue with file, line and column.
 */
export const parseMenuFiles = (files: readonly MenuFile[]): ParsedMenus => assembleMenus(files.map(readMenuFile))

const absent = (file: string, reason: string, fix: string): Issue => ({
  code: 'unreadable',
  severity: 'error',
  path: [],
  place: { file },
  reason,
  fix,
})

/** The folder in which messages show the files; empty when only their names are shown. */
function shownFolder([first]: readonly ReadMenuFile[]): string {
  const shown = first?.text.locate([]).file ?? ''
  return first && shown.endsWith(first.name) ? shown.slice(0, -first.name.length) : ''
}

/** Puts files that were read one by one together to a menu set and runs every check. */
export function assembleMenus(files: readonly ReadMenuFile[]): ParsedMenus {
  const issues: Issue[] = files.flatMap((file) => file.issues)
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  const missing = fixedFiles.filter((name) => !files.some((file) => file.name === name))
  for (const name of missing) issues.push(absent(shownFolder(files) + name, 'The file is missing', `A menu set needs '${name}'.`))
  // Menus are in the order of their codes, whatever their files are called.
  const codeOf = ({ data }: ReadMenuFile): number => (data as Menu | undefined)?.code ?? 0
  const menus = sorted.filter(({ name }) => !isFixed(name) && !isMapping(name)).sort((a, b) => codeOf(a) - codeOf(b))
  const mappings = sorted.filter(({ name }) => isMapping(name))
  if (menus.length === 0)
    issues.push(absent(shownFolder(files) || 'menus', 'No menu', "Add a file for each menu, for example 'oend.yaml'."))
  if (missing.length > 0 || menus.length === 0 || files.some(({ data }) => data === undefined)) return { success: false, issues }

  const byKey = new Map<FileKey, ReadMenuFile>([
    ...files.flatMap((file) => (isFixed(file.name) ? [[file.name, file] as const] : [])),
    ...menus.map((file, index) => [`menu:${index}`, file] as const),
    ...mappings.map((file, index) => [`mapping:${index}`, file] as const),
  ])
  const fixed = (name: FixedFile): unknown => byKey.get(name)!.data
  const data = {
    set: fixed('menus.yaml'),
    menus: menus.map((file) => file.data as Menu),
    settings: fixed('settings.yaml'),
    ...(fixed('gaps.yaml') as object),
    ...(fixed('indicators.yaml') as object),
    ...(fixed('facts.yaml') as object),
    ...(fixed('gates.yaml') as object),
    ...(fixed('rules.yaml') as object),
    feasibility: fixed('feasibility.yaml'),
    plan: fixed('plan.yaml'),
    references: fixed('references.json'),
    mappings: mappings.map((file) => file.data as Mapping),
  } as unknown as MenuData
  const lostIds = files.flatMap((file) => file.lostIds)
  const whole = issues.length === 0
  const found = checkMenus(data, { whole, lostIds }).map(({ file, ...issue }): Issue => {
    const { restore, text } = byKey.get(file)!
    return placed([{ ...issue, path: restore(issue.path) }], text)[0]!
  })
  const all = [...issues, ...found]
  return all.some(({ severity }) => severity === 'error')
    ? { success: false, issues: all, rest: data }
    : { success: true, data, warnings: all, texts: new Map([...byKey].map(([key, { text }]) => [key, text])) }
}

/**
 * Reads and compiles a menu set.
 * @throws MenuError with every problem.
 */
export function defineMenus(files: readonly MenuFile[]): MenuHandle {
  const parsed = parseMenuFiles(files)
  if (!parsed.success) throw new MenuError(parsed.issues)
  return compileMenus(parsed.data)
}

const kindAt = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? 'value').replace(/s$/, '')
