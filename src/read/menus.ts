import { checkMenus, type FileKey } from '../menus/checks/index.js'
import { compileMenus, type Menus } from '../menus/compile.js'
import { fileSchemas, type MenuData, mappingSchema, menuSchema } from '../menus/schema.js'
import { type Issue, MenuError, type Path } from '../issues.js'
import { fromZod } from '../zod-issues.js'
import { placed, readYaml, type ReadText } from './yaml.js'

/** A file of a menu set: its name inside the set (`oend.yaml`, `mappings/county-profiles.yaml`) and its text. */
export interface MenuFile {
  readonly name: string
  readonly text: string
  /** The name shown in messages; the name inside the set if left out. */
  readonly shown?: string
}

export type ParsedMenus =
  | { readonly success: true; readonly data: MenuData; readonly warnings: readonly Issue[]; readonly texts: ReadonlyMap<FileKey, ReadText> }
  | { readonly success: false; readonly issues: readonly Issue[] }

type FixedFile = keyof typeof fileSchemas
const fixedFiles = Object.keys(fileSchemas) as FixedFile[]

/**
 * Reads the files of a menu set: the fixed files (settings, gaps, rules and so on), one file for each menu, and any number of mappings.
 * Never throws; every problem is an issue with file, line and column.
 */
export function parseMenuFiles(files: readonly MenuFile[]): ParsedMenus {
  const issues: Issue[] = []
  const texts = new Map<FileKey, ReadText>()
  const read = (file: MenuFile, key: FileKey, schema: (typeof fileSchemas)[FixedFile] | typeof menuSchema | typeof mappingSchema): unknown => {
    const text = readYaml(file.text, file.shown ?? file.name)
    texts.set(key, text)
    if (text.issues.length > 0) {
      issues.push(...text.issues)
      return undefined
    }
    const parsed = schema.safeParse(text.value)
    if (parsed.success) return parsed.data
    issues.push(...placed(fromZod(parsed.error.issues, text.value, schema, kindAt), text))
    return undefined
  }

  const fixed = new Map<FixedFile, unknown>()
  for (const name of fixedFiles) {
    const file = files.find((each) => each.name === name)
    if (file) fixed.set(name, read(file, name, fileSchemas[name]))
    else issues.push({ code: 'unreadable', severity: 'error', path: [], place: { file: name }, reason: 'The file is missing', mend: `A menu set needs '${name}'.` })
  }
  const isMapping = ({ name }: MenuFile): boolean => name.startsWith('mappings/')
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  const menuFiles = sorted.filter((file) => !fixed.has(file.name as FixedFile) && !isMapping(file))
  const menus = menuFiles.map((file, index) => read(file, `menu:${index}`, menuSchema))
  const mappings = sorted.filter(isMapping).map((file, index) => read(file, `mapping:${index}`, mappingSchema))
  if (menuFiles.length === 0) issues.push({ code: 'unreadable', severity: 'error', path: [], place: { file: 'menus' }, reason: 'There is no menu', mend: "Add a file for each menu, for example 'oend.yaml'." })
  if (issues.length > 0) return { success: false, issues }

  const data = {
    set: fixed.get('menus.yaml'),
    menus: (menus as MenuData['menus'][number][]).sort((a, b) => a.code - b.code),
    settings: fixed.get('settings.yaml'),
    ...(fixed.get('gaps.yaml') as object),
    ...(fixed.get('indicators.yaml') as object),
    ...(fixed.get('facts.yaml') as object),
    ...(fixed.get('gates.yaml') as object),
    ...(fixed.get('rules.yaml') as object),
    feasibility: fixed.get('feasibility.yaml'),
    plan: fixed.get('plan.yaml'),
    references: fixed.get('references.json'),
    mappings,
  } as unknown as MenuData
  const found = checkMenus(data).map(({ file, ...issue }): Issue => placed([issue], texts.get(file) ?? { locate: () => ({ file }) })[0]!)
  return found.some(({ severity }) => severity === 'error') ? { success: false, issues: found } : { success: true, data, warnings: found, texts }
}

/**
 * Reads and compiles a menu set.
 * @throws MenuError with every problem.
 */
export function defineMenus(files: readonly MenuFile[]): Menus {
  const parsed = parseMenuFiles(files)
  if (!parsed.success) throw new MenuError(parsed.issues)
  return compileMenus(parsed.data)
}

const kindAt = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? 'value').replace(/s$/, '')
