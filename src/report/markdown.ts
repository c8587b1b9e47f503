import type { Recommendation } from '../decide/decision.js'
import type { Ids } from '../profile/schema.js'
import { glossary, notSaid, trialReference } from '../words/fixed.js'
import { points, two, withRange } from '../words/numbers.js'
import type { Cited } from './citations.js'
import { markdownList, markdownTable, markdownText as safe } from './markdown-text.js'
import { decides } from './view/data-gaps.js'
import type { GapView } from './view/gaps.js'
import type { OptionView } from './view/option.js'
import { type ReportOptions, type ReportView, viewReport } from './view/report.js'

/**
 * The report of a result as Markdown, in the order of the HTML report; the chart becomes a table. The same result gives the same bytes.
 * @param options the menus that the result was made with, and the guide
 */
export function reportMarkdown(result: Recommendation<Ids>, options: ReportOptions = {}): string {
  const view = viewReport(result, options)
  const blocks = [
    `# ${safe(view.name)}`,
    `Strategies against opioid overdose, for the coalition to discuss. ${[...view.about, view.madeWith].map(safe).join(' · ')}`,
    ...(view.populations.length > 0 ? [`Priority populations: ${view.populations.map(safe).join(', ')}`] : []),
    ...(view.specialPopulations.length > 0 ? [`Special populations: ${view.specialPopulations.map(safe).join(', ')}`] : []),
    ...planBlocks(view),
    '## Feasibility and impact',
    'The options of the plan (◆), and the best other option of each strategy (○). The HTML report draws them as a chart.',
    markdownTable(
      ['No.', 'Option', 'Feasibility', 'Impact', 'Quadrant'],
      view.chart.map(({ number, planned, strategy, place, feasibility, impact, quadrant, unsettled }) => [
        `${planned ? '◆' : '○'} ${number}`,
        `${safe(strategy)}, ${safe(place)}`,
        withRange(feasibility),
        withRange(impact),
        `${quadrant}${unsettled ? ', not settled' : ''}`,
      ]),
    ),
    '## Service gaps',
    'Severity runs from 0 (the benchmark is met) to 1 (worst).',
    ...view.gaps.flatMap(({ menu, gaps }) => [`### ${safe(menu)}`, ...gaps.flatMap(gapBlocks)]),
    '## Data gaps: collect this next',
    view.dataGaps.length === 0
      ? 'Nothing is missing that the model would use.'
      : markdownTable(
          ['Find out', 'It decides', 'Moves a priority by up to'],
          view.dataGaps.map((gap) => [
            `${safe(gap.question)}${gap.withheld ? ' (withheld)' : ''}`,
            safe(decides(gap)),
            gap.swing < 0.5 ? '–' : `${points(gap.swing)} points`,
          ]),
        ),
    '## The ranking',
    'Each option answers three questions, and each question counts the same.',
    ...view.full.flatMap(optionBlocks),
    ...(view.rest.length > 0
      ? [
          `### The other ${view.rest.length} options, in short`,
          markdownTable(
            ['Rank', 'Option', 'Priority', 'Impact', 'Feasibility', 'Quadrant'],
            view.rest.map(({ rank, strategy, place, priority, impact, feasibility, quadrant }) => [
              String(rank),
              `${safe(strategy)}, ${safe(place)}`,
              priority,
              impact,
              feasibility,
              quadrant,
            ]),
          ),
        ]
      : []),
    ...endBlocks(view),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** References stand as numbers in brackets. */
const rich = (text: Cited): string => text.map((part) => (typeof part === 'string' ? safe(part) : numbers([part.reference]))).join('')

const numbers = (cited: readonly number[]): string => cited.map((number) => `\\[${number}\\]`).join('')

function planBlocks({ plan }: ReportView): string[] {
  return [
    '## The plan at a glance',
    `**${plan.summary}**`,
    ...plan.notes.map(safe),
    ...plan.chosen.flatMap(
      ({ number, strategy, place, section, inShort, populations, confirm, otherwise, priority, quadrant, unsettled, rank }) => [
        `### ${number}\\. ${safe(strategy)}`,
        markdownList([
          `**Where:** ${safe(place)} (${safe(section)}, rank ${rank})`,
          `**Priority:** ${withRange(priority, points)}, ${quadrant.toLowerCase()}${unsettled ? ', not settled' : ''}`,
          ...(inShort ? [`**In short:** ${safe(inShort)}`] : []),
          ...(populations ? [`**Meets:** ${safe(populations)}`] : []),
          ...(confirm.length > 0 ? [`**Confirm first:** ${safe(confirm.join(' '))}`] : []),
          `**If it falls away:** ${safe(otherwise)}`,
        ]),
      ],
    ),
    ...(plan.warnings.length > 0 ? ['### Watch out for', markdownList(plan.warnings.map(rich))] : []),
    '### What every plan must meet',
    markdownTable(
      ['Requirement', 'Met', 'By', 'Asked by'],
      plan.requirements.map(({ label, met, metBy, basis, reason }) => [
        `${safe(label)}${reason === '' ? '' : `. ${safe(reason)}`}`,
        met ? '✓ met' : '✗ **not met**',
        metBy.join(', ') || '–',
        basis,
      ]),
    ),
    '### Words used on this page',
    markdownList(glossary.map(({ term, meaning }) => `**${term}:** ${meaning}`)),
  ]
}

const gapBlocks = ({ name, words, basisText, indicators, notes }: GapView): string[] => [
  `#### ${safe(name)}`,
  `Severity ${words}, ${basisText}.`,
  markdownTable(
    ['Measure', 'Here', 'Benchmark', 'Worst'],
    indicators.map(({ label, here, origin, met, worst }) => [
      safe(label),
      `${safe(here)}${origin === '' ? '' : ` (${safe(origin)})`}`,
      met,
      worst,
    ]),
  ),
  ...(notes.length > 0 ? [safe(notes.join(' '))] : []),
]

function optionBlocks({
  rank,
  planned,
  strategy,
  place,
  section,
  populations,
  medications,
  priority,
  quadrant,
  unsettled,
  answers,
  confirm,
  warnings,
  steps,
  references,
}: OptionView): string[] {
  return [
    `### ${rank}\\. ${safe(strategy)}, ${safe(place)}`,
    `${planned === null ? '' : `**In the plan (${planned}).** `}${safe(section)}. Priority ${withRange(priority, points)}, ${quadrant.toLowerCase()}${unsettled ? ', not settled' : ''}.`,
    markdownList([
      ...answers.map(({ question, value, sentences }) => `**${question}** ${two(value.best)}. ${rich(sentences)}`),
      ...(populations ? [`**Meets:** ${safe(populations)}`] : []),
      ...(medications ? [`**Medications:** ${safe(medications)}`] : []),
      ...(confirm.length > 0 ? [`**Confirm first:** ${safe(confirm.join(' '))}`] : []),
      ...warnings.map((warning) => `**Mind:** ${rich(warning)}`),
    ]),
    `How the numbers were made:`,
    steps
      .map((step, index) => `${index + 1}. ${'text' in step ? rich(step.text) : `Same as step ${step.step} at rank ${step.asAtRank}.`}`)
      .join('\n'),
    ...(references.length > 0 ? [`References: ${numbers(references)}`] : []),
  ]
}

function endBlocks({ leftOut, basis, references, notes }: ReportView): string[] {
  return [
    '## What was left out, and why',
    leftOut.length === 0
      ? 'Nothing was left out: no rule excludes an option here.'
      : markdownTable(
          ['Why', 'Left out'],
          leftOut.map(({ reason, options }) => [
            safe(reason),
            options.map(({ strategy, places }) => `${safe(strategy)}: ${safe(places.join('; '))}`).join('<br>'),
          ]),
        ),
    '## What the numbers rest on',
    markdownList([
      ...basis.sentences,
      ...(basis.benchmarks.length > 0 ? [`Benchmarks of the measured gaps: ${numbers(basis.benchmarks)}`] : []),
    ]),
    'Effect among people reached, on a scale from 0 to 1. Strategies of the plan come first (◆).',
    markdownTable(
      ['Strategy', 'Effect', 'Certainty', 'Measured on', 'Rests on'],
      basis.evidence.map(({ strategy, planned, effect, certainty, outcome, basis: rests, references: cited }) => [
        `${planned ? '◆ ' : ''}${safe(strategy)}`,
        effect,
        certainty,
        outcome,
        `${rests} ${numbers(cited)}`,
      ]),
    ),
    '### References',
    references
      .map(({ number, text, link, linkText }) => `${number}. ${safe(text)}${link === null ? '' : ` [${safe(linkText!)}](<${link}>)`}`)
      .join('\n'),
    '## What this page does not say',
    markdownList(
      notSaid.map((sentence, index) =>
        index === 1 ? `${sentence} ${trialReference.text} [doi:${trialReference.doi}](https://doi.org/${trialReference.doi})` : sentence,
      ),
    ),
    ...(notes.length > 0 ? ['### Notes on this result', markdownList(notes.map(safe))] : []),
  ]
}
