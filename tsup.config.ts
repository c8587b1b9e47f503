import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { guideForEsbuild } from './scripts/guide-plugin.js'
import { loadMenuData, menusForEsbuild } from './scripts/menus-plugin.js'

const library = {
  index: 'src/index.ts',
  stages: 'src/stages.ts',
  read: 'src/read.ts',
  report: 'src/report.ts',
  guide: 'src/guide.ts',
  'json-rules-engine': 'src/json-rules-engine.ts',
}

// One build for all entries, so that they share their chunks: two copies of the menus or of an error's class would clash.
// The platform is neutral, because the main, report and guide entries run in browsers as well.
export default defineConfig({
  entry: { ...library, cli: 'src/cli/main.ts' },
  dts: { entry: library },
  format: 'esm',
  target: ['node20', 'es2022'],
  platform: 'neutral',
  external: [/^node:/],
  splitting: true,
  clean: true,
  removeNodeProtocol: false,
  loader: { '.css': 'text' },
  esbuildPlugins: [menusForEsbuild, guideForEsbuild],
  async onSuccess() {
    cpSync('menus/schema', 'dist/schema', { recursive: true })
    mkdirSync('dist/menus', { recursive: true })
    for (const [name, part] of Object.entries(loadMenuData()))
      writeFileSync(`dist/menus/${name}.json`, `${JSON.stringify(part, null, 2)}\n`)
  },
})
