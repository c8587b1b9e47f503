import { two } from '../../words/numbers.js'
import { paragraph, type Section, section, table } from '../blocks.js'
import { chartPoints } from '../chart/points.js'
import { drawChart } from '../chart/svg.js'
import { communityOf, type Speaking } from '../speaking.js'

/** The chart, and a table of what its numbers stand for: in text the table alone, with all that the chart shows. */
export function chartSection(speaking: Speaking): Section {
  const { words, withRange } = speaking
  const { chart } = words
  const points = chartPoints(speaking)
  const number = { title: words.number, look: 'no' } as const
  const mark = (planned: boolean, at: number): string => `${planned ? '◆' : '○'}\u00A0${at}`
  const beside = table(
    [number, { title: words.option, head: true }, { title: chart.feasibilityShort, number: true }, { title: words.impact, number: true }],
    points.map(({ number: at, planned, strategy, place, feasibility, impact }) => ({
      cells: [mark(planned, at), [strategy, ' ', { muted: place }], two(feasibility.best), two(impact.best)],
      strong: planned,
    })),
    { caption: chart.caption },
  )
  const alone = table(
    [number, { title: words.option, head: true }, { title: words.feasibility }, { title: words.impact }, { title: words.quadrant }],
    points.map(({ number: at, planned, strategy, place, feasibility, impact, quadrant }) => [
      mark(planned, at),
      `${strategy}, ${place}`,
      withRange(feasibility),
      withRange(impact),
      quadrant,
    ]),
  )
  const figure = { block: 'figure', drawing: drawChart(points, communityOf(speaking).name, words, false) } as const
  return section('chart', chart.title, [
    paragraph(chart.intro),
    { block: 'only', writers: ['html'], blocks: [{ block: 'columns', as: 'figure', columns: [[figure], [beside]] }] },
    { block: 'only', writers: ['markdown', 'terminal'], blocks: [alone] },
  ])
}
