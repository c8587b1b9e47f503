import { two } from '../../words/numbers.js'
import type { PageWords } from '../../words/pages.js'
import { plainText } from '../../words/plain-text.js'
import chartStyle from '../style/chart.css'
import { html, type Markup, type Part, trusted } from '../write/markup.js'
import { type Box, type Label, type Mark, placeLabels } from './place.js'
import type { ChartPoint } from './points.js'

/** The square in which the points lie, in the units of the drawing. */
const plot: Box = { x: 56, y: 34, width: 412, height: 412 }
const drawing = { width: 480, height: 506 }
const legendWidth = 430

const at = (value: number): string => value.toFixed(1).replace(/\.0$/, '')
const xOf = (feasibility: number): number => plot.x + feasibility * plot.width
const yOf = (impact: number): number => plot.y + (1 - impact) * plot.height

/**
 * Draws the feasibility × impact chart: numbered points, the planned ones as filled diamonds with a boxed number, the others as rings;
 * bars from the lowest to the highest value; both axes from 0 to 1, cut at one half.
 * @param name the community's name, for the title
 * @param legend whether what the numbers mean is drawn beside it (a page gives it as a table instead)
 */
export function drawChart(points: readonly ChartPoint[], name: string, words: PageWords, legend: boolean): Markup {
  const marks = points.map(({ number, planned, feasibility, impact }): Mark => {
    const digits = String(number).length
    return {
      x: xOf(feasibility.best),
      y: yOf(impact.best),
      radius: planned ? 6 : 4,
      label: planned ? { width: 8 + 9 * digits, height: 17 } : { width: 8 * digits, height: 13 },
    }
  })
  const labels = placeLabels(marks, plot)
  const lines = legend ? legendLines(points) : []
  const height = Math.max(drawing.height, 40 + lines.length * 15)
  const width = drawing.width + (legend ? legendWidth : 0)
  const size = html`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  const drawn: Part = [
    html`<title id="chart-title">${words.chart.name(name)}</title><desc id="chart-desc">${describe(points, words)}</desc>`,
    html`<style>${trusted(chartStyle)}</style><rect class="c-paper" width="${width}" height="${height}"/>`,
    background(words),
    points.map(drawRange),
    labels.map(drawLeader),
    points.map((point, index) => drawMark(point, marks[index]!)),
    points.map((point, index) => drawNumber(point, labels[index]!)),
    legend && drawLegend(lines, words),
  ]
  const named = trusted('role="img" aria-labelledby="chart-title chart-desc"')
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="orcca-chart" ${size} ${named}>${drawn}</svg>`
}

function describe(points: readonly ChartPoint[], { chart }: PageWords): string {
  const of = (planned: boolean): string =>
    points
      .filter((point) => point.planned === planned)
      .map(({ number, strategy, place, feasibility, impact }) =>
        chart.point(number, `${strategy}, ${place}`, two(feasibility.best), two(impact.best)),
      )
      .join('; ')
  return chart.description(of(true), of(false))
}

