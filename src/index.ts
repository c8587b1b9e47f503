// From a profile to a plan

export type { CheckedPlan, CheckedSelection, HandMadeSelection } from './check-plan.js'
export { checkPlan } from './check-plan.js'
export type { FactValues, Test, Verdict } from './conditions/compile.js'
export { compileCondition } from './conditions/compile.js'
export type {
  Certainty,
  Community,
  Confirmation,
  DataGap,
  ExcludedOption,
  Factors,
  IndicatorSeverity,
  Otherwise,
  Plan,
  Quadrant,
  RankedOption,
  Recommendation,
  Requirement,
  Selection,
  ServiceGap,
} from './decide/decision.js'
// What comes out
export { recommendationSchema } from './decide/decision-schema.js'
export type { Weights } from './decide/formulas.js'
export * as formulas from './decide/formulas.js'
// The stages one by one
export { assessGaps, indicatorSeverity } from './decide/gaps.js'
export type { Verdicts } from './decide/gates.js'
export { evaluateRules, factsUsed } from './decide/gates.js'
export type { OptionOrStrategy, RecommendOptions } from './decide/options.js'
export type { ChosenPlan, PlanInput, Replacement } from './decide/plan.js'
export { choosePlan } from './decide/plan.js'
export { compareOptions, rankOptions } from './decide/rank.js'
export type { RatedParts } from './decide/ratings.js'
export { median, medianRatings } from './decide/ratings.js'
export type { PlanRequirement } from './decide/requirements.js'
export { planRequirements } from './decide/requirements.js'
export type { ScoredOption, ScoreInput } from './decide/score.js'
export { scoreOptions } from './decide/score.js'
export type { Issue, IssueCode, IssueText, Path, Place, Problem } from './issues/issue.js'
// Problems
export { describeIssue, formatIssues, formatPath, MenuError, ProfileError } from './issues/issue.js'
// Menus
export { builtInMenus } from './menus/built-in.js'
export type { Menus, Option, Selectable } from './menus/compile.js'
export { compileMenus } from './menus/compile.js'
export type { Condition, MenuData } from './menus/schema.js'
export type { Estimate } from './numbers.js'
export { decimal, round4 } from './numbers.js'
export type { Facts, Given } from './profile/facts.js'
export { collectFacts } from './profile/facts.js'
export type { ParsedProfile } from './profile/parse.js'
// What goes in
export { parseProfile, safeParseProfile } from './profile/parse.js'
export type { CommunityProfile, Ids, Stage } from './profile/schema.js'
export { profileSchema, stages } from './profile/schema.js'
export { recommend } from './recommend.js'
export type { Cover, Item, Problem as PlanProblem } from './solver/solve.js'
export { solve } from './solver/solve.js'
export type { BuiltInIds } from './vocabulary.js'
export { describeCondition } from './words/condition-sentence.js'
export type { Explanation } from './words/explain.js'
export { explainStrategy } from './words/explain.js'
