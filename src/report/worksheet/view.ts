import type { RankedOption } from '../../decide/decision.js'
import { venueNotes } from '../../guide/guide.js'
import type { StrategyGuide } from '../../guide/schema.js'
import type { Ids } from '../../profile/schema.js'
import type { Text } from '../blocks.js'
import { type Numbering, numberSources } from '../references.js'
import { questionsOf, type Speaking } from '../speaking.js'

/** The worksheet before it is a page or a table: the selected strategies by objective, and the sources that they cite. */
export interface Worksheet {
  readonly objectives: readonly { readonly code: number; readonly title: string; readonly sheets: readonly Sheet[] }[]
  readonly sources: Numbering
}

/** One selected strategy in the form of the study's Phase 4 worksheet. */
export interface Sheet {
  readonly number: number
  readonly category: string
  /** The coalition's goals that it serves. */
  readonly goals: readonly string[]
  readonly strategy: string
  readonly place: string
  readonly populations: string
  readonly sectors: readonly { readonly name: string; readonly ticked: boolean }[]
  /** Null for a combination that the menus do not list: it has no score. */
  readonly option: RankedOption<Ids> | null
  readonly confirm: readonly Text[]
  readonly actions: readonly Action[]
  /** What the guide says of the strategy; null: there is no guide. */
  readonly entry: StrategyGuide | null
}

/** Who does what, by when and where. */
export interface Action {
  /** A1, A2 and so on. */
  readonly id: string
  readonly what: string
  readonly who: string
  readonly byWhen: string
  readonly where: string
  readonly sources: readonly string[]
}

/** How many blank lines a sheet has where there is no guide. */
const blankActions = 4

export function viewWorksheet(plan: readonly string[], speaking: Speaking): Worksheet {
  const { menus, names, guide } = speaking
  const sheets = plan.map((id, index) => ({ menu: menus.menuOf.get(id.split('@')[0]!), sheet: viewSheet(id, index + 1, speaking) }))
  const objectives = menus.data.menus.map(({ id, code }) => ({
    code,
    title: names.menu(id),
    sheets: sheets.filter(({ menu }) => menu === id).map(({ sheet }) => sheet),
  }))
  return { objectives: objectives.filter((objective) => objective.sheets.length > 0), sources: numberSources(guide) }
}

function viewSheet(id: string, number: number, speaking: Speaking): Sheet {
  const { decision, menus, names, guide, words, byId } = speaking
  const [strategy = '', sector = '', venue = ''] = id.split('@')
  const option = byId.get(id) ?? null
  const entry = guide?.byStrategy.get(strategy) ?? null
  const served = decision.plan.requirements.flatMap((requirement) =>
    requirement.kind === 'goal' && requirement.metBy.includes(id) ? [requirement] : [],
  )
  const blank = { what: '', who: '', byWhen: '', where: '', sources: [] }
  const actions = entry ? actionsOf(entry, sector, venue, speaking) : Array.from({ length: blankActions }, () => blank)
  return {
    number,
    category: names.section(menus.strategies.get(strategy)?.section ?? ''),
    goals: served.flatMap(({ statements, gap }) => (statements.length > 0 ? statements : [names.gap(gap)])),
    strategy: names.strategy(strategy),
    place: names.venue(venue),
    populations: words.listed((option?.populations ?? []).map(names.population)),
    sectors: menus.data.settings.sectors.map((each) => ({ name: names.sector(each.id), ticked: each.id === sector })),
    option,
    confirm: option ? questionsOf(option, speaking) : [],
    actions: actions.map((action, index) => ({ id: `A${index + 1}`, ...action })),
    entry,
  }
}

/** The guide's steps; what the chosen venue changes comes first, as an action of its own. */
function actionsOf(entry: StrategyGuide, sector: string, venue: string, { names, words }: Speaking): Omit<Action, 'id'>[] {
  const place = names.venue(venue)
  const { worksheet } = words
  const byWhen = (span: { readonly from: number; readonly to: number } | undefined): string => {
    if (!span) return ''
    return entry.weeksAre === 'schedule' ? worksheet.afterDecision(span.from, span.to) : worksheet.takes(span)
  }
  const here = venueNotes(entry, sector, venue).map(({ change, detail, weeks, sources }) => ({
    what: worksheet.in(detail ?? place, change),
    who: '',
    byWhen: byWhen(weeks),
    where: place,
    sources,
  }))
  return [
    ...here,
    ...entry.steps.map(({ step, who, weeks, sources }) => ({ what: step, who, byWhen: byWhen(weeks), where: place, sources })),
  ]
}
