import { type Issue, ProfileError } from '../issues/issue.js'
import type { Option } from '../menus/compile.js'
import { collectFacts, type Facts } from '../profile/facts.js'
import { safeParseProfile } from '../profile/parse.js'
import type { CommunityProfile, Ids } from '../profile/schema.js'
import type { ServiceGap } from './decision.js'
import { assessGaps } from './gaps.js'
import { evaluateRules, type Passage, type Verdicts } from './gates.js'
import { menusOf, type RecommendOptions, type Settled, settleOptions } from './options.js'
import { rankOptions } from './rank.js'
import { type ScoredOption, scoreOptions } from './score.js'

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
 * @param found problems that the caller has found already; they are reported with the rest
 * @throws ProfileError with every problem, when the profile or the options cannot be used
 */
export function assess(input: unknown, options: RecommendOptions<Ids>, found: readonly Issue[] = []): Assessment {
  const menus = menusOf(options)
  const parsed = safeParseProfile(input, menus)
  const chosen = settleOptions(options, menus)
  if (!parsed.success || !chosen.success || found.length > 0) {
    throw new ProfileError([...(parsed.success ? [] : parsed.issues), ...(chosen.success ? [] : chosen.issues), ...found])
  }
  const { profile, warnings } = parsed
  const { settled } = chosen
  const facts = collectFacts(profile, menus)
  const gaps = assessGaps(profile, menus, facts)
  const verdicts = evaluateRules(facts.values, menus)
  const { scored, excluded } = scoreOptions({ profile, gaps, verdicts, weights: settled.weights }, menus)
  return { profile, warnings, settled, facts, gaps, verdicts, ranking: rankOptions(scored), excluded }
}
