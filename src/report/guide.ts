import type { Guide } from '../guide/guide.js'
import type { StrategyGuide } from '../guide/schema.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import { english } from '../words/english.js'
import type { Language } from '../words/language.js'
import { namesOf } from '../words/names.js'
import { type Block, type Doc, facts, type Inline, type Item, inlines, list, paragraph, section, type Text } from './blocks.js'
import { type Numbering, numberSources, printSource } from './references.js'
import { writeHtml } from './write/html.js'
import { writeMarkdown } from './write/markdown.js'

export interface GuideOptions {
  /** The menus that the strategy belongs to. Default: the built-in ones. */
  readonly menus?: Menus
  /** The language of the fixed texts. Default: English. */
  readonly language?: Language
}

/** The guide to a strategy as one HTML file: no script, nothing loaded. */
export const guideHtml = (entry: StrategyGuide, guide: Guide, options: GuideOptions = {}): string =>
  writeHtml(guideOf(entry, guide, options))

/** The guide to a strategy as Markdown. */
export const guideMarkdown = (entry: StrategyGuide, guide: Guide, options: GuideOptions = {}): string =>
  writeMarkdown(guideOf(entry, guide, options))

type Based = { readonly basis: 'sourced' | 'mixed' | 'judgement'; readonly sources: readonly string[] }
type Words = Language['page']['guide']

/** The guide to a strategy as blocks: what a coalition needs to put it in place. */
export function guideOf(entry: StrategyGuide, guide: Guide, { menus = builtInMenus(), language = english }: GuideOptions = {}): Doc {
  const names = namesOf(menus)
  const words = language.page.guide
  const references = numberSources(guide)
  const line = (text: string, based: Based): Inline[] => [text, ...restsOn(based, references, language)]
  const bullets = (lines: readonly Text[]): Block => list(lines)
  const inOne = (items: readonly string[]): Block => paragraph(`${items.join('; ')}.`)
  const name = names.strategy(entry.strategy)
  const blocks: (Block | false)[] = [
    paragraph(entry.inShort, 'lead'),
    entry.leadTime !== undefined && facts([{ label: words.labels.leadTime, text: line(entry.leadTime.text, entry.leadTime) }]),
    section('steps', words.steps, [
      paragraph(words[entry.weeksAre]),
      list(
        entry.steps.map((step) => stepItem(step, entry, line, words)),
        'numbers',
      ),
    ]),
    section('places', words.places, [
      bullets(
        entry.venues.map((venue) => {
          const place = names.venue(venue.venue) + (venue.detail === undefined ? '' : ` (${venue.detail})`)
          return [{ strong: `${place}:` }, ' ', ...line(withWeeks(venue.change, venue.weeks, entry, words), venue)]
        }),
      ),
    ]),
    section('partners', words.partners, [inOne(entry.partners)]),
    section('staff', words.staff, [inOne(entry.staff)]),
    section('supplies', words.supplies, [
      inOne(entry.supplies),
      entry.dataToLog !== undefined && facts([{ label: words.labels.dataToLog, text: `${entry.dataToLog} ${language.page.judgement}` }]),
    ]),
    section('costs', words.costs, [
      bullets(entry.costs.map((cost) => line(cost.amount === undefined ? cost.cost : `${cost.cost}: ${cost.amount}`, cost))),
      entry.costNote !== undefined && paragraph(entry.costNote),
    ]),
    section('measures', words.measures, [list(entry.measures.map((measure) => measureItem(measure, line, words)))]),
    section('lasts', words.lasts, [bullets(entry.sustain.map((each) => line(each.how, each)))]),
    section('goes-wrong', words.goesWrong, [
      bullets(entry.pitfalls.map((each) => [each.pitfall, ' ', { strong: `${words.labels.instead}:` }, ' ', ...line(each.instead, each)])),
    ]),
    section('missed', words.missed, [bullets(entry.equity.map((each) => line(`${each.missed}: ${each.how}`, each)))]),
    section('tools', words.tools, [list(entry.resources.map(({ whatFor, url, ...document }) => toolItem(document, url, `${whatFor}.`)))]),
  ]
  const cited = references.list()
  return {
    language: language.page.code,
    title: name,
    kind: words.kind,
    heading: name,
    skip: { id: 'steps', label: words.skip },
    blocks: [
      ...blocks.filter((block) => block !== false),
      ...(cited.length > 0 ? [section('sources', words.sources, [list(cited, 'references')])] : []),
      section('recheck', words.recheck, [
        paragraph(words.knowsTheLaw(guide.data.sources.lawCheckedTo)),
        list(guide.data.sources.recheck.map(({ what, when }) => `${what}: ${when}`)),
      ]),
    ],
    footer: words.footer,
  }
}

type Line = (text: string, based: Based) => Inline[]

/** ` [1][2]`, ` (judgement)`, or both. */
function restsOn({ basis, sources }: Based, references: Numbering, { page }: Language): Inline[] {
  if (basis === 'judgement') return [` ${page.judgement}`]
  return [' ', ...references.cite(sources), ...(basis === 'mixed' ? [page.guide.andJudgement] : [])]
}

function withWeeks(
  text: string,
  span: { readonly from: number; readonly to: number } | undefined,
  { weeksAre }: StrategyGuide,
  words: Words,
): string {
  if (span === undefined) return text
  return `${text} ${weeksAre === 'schedule' ? words.weeksOf(span.from, span.to) : words.takes(span)}`
}

const stepItem = (step: StrategyGuide['steps'][number], entry: StrategyGuide, line: Line, words: Words): Item => ({
  text: [{ strong: step.step }, withWeeks('', step.weeks, entry, words)],
  lines: [
    [{ muted: `${words.labels.who}:` }, ' ', step.who],
    [{ muted: `${words.labels.why}:` }, ' ', ...line(step.why, step)],
  ],
})

function measureItem(measure: StrategyGuide['measures'][number], line: Line, words: Words): Item {
  const { numerator, denominator, unit, dataFrom, howOften, studyDefinition } = measure
  const name = studyDefinition ? `${measure.measure}, ${words.studyMeasure}` : measure.measure
  return {
    text: [{ strong: `${name}:` }, ` ${countedOf(numerator, denominator, words)} (${unit}).`],
    lines: [[{ muted: `${words.labels.data}:` }, ' ', ...line(`${dataFrom}, ${words.howOften[howOften]}.`, measure)]],
  }
}

/** What a measure counts, and out of what; `none` as the denominator means that nothing is divided. */
export const countedOf = (numerator: string, denominator: string, words: Words): string =>
  /^none\b/.test(denominator) ? numerator : words.outOf(numerator, denominator)

const toolItem = (document: Parameters<typeof printSource>[0], url: string | undefined, text: string): Item => ({
  text: [...inlines(printSource(document)), ` ${text}`],
  lines: url === undefined ? [] : [[{ link: url, text: url }]],
})
