import { assess } from './decide/assess.js'
import { findDataGaps } from './decide/data-gaps.js'
import { decidePlan } from './decide/decide-plan.js'
import type { Decision } from './decide/decision.js'
import { statesOf } from './decide/gates.js'
import { decisionNotes } from './decide/notes.js'
import { menusOf, type RecommendOptions } from './decide/options.js'
import { rankedOptions } from './decide/rank.js'
import { planRequirements } from './decide/requirements.js'
import type { MenuHandle } from './menus/handle.js'
import { knownFacts } from './profile/facts.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import type { BuiltInIds } from './vocabulary.js'
import { englishSentences } from './words/english-sentences.js'
import type { Sentences } from './words/language.js'
import { planInWords, type Recommendation } from './words/plan.js'

/**
 * Decides for a community which strategies matter most, and chooses a plan: profile → facts → gaps → verdicts → scores → ranking → plan.
 * @param profile a community profile; what is missing in it stays not known and widens the estimates
 * @param options another menu set, size, weights, pins and vetoes
 * @returns numbers, ids and states, without a sentence; `recommend` adds the words of the plan, `explain` says everything about one option
 * @throws ProfileError with every problem, when the profile or the options cannot be used
 */
export function decide(profile: CommunityProfile, options?: RecommendOptions & { readonly menus?: undefined }): Decision
export function decide(profile: CommunityProfile<Ids>, options: RecommendOptions<Ids> & { readonly menus: MenuHandle }): Decision<Ids>
export function decide(input: unknown, options: RecommendOptions<Ids> = {}): Decision<Ids> {
  const assessment = assess(input, options)
  const { profile, settled, facts, gaps, verdicts, ranking, excluded } = assessment
  const { menus, weights, include } = settled
  const { plan, chosen } = decidePlan(assessment, planRequirements(profile, include, menus))
  return {
    schemaVersion: 2,
    menus: { id: menus.id, version: menus.version },
    community: {
      name: profile.name,
      state: profile.state ?? null,
      population: profile.population ?? null,
      asOf: profile.asOf ?? null,
      priorityPopulations: profile.priorityPopulations ?? [],
      specialPopulations: profile.specialPopulations ?? [],
    },
    weights,
    facts: knownFacts(facts, menus),
    gates: statesOf(menus.gates, verdicts.gates, facts.values),
    rules: statesOf(menus.rules, verdicts.rules, facts.values),
    gaps,
    dataGaps: findDataGaps({ ranking, planned: chosen, upgrades: plan.upgrades, gaps, facts, verdicts, weights }, menus),
    ranking: rankedOptions(ranking, verdicts),
    excluded: excluded.map(({ option, passage }) => ({ id: option.id, by: passage.excludedBy.map(({ id }) => id) })),
    plan,
    notes: decisionNotes(assessment, menus),
  }
}

/**
 * Recommends strategies for a community: `decide`, plus the words of the plan (reasons, warnings, what to confirm first, sources of each
 * chosen option; the texts of requirements, warnings and notes), because a plan without its reasons is not a recommendation.
 * @param options those of `decide`, and the language to speak (English unless said otherwise)
 * @throws ProfileError with every problem, when the profile or the options cannot be used
 */
export function recommend(profile: CommunityProfile, options?: SpokenOptions & { readonly menus?: undefined }): Recommendation
export function recommend(profile: CommunityProfile<Ids>, options: SpokenOptions<Ids> & { readonly menus: MenuHandle }): Recommendation<Ids>
export function recommend(input: unknown, options: SpokenOptions<Ids> = {}): Recommendation<Ids> {
  // Refuses options that are not a group of keys, before they are taken apart.
  const menus = menusOf(options)
  const { language = englishSentences, ...others } = options
  return planInWords(decide(input as CommunityProfile<Ids>, { ...others, menus }), menus, language)
}

/** The options of `recommend`: those of `decide`, and the language to speak. */
export type SpokenOptions<I extends Ids = BuiltInIds> = RecommendOptions<I> & { readonly language?: Sentences }
