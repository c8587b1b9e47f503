import { defineConfig } from 'vitest/config'
import { cssForVite } from './scripts/css-plugin.js'
import { guideForVite } from './scripts/guide-plugin.js'
import { menusForVite } from './scripts/menus-plugin.js'

export default defineConfig({
  plugins: [cssForVite, menusForVite, guideForVite],
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { enabled: true, include: ['tests/**/*.test-d.ts'] },
    // `.ci/run` counts the tests in this report.
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-report.json' },
  },
})
