import { assess } from './decide/assess.js'
import { type HandMadeSelection, readSelections, type SelectionNote } from './decide/hand-made.js'
import { ledger } from './decide/ledger.js'
import { menusOf, type RecommendOptions } from './decide/options.js'
import { bestPlan } from './decide/plan.js'
import { planWarnings } from './decide/plan-warnings.js'
import { planRequirements, selectionId } from './decide/requirements.js'
import type { ScoredOption } from './decide/score.js'
import type { CompiledGate, Menus } from './menus/compile.js'
import type { MenuHandle } from './menus/handle.js'
import type { Selectable } from './menus/selector.js'
import { round4 } from './numbers.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import type { BuiltInIds } from './vocabulary.js'
import type { CheckedPlan, CheckedSelection } from './words/checked.js'
import { englishSentences } from './words/english-sentences.js'
import { type Sentences, say } from './words/language.js'
import { namesOf } from './words/names.js'
import { spokenRequirements, spokenWarnings } from './words/plan.js'
import { plain } from './words/rich.js'

/** The options of `checkPlan`: those of `decide`, and the language to speak. */
export type CheckOptions<I extends Ids = BuiltInIds> = RecommendOptions<I> & { readonly language?: Sentences }

/**
 * Checks a plan made by hand against the requirements, and compares it with the best one.
 * @throws ProfileError with every problem, when the profile, an option or a selection cannot be used
 */
export function checkPlan(
  selections: readonly HandMadeSelection[],
  profile: CommunityProfile,
  options?: CheckOptions & { readonly menus?: undefined },
): CheckedPlan
export function checkPlan(
  selections: readonly HandMadeSelection<Ids>[],
  profile: CommunityProfile<Ids>,
  options: CheckOptions<Ids> & { readonly menus: MenuHandle },
): CheckedPlan<Ids>
export function checkPlan(selections: readonly HandMadeSelection<Ids>[], input: unknown, given: CheckOptions<Ids> = {}): CheckedPlan<Ids> {
  const { selectables, issues } = readSelections(selections, menusOf(given))
  const { language = englishSentences, ...options } = given
  const { profile, settled, facts, ranking, excluded } = assess(input, options, issues)
  const { menus, include, exclude, maxPerStrategy } = settled
  const names = namesOf(menus)

  const rankOf = new Map(ranking.map((scored, index) => [scored.option.id, { scored, rank: index + 1 }]))
  const gatesOf = new Map(excluded.map(({ option, passage }) => [option.id, passage.excludedBy]))
  const checked = selectables.map((selectable): CheckedSelection<Ids> => {
    const id = selectionId(selectable)
    const found = rankOf.get(id)
    const notes = selectionNotes(selectable, found?.scored, gatesOf.get(id), menus)
    return {
      id,
      strategy: selectable.strategy,
      sector: selectable.sector,
      venue: selectable.venue,
      priority: found?.scored.priority ?? null,
      rank: found?.rank ?? null,
      notes: notes.map((note) => ({ ...note, text: plain(say(language.selectionNote, note, names), names) })),
    }
  })
  const requirements = planRequirements(profile, include, menus)
  // What a gate excludes cannot be done: it meets nothing.
  const possible = selectables.filter((selectable) => !gatesOf.has(selectionId(selectable)))
  const gone = excluded.map(({ option, passage }) => ({ option, by: passage.excludedBy }))
  const rows = ledger(requirements, possible, { excluded: gone, vetoed: exclude, byHand: true }, menus)
  const best = bestPlan({ ranking, requirements, size: Math.max(1, selections.length), maxPerStrategy, exclude })
  const waiting = selectables.map((selectable) => {
    const confirm = rankOf.get(selectionId(selectable))?.scored.passage.confirm ?? []
    return { selectable, confirmFacts: confirm.flatMap((each) => each.facts.filter((fact) => !facts.values.has(fact))) }
  })
  return {
    selections: checked,
    requirements: spokenRequirements(rows, names, language),
    complete: rows.every(({ met }) => met),
    total: round4(checked.reduce((total, { id }) => total + (rankOf.get(id)?.scored.expected ?? 0), 0)),
    best: { total: best.total, proven: best.proven, selections: best.chosen.map(({ option }) => option.id) },
    warnings: spokenWarnings(planWarnings(waiting, profile, facts.values, menus), names, language),
  }
}

function selectionNotes(
  { sector, venue }: Selectable,
  scored: ScoredOption | undefined,
  gates: readonly CompiledGate[] | undefined,
  menus: Menus,
): SelectionNote[] {
  const notes: SelectionNote[] = []
  const { sector: coded, otherSectors } = menus.venues.get(venue)!
  if (gates) notes.push({ code: 'excluded', gates: gates.map(({ id }) => id) })
  else if (!scored) notes.push({ code: 'unlisted' })
  if (coded !== sector && !otherSectors.includes(sector)) notes.push({ code: 'other-sector', sector: coded })
  for (const { gate, facts } of scored?.passage.confirm ?? []) notes.push({ code: 'confirm', gate: gate.id, facts })
  return notes
}
