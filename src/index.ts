// From a profile to a plan

export type { Explanation } from './explain/strategy.js'
export { explainStrategy } from './explain/strategy.js'
// The stages one by one
export { assessGaps, indicatorSeverity } from './gaps/assess.js'
export type { Issue, IssueCode, IssueText, Path, Place, Problem } from './issues.js'
// Problems
export { describeIssue, formatIssues, formatPath, MenuError, ProfileError } from './issues.js'
// Menus
export { builtInMenus } from './menus/built-in.js'
export type { Menus, Option, Selectable } from './menus/compile.js'
export { compileMenus } from './menus/compile.js'
export type { Condition, MenuData } from './menus/schema.js'
export type { Estimate } from './numbers.js'
export { decimal, round4 } from './numbers.js'
export type { OptionOrStrategy, RecommendOptions } from './options.js'
export type { CheckedPlan, CheckedSelection, HandMadeSelection } from './plan/check.js'
export { checkPlan } from './plan/check.js'
export type { ChosenPlan, PlanInput, Replacement } from './plan/plan.js'
export { choosePlan } from './plan/plan.js'
export type { PlanRequirement } from './plan/requirements.js'
export { planRequirements } from './plan/requirements.js'
export type { Cover, Item, Problem as PlanProblem } from './plan/solve.js'
export { solve } from './plan/solve.js'
export type { Facts, Given } from './profile/facts.js'
export { collectFacts } from './profile/facts.js'
export type { ParsedProfile } from './profile/parse.js'
// What goes in
export { parseProfile, safeParseProfile } from './profile/parse.js'
export type { CommunityProfile, Ids, Stage } from './profile/schema.js'
export { profileSchema, stages } from './profile/schema.js'
export { compareOptions, rankOptions } from './ranking/rank.js'
export { recommend } from './recommend.js'
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
} from './result.js'
// What comes out
export { recommendationSchema } from './result-schema.js'
export type { FactValues, Test, Verdict } from './rules/compile.js'
export { compileCondition } from './rules/compile.js'
export type { Verdicts } from './rules/evaluate.js'
export { evaluateRules, factsUsed } from './rules/evaluate.js'
export { describeCondition } from './rules/sentence.js'
export type { Weights } from './scoring/formulas.js'
export * as formulas from './scoring/formulas.js'
export type { RatedParts } from './scoring/ratings.js'
export { median, medianRatings } from './scoring/ratings.js'
export type { ScoredOption, ScoreInput } from './scoring/score.js'
export { scoreOptions } from './scoring/score.js'
export type { BuiltInIds } from './vocabulary.js'
