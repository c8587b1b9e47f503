import { assessGaps } from './gaps/assess.js'
import { type Issue, ProfileError } from './issues.js'
import type { Menus, Option } from './menus/compile.js'
import { builtInMenus } from './menus/built-in.js'
import { type RecommendOptions, type Settled, settleOptions } from './options.js'
import { collectFacts, type Facts } from './profile/facts.js'
import { safeParseProfile } from './profile/parse.js'
import type { CommunityProfile, Ids } from './profile/schema.js'
import { rankOptions } from './ranking/rank.js'
import type { ServiceGap } from './result.js'
import { evaluateRules, type Passage, type Verdicts } from './rules/evaluate.js'
import { type ScoredOption, scoreOptions } from './scoring/score.js'

/** Everything that is worked out for a community before a plan is chosen. */
export interface Assessment {
  readonly profile: CommunityProfile<Ids>
  readonly warnings: readonly Issue[]
  readonly settled: Settled
  readonly facts: Facts
  readonly gaps: readonly ServiceGap<Ids>[]
  readonly verdicts: Verdicts
  /** In the order of the ranking. */
  readonly ranking: readonly ScoredOption[]
  readonly excluded: readonly { readonly option: Option; readonly passage: Passage }[]
}

/**
 * The stages that a recommendation and the check of a plan share: profile → facts → gaps → rules → scores → ranking.
 * @throws ProfileError with every problem, when the profile or the options cannot be used
 */
export function assess(input: unknown, options: RecommendOptions<Ids>): Assessment {
  const menus = options.menus ?? builtInMenus()
  const parsed = safeParseProfile(input, menus)
  if (!parsed.success) throw new ProfileError(parsed.issues)
  const { profile, warnings } = parsed
  const settled = settleOptions(options, menus)
  const facts = collectFacts(profile, menus)
  const gaps = assessGaps(profile, menus, facts)
  const verdicts = evaluateRules(facts.values, menus)
  const { scored, excluded } = scoreOptions({ profile, gaps, verdicts, weights: settled.weights }, menus)
  return { profile, warnings, settled, facts, gaps, verdicts, ranking: rankOptions(scored), excluded }
}
