import { parseMenuFiles } from '../src/authoring/read-menus.js'
import { formatIssues } from '../src/issues/issue.js'
import type { MenuCore, MenuData } from '../src/menus/schema/index.js'
import { readMenuFolder, readYamlFolder } from '../src/read/files.js'
import { readYaml } from '../src/read/yaml.js'

/** Reads and checks `menus/` when the package is built, so that the library needs neither a file system nor a YAML reader. */
export function loadMenuData(folder = 'menus'): MenuData {
  const { files, issues } = readMenuFolder(folder)
  const parsed = parseMenuFiles(files)
  const problems = [...issues, ...(parsed.success ? [] : parsed.issues)]
  if (!parsed.success || problems.length > 0) throw new Error(`The menus have problems:\n${formatIssues(problems)}`)
  return parsed.data
}

let read: MenuData | undefined
const menuData = (): MenuData => {
  read ??= loadMenuData()
  return read
}

/**
 * The menus without what only authors and readers of the sources need: references, mappings, examples of rules and notes on their sources,
 * anchors of scores, names of partner organisations, coding rules. `orcca/menus/*.json` has them all.
 */
export function coreOf({ references: _, mappings: __, ...core }: MenuData): MenuCore {
  const forDeciding = <T extends { readonly examples: unknown; readonly sourceNote?: string | undefined }>(rules: readonly T[]) =>
    rules.map(({ sourceNote: ___, ...rule }) => ({ ...rule, examples: [] }))
  const menus = core.menus.map((menu) => ({
    ...menu,
    strategies: menu.strategies.map((strategy) => {
      const { parts } = strategy.feasibility
      const withoutNames = { ...parts, partners: { ...parts.partners, organisations: [] } }
      return { ...strategy, feasibility: { ...strategy.feasibility, parts: withoutNames } }
    }),
  }))
  return {
    ...core,
    menus,
    settings: { ...core.settings, codingRules: [] },
    feasibility: { ...core.feasibility, anchors: {} },
    gates: forDeciding(core.gates),
    rules: forDeciding(core.rules),
  }
}

/** The files of the starter menu set, by name: what `orcca init menus` writes. */
export function loadStarter(folder = 'menus/starter'): Readonly<Record<string, string>> {
  const { files, issues } = readMenuFolder(folder)
  if (issues.length > 0) throw new Error(formatIssues(issues))
  return Object.fromEntries(files.map(({ name, text }) => [name, text]))
}

/** The example communities, by file name: with which `orcca try` shows what a change does. */
export function loadExamples(folder = 'examples'): Readonly<Record<string, unknown>> {
  const { files, issues } = readYamlFolder(folder)
  const read = files.map(({ name, text, shown }) => [name.replace('.yaml', ''), readYaml(text, shown ?? name)] as const)
  const problems = [...issues, ...read.flatMap(([, file]) => file.issues)]
  if (problems.length > 0) throw new Error(formatIssues(problems))
  return Object.fromEntries(read.map(([name, { value }]) => [name, value]))
}

/** Modules that are made when the package is built. */
const modules: Readonly<Record<string, () => unknown>> = {
  'virtual:menus': () => coreOf(menuData()),
  'virtual:references': () => menuData().references,
  'virtual:mappings': () => menuData().mappings,
  'virtual:starter': loadStarter,
  'virtual:examples': loadExamples,
}
const moduleText = (name: string): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(modules[name]!()))})`

interface EsbuildBuild {
  onResolve(options: { filter: RegExp }, resolve: (given: { path: string }) => { path: string; namespace: string }): void
  onLoad(options: { filter: RegExp; namespace: string }, load: (given: { path: string }) => { contents: string; loader: 'js' }): void
}

const namespace = 'virtual:menus'

/** For esbuild, and so for tsup. */
export const menusForEsbuild = {
  name: namespace,
  setup(build: EsbuildBuild) {
    build.onResolve({ filter: /^virtual:(menus|references|mappings|starter|examples)$/ }, ({ path }) => ({ path, namespace }))
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: moduleText(path), loader: 'js' }))
  },
}

/** For vite, and so for vitest. */
export const menusForVite = {
  name: namespace,
  resolveId: (id: string) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
  load: (id: string) => (id.startsWith('\0') && Object.hasOwn(modules, id.slice(1)) ? moduleText(id.slice(1)) : undefined),
}
