export type { CheckOptions } from './check-plan.js'
// A plan made by hand
export { checkPlan } from './check-plan.js'
// What comes out
export type {
  Certainty,
  Community,
  DataGap,
  Decision,
  ExcludedOption,
  Factors,
  GapNote,
  GateState,
  IndicatorSeverity,
  KnownFact,
  Missing,
  Note,
  Otherwise,
  Plan,
  PlanNote,
  PlanWarning,
  Quadrant,
  RankedOption,
  Requirement,
  RuleMove,
  Selection,
  ServiceGap,
} from './decide/decision.js'
export type { Weights } from './decide/formulas.js'
export type { HandMadeSelection, SelectionNote } from './decide/hand-made.js'
export type { OptionOrStrategy, RecommendOptions } from './decide/options.js'
// Problems
export type { Issue, IssueCode, IssueText, Path, Place, Problem } from './issues/issue.js'
export { formatIssues, MenuError, ProfileError } from './issues/issue.js'
export { builtInHandle as builtInMenus } from './menus/built-in.js'
// Menus
export type { MenuHandle as Menus } from './menus/handle.js'
export type { Estimate } from './numbers.js'
// What goes in
export type { ParsedProfile } from './profile/parse.js'
export { parseProfile, profileSchema, safeParseProfile } from './profile/parse.js'
export type { CommunityProfile, Ids, Stage } from './profile/schema.js'
// From a profile to a plan
export type { SpokenOptions } from './recommend.js'
export { decide, recommend } from './recommend.js'
export { recommendationSchema } from './recommendation-schema.js'
export type { BuiltInIds } from './vocabulary.js'
export type { CheckedPlan, CheckedSelection } from './words/checked.js'
export type { ExplainOptions, Explanation } from './words/explain.js'
export { explain } from './words/explain.js'
export type { Language, Sentences } from './words/language.js'
export type { OptionWords, Recommendation, SpokenRequirement, SpokenWarning } from './words/plan.js'
