import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseGuideFiles } from '../src/authoring/read-guide.js'
import type { GuideData } from '../src/guide/guide.js'
import { formatIssues } from '../src/issues/issue.js'
import { compileMenus } from '../src/menus/compile.js'
import type { MenuFile } from '../src/read/files.js'
import { readTextFile } from '../src/read/files.js'
import { loadMenuData } from './menus-plugin.js'

const name = 'virtual:guide'

/** The files of a guide's folder. */
export function readGuideFolder(folder: string): MenuFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const shown = join(folder, file)
      const read = readTextFile(shown)
      if ('issue' in read) throw new Error(formatIssues([read.issue]))
      return { name: file, text: read.text, shown }
    })
}

/** Reads and checks `menus/guide/` when the package is built, as `loadMenuData` does with `menus/`. */
export function loadGuideData(folder = 'menus/guide'): GuideData {
  const parsed = parseGuideFiles(readGuideFolder(folder), compileMenus(loadMenuData()))
  if (!parsed.success) throw new Error(`The guide has problems:\n${formatIssues(parsed.issues)}`)
  return parsed.data
}

const moduleText = (): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(loadGuideData()))})`

interface EsbuildBuild {
  onResolve(options: { filter: RegExp }, resolve: () => { path: string; namespace: string }): void
  onLoad(options: { filter: RegExp; namespace: string }, load: () => { contents: string; loader: 'js' }): void
}

/** For esbuild, and so for tsup. */
export const guideForEsbuild = {
  name,
  setup(build: EsbuildBuild) {
    build.onResolve({ filter: /^virtual:guide$/ }, () => ({ path: name, namespace: name }))
    build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents: moduleText(), loader: 'js' }))
  },
}

/** For vite, and so for vitest. */
export const guideForVite = {
  name,
  resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
  load: (id: string) => (id === `\0${name}` ? moduleText() : undefined),
}