function background({ quadrants, chart }: PageWords): Part {
  const { x, y, width, height } = plot
  const right = x + width
  const bottom = y + height
  const grid = [0.25, 0.75].map((value) => [
    line('c-grid', xOf(value), y, xOf(value), bottom),
    line('c-grid', x, yOf(value), right, yOf(value)),
  ])
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => [
    html`<text class="c-tick" x="${at(xOf(value))}" y="${bottom + 16}" text-anchor="middle">${value}</text>`,
    html`<text class="c-tick" x="${x - 7}" y="${at(yOf(value) + 4)}" text-anchor="end">${value}</text>`,
  ])
  const end = trusted(' text-anchor="end"')
  const middle = trusted('text-anchor="middle"')
  return [
    html`<rect class="c-best" x="${at(xOf(0.5))}" y="${y}" width="${width / 2}" height="${height / 2}"/>`,
    grid,
    line('c-half', xOf(0.5), y, xOf(0.5), bottom),
    line('c-half', x, yOf(0.5), right, yOf(0.5)),
    html`<rect class="c-frame" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    ticks,
    html`<text class="c-corner" x="${x + 2}" y="${y - 11}">${quadrants['build-toward']}</text>`,
    html`<text class="c-corner" x="${right - 2}" y="${y - 11}"${end}>${quadrants['do-now']}</text>`,
    html`<text class="c-corner" x="${x + 2}" y="${bottom + 36}">${quadrants['not-now']}</text>`,
    html`<text class="c-corner" x="${right - 2}" y="${bottom + 36}"${end}>${quadrants['easy-but-small']}</text>`,
    html`<text class="c-axis" x="${x + width / 2}" y="${bottom + 53}" ${middle}>${chart.feasibilityAxis}</text>`,
    html`<text class="c-axis" transform="translate(15 ${y + height / 2}) rotate(-90)" ${middle}>${chart.impactAxis}</text>`,
  ]
}

const line = (name: string, x1: number, y1: number, x2: number, y2: number): Markup =>
  html`<line class="${name}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`

function drawRange({ planned, feasibility, impact }: ChartPoint): Part {
  const name = planned ? 'c-planned-range' : 'c-range'
  return [
    feasibility.low < feasibility.high && line(name, xOf(feasibility.low), yOf(impact.best), xOf(feasibility.high), yOf(impact.best)),
    impact.low < impact.high && line(name, xOf(feasibility.best), yOf(impact.low), xOf(feasibility.best), yOf(impact.high)),
  ]
}

const drawLeader = ({ leader }: Label): Part => leader && line('c-leader', leader.x1, leader.y1, leader.x2, leader.y2)

const drawMark = ({ planned }: ChartPoint, { x, y, radius }: Mark): Markup =>
  planned
    ? html`<path class="c-planned" d="M${at(x)} ${at(y - radius)}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z"/>`
    : html`<circle class="c-other" cx="${at(x)}" cy="${at(y)}" r="${radius - 0.5}"/>`

function drawNumber({ number, planned }: ChartPoint, { box }: Label): Markup {
  const x = at(box.x + box.width / 2)
  const label = html`data-label="${number}"`
  if (!planned) return html`<text class="c-number" ${label} x="${x}" y="${at(box.y + 10.5)}">${number}</text>`
  const size = html`x="${at(box.x)}" y="${at(box.y)}" width="${at(box.width)}" height="${at(box.height)}"`
  return html`<rect class="c-badge" ${label} ${size} rx="3"/><text class="c-on-badge" x="${x}" y="${at(box.y + 13)}">${number}</text>`
}

// ---------------------------------------------------------------- the legend of a chart on its own

interface LegendLine {
  readonly point: ChartPoint | null
  readonly text: string
  readonly isPlace: boolean
}

/** A line holds about so many characters at 12 px, whatever the font. */
const lineLength = 52

function legendLines(points: readonly ChartPoint[]): LegendLine[] {
  return points.flatMap((point) => [
    ...wrap(plainText(point.strategy), lineLength).map((text, index) => ({ point: index === 0 ? point : null, text, isPlace: false })),
    ...wrap(plainText(point.place), lineLength).map((text) => ({ point: null, text, isPlace: true })),
  ])
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, most))
  }
  return lines
}

function drawLegend(lines: readonly LegendLine[], { chart }: PageWords): Markup {
  const left = drawing.width + 16
  const rows = lines.map(({ point, text, isPlace }, index) => {
    const y = 46 + index * 15
    const weight = point?.planned ? 700 : 400
    return [
      point && html`<text x="${left + 18}" y="${y}" text-anchor="end" font-weight="${weight}">${point.number}</text>`,
      html`<text class="${isPlace ? 'c-place' : 'c-strategy'}" x="${left + 27}" y="${y}">${text}</text>`,
    ]
  })
  return html`<text class="c-corner" x="${left}" y="23">${chart.legend}</text>${rows}`
}
