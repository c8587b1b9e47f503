import type { Otherwise, RankedOption, Recommendation } from '../../decide/decision.js'
import type { Estimate } from '../../numbers.js'
import type { Ids } from '../../profile/schema.js'
import { quadrantNames, requirementBases } from '../../words/fixed.js'
import { count, grouped, listed, points } from '../../words/numbers.js'
import { plainText, shorten } from '../../words/plain-text.js'
import type { Cited } from '../citations.js'
import { placeOf, type Sources } from './option.js'

/** A chosen option, short. */
export interface ChosenView {
  readonly id: string
  readonly number: number
  readonly rank: number
  readonly strategy: string
  readonly section: string
  readonly place: string
  /** The first sentence of the guide. */
  readonly inShort: string | null
  readonly populations: string
  readonly priority: Estimate
  readonly quadrant: string
  readonly unsettled: boolean
  /** The questions to settle before it is started. */
  readonly confirm: readonly string[]
  readonly otherwise: string
}

export interface RequirementView {
  readonly label: string
  readonly met: boolean
  readonly basis: string
  /** Numbers of the chosen options that meet it. */
  readonly metBy: readonly number[]
  /** Why it is not met, or what there is to add. */
  readonly reason: string
}

export interface PlanView {
  readonly summary: string
  readonly complete: boolean
  readonly chosen: readonly ChosenView[]
  readonly requirements: readonly RequirementView[]
  readonly warnings: readonly Cited[]
  readonly notes: readonly string[]
}

export function viewPlan({ plan, ranking }: Recommendation<Ids>, sources: Sources): PlanView {
  const { names, citations, guide } = sources
  const byId = new Map(ranking.map((option) => [option.id, option]))
  const numbers = new Map(plan.selections.map(({ id }, index) => [id, index + 1]))
  const met = plan.requirements.filter((requirement) => requirement.met).length
  return {
    summary: `${count(plan.selections.length, 'option')}, chosen from ${grouped(ranking.length)}. ${
      plan.complete
        ? `Together they meet all ${plan.requirements.length} requirements.`
        : `They meet ${met} of ${plan.requirements.length} requirements: this plan is not complete.`
    }`,
    complete: plan.complete,
    chosen: plan.selections.map((selection, index): ChosenView => {
      const option = byId.get(selection.id)
      const inShort = guide?.byStrategy.get(selection.strategy)?.inShort
      return {
        id: selection.id,
        number: index + 1,
        rank: option?.rank ?? 0,
        strategy: names.strategy(selection.strategy),
        section: names.section(selection.section),
        place: placeOf(selection, names),
        inShort: inShort === undefined ? null : firstSentence(inShort),
        populations: listed((option?.populations ?? []).map(names.population)),
        priority: selection.priority,
        quadrant: option ? quadrantNames[option.quadrant] : '',
        unsettled: option?.unsettled ?? false,
        confirm: [...new Set((option?.confirmFirst ?? []).flatMap(({ facts }) => facts))].map(names.question),
        otherwise: describeOtherwise(selection.otherwise, selection.strategy, byId, sources),
      }
    }),
    requirements: plan.requirements.map(({ label, met: isMet, basis, metBy, reason }) => ({
      label: shorten(names.inWords(label), 300),
      met: isMet,
      basis: requirementBases[basis],
      metBy: metBy.flatMap((id) => numbers.get(id) ?? []),
      // 'met' and 'by' say it already; what the result adds to that stays.
      reason: names.inWords(isMet ? reason.replace(/^Met: [^.]*\.\s*/, '') : reason),
    })),
    warnings: plan.warnings.map((warning) => citations.cited(names.inWords(warning))),
    notes: plan.notes.map(names.inWords),
  }
}

const firstSentence = (text: string): string => /^.*?[.!?](?= [A-Z]|$)/.exec(text)?.[0] ?? text

function describeOtherwise(
  otherwise: Otherwise | null,
  strategy: string,
  byId: ReadonlyMap<string, RankedOption<Ids>>,
  { names }: Sources,
): string {
  if (otherwise === null) return 'Nothing else can take its place: without it the requirements cannot all be met.'
  const { changes, cost } = otherwise
  const costs = points(cost) === '0' ? 'at almost no cost in priority' : `at a cost of ${count(Math.round(cost), 'priority point')}`
  const nameOf = (id: string): string => {
    const option = byId.get(id)
    return option
      ? `${option.strategy === strategy ? 'the same' : names.strategy(option.strategy)} in ${names.venue(option.venue)}`
      : plainText(id)
  }
  if (!changes) return `${capital(nameOf(otherwise.id))}, ${costs}.`
  const leaving = changes.out.slice(1)
  return `${capital(listed(changes.in.map(nameOf)))} would come in${leaving.length > 0 ? `, and ${listed(leaving.map(nameOf))} would leave too` : ''}, ${costs}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
