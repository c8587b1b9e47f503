import type { RankedOption, Recommendation, Selection } from '../decide/decision.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { factLabel } from '../words/condition-sentence.js'
import type { Io } from './io.js'
import { bar, brief, fitTo, oneLine, Page } from './page.js'

const quadrantWords = {
  'do-now': 'do now',
  'build-toward': 'build toward',
  'easy-but-small': 'easy but small',
  'not-now': 'not now',
} as const

/** A name that fits into running text: the published name up to its first bracket, and not longer than a line. */
const strategyName = (id: string, menus: Menus): string => menus.strategies.get(id)?.name ?? id
const placeName = (venue: string, sector: string, menus: Menus): string =>
  `${menus.venues.get(venue)?.short ?? venue} (${menus.data.settings.sectors.find(({ id }) => id === sector)?.name ?? sector})`

/** The text view for a coalition: the plan first, then the gaps, the ranking's top, what is not known, what was left out. */
export function resultText(result: Recommendation<Ids>, menus: Menus, io: Io): string {
  const page = new Page(io)
  const byId = new Map(result.ranking.map((option) => [option.id, option]))
  const { community, plan } = result
  const about = [
    community.state !== null && !community.name.includes(community.state) ? community.state : null,
    community.population === null ? null : `${community.population} people`,
    community.asOf === null ? null : `as of ${community.asOf}`,
  ].filter((part) => part !== null)
  page.text(page.paint('bold', `${oneLine(community.name)}${about.length > 0 ? ` · ${about.join(' · ')}` : ''}`))
  page.text(
    `Strategies from the menus '${result.menus.id}' ${result.menus.version}. Priority runs from 0 to 100: is it needed here, does it work, can we do it. (a-b) is what is possible as long as something is not known.`,
  )

  const met = plan.requirements.filter((requirement) => requirement.met).length
  page.heading(
    `THE PLAN: ${plan.size} strategies, ${plan.complete ? `all ${plan.requirements.length} requirements met` : `NOT COMPLETE: ${met} of ${plan.requirements.length} requirements met`}`,
  )
  for (const [index, selection] of plan.selections.entries())
    presentSelection(page, selection, byId.get(selection.id)!, index + 1, byId, menus)
  for (const note of plan.notes) page.blank().text(`! ${note}`, 0, 2)

  page.heading('Requirements')
  for (const requirement of plan.requirements) {
    page.text(
      `${requirement.met ? '✓' : page.paint('red', '✗')} ${requirement.label}${requirement.met && !requirement.reason.includes('Not named') ? '' : `. ${requirement.reason}`}`,
      0,
      2,
    )
  }

  if (plan.warnings.length > 0) {
    page.heading('Warnings on the plan')
    for (const warning of plan.warnings) page.text(`! ${warning}`, 0, 2)
  }

  page.heading('Service gaps, 0 met to 1 worst (█ at least, ▓ best guess, ░ at most)')
  for (const gap of result.gaps) {
    const basis = gap.basis === 'measured' ? `measured ${Math.round(gap.measuredShare * 100)} %` : gap.basis
    page.line(`${bar(gap.severity, 20)}  ${fitTo(brief(gap.severity, 2), 17)} ${fitTo(basis, 15)} ${fitTo(gap.name, page.width - 56)}`)
  }

  const shown = Math.min(15, result.ranking.length)
  page.heading(`Ranking: the first ${shown} of ${result.ranking.length} (* in the plan, ? to confirm first)`)
  const chosen = new Set(plan.selections.map(({ id }) => id))
  for (const option of result.ranking.slice(0, shown)) {
    const marks = `${chosen.has(option.id) ? '*' : ' '}${option.confirmFirst.length > 0 ? '?' : ' '}`
    page.line(
      `${String(option.rank).padStart(3)} ${marks} ${fitTo(brief(option.priority, 0), 12)} ${fitTo(quadrantWords[option.quadrant] + (option.unsettled ? '~' : ''), 15)} ${fitTo(option.id, page.width - 36)}`,
    )
  }
  page.text('~ unsettled: what is not known could move it to another quadrant.', 4)

  if (result.dataGaps.length > 0) {
    const most = 12
    page.heading(`Not known: find these out first (the first ${Math.min(most, result.dataGaps.length)} of ${result.dataGaps.length})`)
    for (const { fact, text, swing, why } of result.dataGaps.slice(0, most)) {
      page.text(
        `· ${text.split('? ')[0]}?${why === 'suppressed' ? ' (withheld)' : ''} [${fact}${swing > 0 ? `, moves a priority by up to ${swing.toFixed(0)}` : ''}]`,
        0,
        2,
      )
    }
  }

  if (result.excluded.length > 0) {
    page.heading(`Left out: ${result.excluded.length} options`)
    const byRule = new Map<string, { reason: string; ids: string[] }>()
    for (const { rule, reason, id } of result.excluded) byRule.set(rule, { reason, ids: [...(byRule.get(rule)?.ids ?? []), id] })
    for (const [rule, { reason, ids }] of byRule) page.text(`· ${reason} [${rule}: ${ids.length}]`, 0, 2)
  }

  page.heading('What to know of these numbers')
  for (const note of result.notes) page.text(`· ${note}`, 0, 2)
  page.blank().text(`Why is an option where it is? orcca explain <file> <strategy>. Everything in full: --format json.`)
  return page.toString()
}

function presentSelection(
  page: Page,
  selection: Selection<Ids>,
  option: RankedOption<Ids>,
  number: number,
  byId: ReadonlyMap<string, RankedOption<Ids>>,
  menus: Menus,
): void {
  const gap = menus.gaps.find(({ gap: { id } }) => id === option.factors.gap)?.gap.name
  page
    .blank()
    .text(`${number}. ${page.paint('bold', strategyName(selection.strategy, menus))}`, 0, 3)
    .text(
      `at ${placeName(selection.venue, selection.sector, menus)} · priority ${brief(option.priority, 0)} · ${quadrantWords[option.quadrant]}${option.unsettled ? ', unsettled' : ''} · evidence ${option.certainty}`,
      3,
      2,
    )
    .text(`for: ${gap} (need ${brief(option.factors.need, 2)})`, 3, 5)
  const facts = [...new Set(option.confirmFirst.flatMap((confirmation) => confirmation.facts))]
  if (facts.length > 0)
    page.text(`${page.paint('yellow', 'confirm first:')} ${facts.map((fact) => factLabel(String(fact), menus)).join('; ')}`, 3, 2)
  const { otherwise } = selection
  if (otherwise === null) page.text('otherwise: nothing can take its place', 3, 2)
  else {
    const instead = byId.get(otherwise.id)!
    const same = instead.strategy === selection.strategy ? 'the same' : strategyName(instead.strategy, menus)
    const also = otherwise.changes ? ` (and ${otherwise.changes.in.length + otherwise.changes.out.length - 2} further changes)` : ''
    page.text(
      `otherwise: ${same} at ${placeName(instead.venue, instead.sector, menus)}${also}, ${otherwise.cost.toFixed(1)} points less`,
      3,
      2,
    )
  }
}
