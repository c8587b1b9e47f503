import { findDataGaps } from './explain/data-gaps.js'
import { resultNotes } from './explain/notes.js'
import { narrator } from './explain/reasons.js'
import { assessGaps } from './gaps/assess.js'
import { ProfileError } from './issues.js'
import { builtInMenus } from './menus/built-in.js'
import type { Menus } from './menus/compile.js'
import { type RecommendOptions, settleOptions } from './options.js'
import { choosePlan } from './plan/plan.js'
import { planRequirements } from './plan/requirements.js'
import { presentPlan, presentOption } from './present.js'
import { collectFacts } from './profile/facts.js'
import { safeParseProfile } from './profile/parse.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import { rankOptions } from './ranking/rank.js'
import type { Recommendation } from './result.js'
import { describeExclusion, evaluateRules } from './rules/evaluate.js'
import { scoreOptions } from './scoring/score.js'

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
  const menus = options.menus ?? builtInMenus()
  const parsed = safeParseProfile(input, menus)
  if (!parsed.success) throw new ProfileError(parsed.issues)
  const { profile } = parsed
  const { size, weights, include, exclude, maxPerStrategy } = settleOptions(options, menus)

  const facts = collectFacts(profile, menus)
  const gaps = assessGaps(profile, menus, facts)
  const verdicts = evaluateRules(facts.values, menus)
  const { scored, excluded } = scoreOptions({ profile, gaps, verdicts, weights }, menus)
  const ranking = rankOptions(scored)
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
    notes: resultNotes(profile, parsed.warnings, scored, excluded, menus),
  }
}
