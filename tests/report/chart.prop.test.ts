import { fc, test } from '@fast-check/vitest'
import { describe, test as example, expect } from 'vitest'
import { crosses, type Mark, overlaps, placeLabels } from '../../src/report/chart/place.js'
import { chartSvg } from '../../src/report/chart.js'
import { communities, resultOf } from './communities.js'

const bounds = { x: 0, y: 0, width: 412, height: 412 }
const mark = fc.record({ x: fc.integer({ min: 0, max: 412 }), y: fc.integer({ min: 0, max: 412 }), planned: fc.boolean() }).map(
  ({ x, y, planned }): Mark => ({
    x,
    y,
    radius: planned ? 6 : 4,
    label: planned ? { width: 17, height: 17 } : { width: 16, height: 13 },
  }),
)
const crowd = fc.tuple(mark, fc.integer({ min: 2, max: 40 })).map(([one, number]) => Array.from({ length: number }, () => one))

describe('Labels of the chart', () => {
  test.prop([fc.oneof(fc.array(mark, { maxLength: 40 }), crowd)])(
    'overlap neither each other nor a mark, and stay inside, however crowded it is',
    (marks) => {
      const boxes = placeLabels(marks, bounds).map(({ box }) => box)
      boxes.forEach((box, index) => {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(412)
        expect(box.y + box.height).toBeLessThanOrEqual(412)
        for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
        for (const { x, y, radius } of marks)
          expect(overlaps(box, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })).toBe(false)
      })
    },
  )

  test.prop([fc.array(mark, { maxLength: 40 })])('that stand away from their mark have a line to it', (marks) => {
    placeLabels(marks, bounds).forEach(({ box, leader }, index) => {
      const { x, y, radius } = marks[index]!
      const distance = Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height))
      if (distance > radius + 6) expect(leader).toMatchObject({ x1: x, y1: y })
    })
  })

  example('a line through a box crosses it, one beside it does not', () => {
    const box = { x: 10, y: 10, width: 10, height: 10 }
    expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 30 }, box)).toBe(true)
    expect(crosses({ x1: 0, y1: 15, x2: 30, y2: 15 }, box)).toBe(true)
    expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 0 }, box)).toBe(false)
    expect(crosses({ x1: 0, y1: 0, x2: 5, y2: 5 }, box)).toBe(false)
  })
})

describe.each(communities)('The chart of the %s community', (community) => {
  const result = resultOf(community)
  const svg = chartSvg(result)

  example('shows every planned option as a diamond and the best other option of each strategy as a ring', () => {
    expect(svg.match(/class="c-planned"/g)).toHaveLength(result.plan.selections.length)
    const planned = new Set(result.plan.selections.map(({ id }) => id))
    const others = new Set(result.ranking.filter(({ id }) => !planned.has(id)).map(({ strategy }) => strategy))
    expect(svg.match(/class="c-other"/g)).toHaveLength(others.size)
  })

  example('puts each point where its feasibility and impact say', () => {
    const [first] = result.plan.selections
    const { feasibility, impact } = result.ranking.find(({ id }) => id === first!.id)!
    const [, x, top] = /class="c-planned" d="M([\d.]+) ([\d.]+)l6 6/.exec(svg)!
    expect(Number(x)).toBeCloseTo(56 + 412 * feasibility.best, 0)
    expect(Number(top) + 6).toBeCloseTo(34 + 412 * (1 - impact.best), 0)
  })

  example('has a title, a description that names every planned option, and the quadrants', () => {
    expect(svg).toContain(`<title id="chart-title">`)
    const description = /<desc[^>]*>(.*?)<\/desc>/.exec(svg)![1]!
    for (const number of result.plan.selections.keys()) expect(description).toContain(`${number + 1}: `)
    for (const name of ['Do now', 'Build toward', 'Easy but small', 'Not now']) expect(svg).toContain(`>${name}</text>`)
  })

  example('is the same bytes each time', () => {
    expect(chartSvg(structuredClone(result))).toBe(svg)
  })
})

example('A chart without any option is still a chart', () => {
  const result = resultOf('rural')
  expect(chartSvg({ ...result, ranking: [], plan: { ...result.plan, selections: [] } })).toContain('In the plan: nothing.')
})
