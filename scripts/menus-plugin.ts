import { formatIssues } from '../src/issues.js'
import type { MenuData } from '../src/menus/schema.js'
import { readMenuFolder } from '../src/read/files.js'
import { parseMenuFiles } from '../src/read/menus.js'

const name = 'virtual:menus'

/** Reads and checks `menus/` when the package is built, so that the library needs neither a file system nor a YAML reader. */
export function loadMenuData(folder = 'menus'): MenuData {
  const { files, issues } = readMenuFolder(folder)
  const parsed = parseMenuFiles(files)
  const problems = [...issues, ...(parsed.success ? [] : parsed.issues)]
  if (!parsed.success || problems.length > 0) throw new Error(`The menus have problems:\n${formatIssues(problems)}`)
  return parsed.data
}

const moduleText = (): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(loadMenuData()))})`

interface EsbuildBuild {
  onResolve(options: { filter: RegExp }, resolve: () => { path: string; namespace: string }): void
  onLoad(options: { filter: RegExp; namespace: string }, load: () => { contents: string; loader: 'js' }): void
}

/** For esbuild, and so for tsup. */
export const menusForEsbuild = {
  name,
  setup(build: EsbuildBuild) {
    build.onResolve({ filter: /^virtual:menus$/ }, () => ({ path: name, namespace: name }))
    build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents: moduleText(), loader: 'js' }))
  },
}

/** For vite, and so for vitest. */
export const menusForVite = {
  name,
  resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
  load: (id: string) => (id === `\0${name}` ? moduleText() : undefined),
}
