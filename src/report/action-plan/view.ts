import type { Recommendation } from '../../decide/decision.js'
import { type Guide, venueNotes } from '../../guide/guide.js'
import type { StrategyGuide } from '../../guide/schema.js'
import type { Menus } from '../../menus/compile.js'
import type { Ids } from '../../profile/schema.js'
import { quadrantNames } from '../../words/fixed.js'
import { type Names, namesOf } from '../../words/names.js'
import { grouped, listed, withRange } from '../../words/numbers.js'
import { plainText, shorten } from '../../words/plain-text.js'

/** A line from the guide, with the numbers of the documents it rests on; none: judgement. */
export interface GuideLine {
  readonly text: string
  readonly sources: readonly number[]
}

/** Who does what, by when and where. */
export interface Action {
  /** A1, A2 and so on. */
  readonly id: string
  readonly what: string
  readonly who: string
  readonly byWhen: string
  readonly where: string
  readonly sources: readonly number[]
}

/** One selected strategy in the form of the study's Phase 4 worksheet. */
export interface Sheet {
  readonly number: number
  readonly category: string
  /** The coalition's goal that it serves; null where none was stated. */
  readonly goal: string | null
  readonly strategy: string
  readonly place: string
  readonly inShort: string | null
  readonly populations: string
  readonly sectors: readonly { readonly name: string; readonly ticked: boolean }[]
  readonly sustainability: readonly GuideLine[]
  readonly feasibility: string
  readonly impact: string
  readonly quadrant: string
  readonly confirm: readonly string[]
  readonly actions: readonly Action[]
  readonly partners: readonly string[]
  readonly staff: readonly string[]
  readonly supplies: readonly string[]
  readonly resources: readonly {
    readonly title: string
    readonly publisher: string
    readonly whatFor: string
    readonly link: string | null
  }[]
  readonly measures: readonly {
    readonly name: string
    readonly definition: string
    readonly dataFrom: string
    readonly howOften: string
    readonly ofTheStudy: boolean
    readonly sources: readonly number[]
  }[]
}

export interface Objective {
  readonly number: number
  readonly title: string
  readonly sheets: readonly Sheet[]
}

export interface ActionPlanView {
  readonly name: string
  readonly about: readonly string[]
  readonly madeWith: string
  readonly objectives: readonly Objective[]
  readonly sources: readonly { readonly number: number; readonly text: string; readonly link: string | null }[]
  /** How far the guide knows the law, and what to check again. */
  readonly recheck: readonly string[]
}

/** How many blank lines a sheet has where there is no guide. */
const blankActions = 4

/** @param plan options (`strategy@sector@venue`) in place of those of the result's plan */
export function viewActionPlan(result: Recommendation<Ids>, plan: readonly string[], menus: Menus, guide: Guide | null): ActionPlanView {
  const names = namesOf(menus)
  const cited = new Map<string, number>()
  const number = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => {
      if (!guide?.sources.has(id)) return []
      if (!cited.has(id)) cited.set(id, cited.size + 1)
      return [cited.get(id)!]
    })
  const sheets = plan.map((id, index) => viewSheet(id, index + 1, result, { names, menus, guide, number }))
  const { community } = result
  return {
    name: shorten(plainText(community.name), 120),
    about: [
      community.population === null ? '' : `${grouped(community.population)} residents`,
      community.asOf === null ? '' : `as of ${community.asOf}`,
    ].filter((part) => part !== ''),
    madeWith: `menus ${plainText(result.menus.id)} ${plainText(result.menus.version)}`,
    objectives: menus.data.menus
      .map(({ id, code, name }) => ({
        number: code,
        title: plainText(name),
        sheets: sheets.filter(({ menu }) => menu === id).map(({ sheet }) => sheet),
      }))
      .filter((objective) => objective.sheets.length > 0),
    sources: [...cited].map(([id, at]) => {
      const { title, publisher, year, url } = guide!.sources.get(id)!
      return {
        number: at,
        text: `${plainText(title)}. ${plainText(publisher)}${year === undefined ? '' : `, ${year}`}.`,
        link: url?.startsWith('https://') ? url : null,
      }
    }),
    recheck: guide
      ? [
          `The guide knows the law this far: ${guide.data.sources.lawCheckedTo}.`,
          ...guide.data.sources.recheck.map(({ what, when }) =>
            `${what}: check again ${/^\d/.test(when) ? 'by' : ''} ${when}.`.replace('  ', ' '),
          ),
        ]
      : [],
  }
}

