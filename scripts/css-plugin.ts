import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const end = '?text'

/** For vite, and so for vitest: a `.css` file that TypeScript imports is its text, as it is for tsup (`loader` in tsup.config.ts). */
export const cssForVite = {
  name: 'css-as-text',
  enforce: 'pre' as const,
  resolveId: (id: string, importer: string | undefined) =>
    id.endsWith('.css') && importer?.endsWith('.ts') ? `\0${resolve(dirname(importer), id).slice(0, -'.css'.length)}${end}` : undefined,
  load: (id: string) =>
    id.startsWith('\0') && id.endsWith(end)
      ? `export default ${JSON.stringify(readFileSync(`${id.slice(1, -end.length)}.css`, 'utf8'))}`
      : undefined,
}
