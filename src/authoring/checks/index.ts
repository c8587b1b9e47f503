import type { MenuData } from '../../menus/schema/index.js'
import { alternativesAgree } from './alternatives-agree.js'
import { anchorsComplete } from './anchors-complete.js'
import { basisStated } from './basis-stated.js'
import { benchmarks } from './benchmarks.js'
import { type Check, type Finding, runChecks, type Surroundings } from './check.js'
import { codesUnique } from './codes-unique.js'
import { computedIndicators } from './computed-indicators.js'
import { conditionValues } from './condition-values.js'
import { conditionsDecide } from './conditions-decide.js'
import { confirmFacts } from './confirm-facts.js'
import { editionsExist } from './editions-exist.js'
import { factTypes } from './fact-types.js'
import { feasibilityUsed } from './feasibility-used.js'
import { gapWeights } from './gap-weights.js'
import { gapsAddressed } from './gaps-addressed.js'
import { idsExist } from './ids-exist.js'
import { idsUnique } from './ids-unique.js'
import { ifUnknown } from './if-unknown.js'
import { linksWellFormed } from './links-well-formed.js'
import { mappingTargets } from './mapping-targets.js'
import { monthsFit } from './months-fit.js'
import { nothingTwice } from './nothing-twice.js'
import { nothingUnconfirmed } from './nothing-unconfirmed.js'
import { optionsUnique } from './options-unique.js'
import { plainTitles } from './plain-titles.js'
import { planCanBeProven } from './plan-can-be-proven.js'
import { rangesInOrder } from './ranges-in-order.js'
import { referencesCited } from './references-cited.js'
import { referencesComplete } from './references-complete.js'
import { requirementsCanBeMet } from './requirements-can-be-met.js'
import { retiredStrategies } from './retired-strategies.js'
import { ruleExamples } from './rule-examples.js'
import { ruleGroups } from './rule-groups.js'
import { rulesHaveEffect } from './rules-have-effect.js'
import { sectionsFilled } from './sections-filled.js'
import { sectorFitsVenue } from './sector-fits-venue.js'
import { synergiesSymmetric } from './synergies-symmetric.js'
import { titlesAsPrinted } from './titles-as-printed.js'

export type { Check, FileKey } from './check.js'

/** Every check of a menu set beyond its shape, in the order in which they run: first what protects a score or a claim. */
export const checks: readonly Check[] = [
  idsExist,
  idsUnique,
  basisStated,
  nothingUnconfirmed,
  referencesComplete,
  titlesAsPrinted,
  linksWellFormed,
  sectionsFilled,
  requirementsCanBeMet,
  planCanBeProven,
  gapsAddressed,
  gapWeights,
  alternativesAgree,
  benchmarks,
  computedIndicators,
  rangesInOrder,
  factTypes,
  conditionValues,
  conditionsDecide,
  confirmFacts,
  ifUnknown,
  rulesHaveEffect,
  ruleExamples,
  ruleGroups,
  sectorFitsVenue,
  optionsUnique,
  plainTitles,
  monthsFit,
  synergiesSymmetric,
  retiredStrategies,
  feasibilityUsed,
  anchorsComplete,
  mappingTargets,
  codesUnique,
  editionsExist,
  nothingTwice,
  referencesCited,
]

/** Runs every check of a menu set. */
export const checkMenus = (data: MenuData, surroundings?: Surroundings): (Finding & { readonly check: string })[] =>
  runChecks(checks, data, surroundings)