interface Around {
  readonly names: Names
  readonly menus: Menus
  readonly guide: Guide | null
  readonly number: (sources: readonly string[]) => readonly number[]
}

function viewSheet(
  id: string,
  at: number,
  { ranking, plan }: Recommendation<Ids>,
  { names, menus, guide, number }: Around,
): { readonly menu: string | undefined; readonly sheet: Sheet } {
  const [strategy = '', sector = '', venue = ''] = id.split('@')
  const option = ranking.find((each) => each.id === id)
  const entry = guide?.byStrategy.get(strategy)
  const goals = plan.requirements
    .filter(({ id: requirement, metBy }) => requirement.startsWith('goal-') && metBy.includes(id))
    .map(({ label }) => shorten(plainText(label.replace(/^Goal: /, '')), 300))
  const lines = (list: readonly { readonly sources: readonly string[] }[], text: (index: number) => string): GuideLine[] =>
    list.map(({ sources }, index) => ({ text: text(index), sources: number(sources) }))
  const section = menus.strategies.get(strategy)?.section
  return {
    menu: menus.menuOf.get(strategy),
    sheet: {
      number: at,
      category: section === undefined ? '' : names.section(section),
      goal: goals.length === 0 ? null : goals.join('; '),
      strategy: names.strategy(strategy),
      place: names.venue(venue),
      inShort: entry?.inShort ?? null,
      populations: listed((option?.populations ?? []).map(names.population)),
      sectors: menus.data.settings.sectors.map((each) => ({ name: names.sector(each.id), ticked: each.id === sector })),
      sustainability: entry ? lines(entry.sustain, (index) => entry.sustain[index]!.how) : [],
      feasibility: option ? withRange(option.feasibility) : 'not scored',
      impact: option ? withRange(option.impact) : 'not scored',
      quadrant: option ? `${quadrantNames[option.quadrant]}${option.unsettled ? ', not settled' : ''}` : '',
      confirm: [...new Set((option?.confirmFirst ?? []).flatMap(({ facts }) => facts))].map(names.question),
      actions: entry
        ? actionsOf(entry, sector, venue, names, number)
        : Array.from({ length: blankActions }, (_, index) => ({
            id: `A${index + 1}`,
            what: '',
            who: '',
            byWhen: '',
            where: '',
            sources: [],
          })),
      partners: entry?.partners ?? [],
      staff: entry?.staff ?? [],
      supplies: entry?.supplies ?? [],
      resources: (entry?.resources ?? []).map(({ title, publisher, whatFor, url }) => ({
        title,
        publisher,
        whatFor,
        link: url?.startsWith('https://') ? url : null,
      })),
      measures: (entry?.measures ?? []).map(({ measure, numerator, denominator, dataFrom, howOften, studyDefinition, sources }) => ({
        name: measure,
        definition: /^none\b/.test(denominator) ? numerator : `${numerator}, out of ${denominator}`,
        dataFrom,
        howOften,
        ofTheStudy: studyDefinition === true,
        sources: number(sources),
      })),
    },
  }
}

/** The guide's steps; what the chosen venue changes comes first, as an action of its own. */
function actionsOf(entry: StrategyGuide, sector: string, venue: string, names: Names, number: Around['number']): Action[] {
  const place = names.venue(venue)
  const weeks = (span: { readonly from: number; readonly to: number } | undefined): string => {
    if (!span) return ''
    const { from, to } = span
    return entry.weeksAre === 'schedule'
      ? `week ${from} to week ${to} after the decision`
      : from === to
        ? `takes ${from} weeks`
        : `takes ${from} to ${to} weeks`
  }
  const here = venueNotes(entry, sector, venue).map(({ change, detail, weeks: span, sources }) => ({
    what: `In ${detail ?? place}: ${change}`,
    who: '',
    byWhen: weeks(span),
    where: place,
    sources: number(sources),
  }))
  const steps = entry.steps.map(({ step, who, weeks: span, sources }) => ({
    what: step,
    who,
    byWhen: weeks(span),
    where: place,
    sources: number(sources),
  }))
  return [...here, ...steps].map((action, index) => ({ id: `A${index + 1}`, ...action }))
}
