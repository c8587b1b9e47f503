import { type Fact, factsSchema } from './facts.js'
import { type Feasibility, feasibilitySchema } from './feasibility.js'
import { type Gap, gapsSchema } from './gaps.js'
import { type Gate, gatesSchema } from './gates.js'
import { type Indicator, indicatorsSchema } from './indicators.js'
import type { Mapping } from './mapping.js'
import type { Menu } from './menu.js'
import { type MenuSet, menuSetSchema } from './menu-set.js'
import { type PlanRules, planRulesSchema } from './plan.js'
import { type Reference, referencesSchema } from './references.js'
import { type Rule, rulesSchema } from './rules.js'
import { type Settings, settingsSchema } from './settings.js'

export { type IdKind, idKinds } from './fields.js'
export { mappingSchema } from './mapping.js'
export { type Menu, menuSchema, type Strategy } from './menu.js'
export type { Selector } from './selector.js'
export type { Fact, Feasibility, Gap, Gate, Indicator, Mapping, MenuSet, PlanRules, Reference, Rule, Settings }

/** The strict shapes of the files of a menu set, in the order in which they are read. Menus and mappings come in any number of files. */
export const fileSchemas = {
  'menus.yaml': menuSetSchema,
  'settings.yaml': settingsSchema,
  'gaps.yaml': gapsSchema,
  'indicators.yaml': indicatorsSchema,
  'facts.yaml': factsSchema,
  'gates.yaml': gatesSchema,
  'rules.yaml': rulesSchema,
  'feasibility.yaml': feasibilitySchema,
  'plan.yaml': planRulesSchema,
  'references.json': referencesSchema,
} as const

/** A whole menu set as data: its files, checked, with every default filled in. */
export interface MenuData {
  readonly set: MenuSet
  readonly menus: readonly Menu[]
  readonly settings: Settings
  readonly gaps: readonly Gap[]
  readonly indicators: readonly Indicator[]
  readonly facts: readonly Fact[]
  readonly gates: readonly Gate[]
  readonly rules: readonly Rule[]
  readonly feasibility: Feasibility
  readonly plan: PlanRules
  readonly references: readonly Reference[]
  readonly mappings: readonly Mapping[]
}

/**
 * What scores, rankings and plans need of a menu set. The built-in one keeps its references, mappings and rule examples in modules of their
 * own, so that an app's bundle stays small: `referencesOf` and `mappingsOf` find them.
 */
export type MenuCore = Omit<MenuData, 'references' | 'mappings'> & Partial<Pick<MenuData, 'references' | 'mappings'>>
