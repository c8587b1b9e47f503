import { mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { guideForEsbuild } from './scripts/guide-plugin.js'
import { loadMenuData, menusForEsbuild } from './scripts/menus-plugin.js'

export default defineConfig({
  entry: { index: 'src/index.ts', 'json-rules-engine': 'src/json-rules-engine.ts', read: 'src/read/index.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  dts: { entry: { index: 'src/index.ts', 'json-rules-engine': 'src/json-rules-engine.ts', read: 'src/read/index.ts' } },
  splitting: true,
  clean: true,
  removeNodeProtocol: false,
  esbuildPlugins: [menusForEsbuild, guideForEsbuild],
  async onSuccess() {
    mkdirSync('dist/menus', { recursive: true })
    for (const [name, part] of Object.entries(loadMenuData())) writeFileSync(`dist/menus/${name}.json`, `${JSON.stringify(part, null, 2)}\n`)
  },
})
