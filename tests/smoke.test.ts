import { expect, test } from 'vitest'
import { recommend } from '../src/recommend.js'
test('smoke', () => {
  const r = recommend({ name: 'X', indicators: { 'otp-within-30-min-pct-tracts': 0, 'uninsured-19-64-pct': 12 }, context: { rurality: 'nonmetro' } })
  console.log(r.plan.selections.map((s) => [s.id, s.priority, s.otherwise]))
  console.log(r.ranking[0], r.dataGaps.slice(0, 3), r.plan.requirements, r.plan.notes, r.plan.warnings, r.notes)
  const t = performance.now()
  for (let i = 0; i < 1000; i++) recommend({ name: 'X' + i, indicators: { 'otp-within-30-min-pct-tracts': i % 80, 'uninsured-19-64-pct': 12 }, context: { rurality: 'nonmetro' } })
  console.log('ms each', (performance.now() - t) / 1000)
  expect(r.plan.selections.length).toBeGreaterThanOrEqual(5)
})
