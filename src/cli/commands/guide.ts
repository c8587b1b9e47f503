import { builtInGuide } from '../../guide/built-in.js'
import type { Guide } from '../../guide/guide.js'
import type { StrategyGuide } from '../../guide/schema.js'
import { suggest } from '../../issues/suggest.js'
import { builtInMenus } from '../../menus/built-in.js'
import type { Menus } from '../../menus/compile.js'
import { wrongUsage } from '../fail.js'
import type { Io } from '../io.js'
import { Page } from '../page.js'
import type { Define } from '../run.js'

export const define: Define = (command, io) =>
  command.argument('<strategy>', 'a strategy').action((id: string) => {
    const guide = builtInGuide()
    const entry = guide.byStrategy.get(id)
    const known = [...guide.byStrategy.keys()]
    if (!entry) throw wrongUsage({ code: 'unknown-id', kind: 'strategy of the guide', id, suggestion: suggest(id, known), allowed: known })
    io.out(guideText(entry, guide, builtInMenus(), io))
  })

const ended = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`)

/** The guide to a strategy as text, wrapped to the terminal and to 100 columns at most. */
function guideText(entry: StrategyGuide, from: Guide, menus: Menus, io: Io): string {
  const page = new Page(io)
  const cited = new Map<string, number>()
  /** ` [1, 2]`, or ` (judgement)`. */
  const rests = ({ basis, sources }: { readonly basis: string; readonly sources: readonly string[] }): string => {
    if (basis === 'judgement') return ' (judgement)'
    const numbers = sources.map((id) => {
      if (!cited.has(id)) cited.set(id, cited.size + 1)
      return cited.get(id)
    })
    return ` [${numbers.join(', ')}]${basis === 'mixed' ? ' and judgement' : ''}`
  }
  const weeks = (span: { readonly from: number; readonly to: number } | undefined): string =>
    span === undefined
      ? ''
      : entry.weeksAre === 'schedule'
        ? ` Weeks ${span.from} to ${span.to}.`
        : ` Takes ${span.from === span.to ? span.to : `${span.from} to ${span.to}`} weeks.`
  const bullets = (items: readonly string[]): void => {
    for (const item of items) page.text(`· ${item}`, 0, 2)
  }

  // A link stays in one piece, however long.
  const link = (url: string | undefined, indent: number): void => {
    if (url !== undefined) page.line(`${' '.repeat(indent)}${url}`)
  }

  page.text(page.paint('bold', menus.strategies.get(entry.strategy)?.name ?? entry.strategy)).text(entry.inShort)
  if (entry.leadTime) page.blank().text(`From planning to the first service: ${entry.leadTime.text}${rests(entry.leadTime)}`)

  page
    .heading('Steps')
    .text(
      `${entry.weeksAre === 'schedule' ? 'Weeks count from the decision to go.' : 'Steps overlap: do not add up the weeks.'} All weeks are judgement.`,
    )
  entry.steps.forEach((step, index) => {
    page
      .text(`${index + 1}. ${step.step}${weeks(step.weeks)}`, 0, 3)
      .text(`Who: ${step.who}`, 3, 5)
      .text(`Why: ${step.why}${rests(step)}`, 3, 5)
  })

  page.heading('What changes from place to place')
  for (const venue of entry.venues) {
    const name = menus.venues.get(venue.venue)?.short ?? venue.venue
    page.text(
      `· ${name}${venue.detail === undefined ? '' : ` (${venue.detail})`}: ${venue.change}${weeks(venue.weeks)}${rests(venue)}`,
      0,
      2,
    )
  }
  for (const [title, items] of [
    ['Partners (judgement)', entry.partners],
    ['Staff (judgement)', entry.staff],
    ['Supplies (judgement)', entry.supplies],
  ] as const) {
    page.heading(title)
    page.text(`${items.join('; ')}.`)
  }
  if (entry.dataToLog !== undefined) page.blank().text(`To write down: ${entry.dataToLog} (judgement)`)

  page.heading('Costs')
  bullets(entry.costs.map((line) => `${line.cost}${line.amount === undefined ? '' : `: ${line.amount}`}${rests(line)}`))
  if (entry.costNote !== undefined) page.text(entry.costNote)
  page.heading('Measures')
  bullets(
    entry.measures.map(
      (line) =>
        `${line.measure}${line.studyDefinition ? ", the study's own measure" : ''}: ${line.numerator}${/^none\b/.test(line.denominator) ? '' : `, out of ${line.denominator}`} (${line.unit}). Data: ${line.dataFrom}, ${line.howOften}.${rests(line)}`,
    ),
  )
  page.heading('How it lasts')
  bullets(entry.sustain.map((line) => `${line.how}${rests(line)}`))
  page.heading('What goes wrong')
  bullets(entry.pitfalls.map((line) => `${line.pitfall} Instead: ${line.instead}${rests(line)}`))
  page.heading('Who is missed, or harmed')
  bullets(entry.equity.map((line) => `${line.missed}: ${line.how}${rests(line)}`))
  page.heading('Guides and tools')
  for (const { title, publisher, year, whatFor, url } of entry.resources) {
    page.text(`· ${ended(title)} ${publisher}${year === undefined ? '' : `, ${year}`}. ${whatFor}.`, 0, 2)
    link(url, 2)
  }

  if (cited.size > 0) page.heading('Sources')
  for (const [id, number] of cited) {
    const { title, publisher, year, url } = from.sources.get(id)!
    page.text(`${number}. ${ended(title)} ${publisher}${year === undefined ? '' : `, ${year}`}.`, 0, 3)
    link(url, 3)
  }
  page.heading('Check again before acting')
  page.text(`The guide knows the law this far: ${from.data.sources.lawCheckedTo}.`)
  bullets(from.data.sources.recheck.map(({ what, when }) => `${what}: ${when}`))
  return page.toString()
}
