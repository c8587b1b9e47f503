import { assess } from './decide/assess.js'
import { findDataGaps } from './decide/data-gaps.js'
import type { Recommendation } from './decide/decision.js'
import { describeExclusion } from './decide/gates.js'
import type { RecommendOptions } from './decide/options.js'
import { choosePlan } from './decide/plan.js'
import { presentOption, presentPlan } from './decide/present.js'
import { planRequirements } from './decide/requirements.js'
import type { Menus } from './menus/compile.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import { resultNotes } from './words/notes.js'
import { narrator } from './words/reasons.js'

/**
 * From a community profile to ranked, explained strategies and a plan of at least five: profile → gaps → rules → scores → ranking → plan.
 * @param profile a community profile; what is missing in it stays not known and widens the estimates
 * @param options another menu set, size, weights, pins and vetoes
 * @returns the ranking, the plan with its requirements ledger, what is excluded and why, and what is not known
 * @throws ProfileError with every problem, when the profile or the options cannot be used
 */
export function recommend(profile: CommunityProfile, options?: RecommendOptions & { readonly menus?: undefined }): Recommendation
export function recommend(profile: CommunityProfile<Ids>, options: RecommendOptions<Ids> & { readonly menus: Menus }): Recommendation<Ids>
export function recommend(input: unknown, options: RecommendOptions<Ids> = {}): Recommendation<Ids> {
  const { profile, warnings, settled, facts, gaps, verdicts, ranking, excluded } = assess(input, options)
  const { menus, size, weights, include, exclude, maxPerStrategy } = settled
  const requirements = planRequirements(profile, include, menus)
  const chosen = choosePlan({ ranking, requirements, size, maxPerStrategy, exclude })

  const words = narrator({ profile, facts, verdicts, gaps, weights }, menus)
  const ranked = ranking.map((option, index) => presentOption(option, index + 1, weights, words(option)))
  return {
    schemaVersion: 1,
    menus: { id: menus.id, version: menus.version },
    community: {
      name: profile.name,
      state: profile.state ?? null,
      population: profile.population ?? null,
      asOf: profile.asOf ?? null,
      priorityPopulations: profile.priorityPopulations ?? [],
      specialPopulations: profile.specialPopulations ?? [],
    },
    gaps,
    dataGaps: findDataGaps(ranking, chosen.chosen, gaps, facts, verdicts, weights, menus),
    ranking: ranked,
    excluded: excluded.map(({ option, passage }) => describeExclusion(option, passage.excludedBy)),
    plan: presentPlan({ chosen, ranking, ranked, requirements, excluded, include, exclude, size, maxPerStrategy, profile, facts }, menus),
    notes: resultNotes(profile, warnings, ranking, excluded, verdicts, menus),
  }
}
