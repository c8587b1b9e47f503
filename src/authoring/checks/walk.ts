import { type Condition, leavesOf } from '../../conditions/condition.js'
import type { Path } from '../../issues/issue.js'
import type { MenuData, Rule } from '../../menus/schema/index.js'
import type { FileKey } from './check.js'

/** The files of a menu set with their data, as they stand in the files. */
export function filesOf(data: MenuData): readonly (readonly [FileKey, object])[] {
  return [
    ['menus.yaml', data.set],
    ...data.menus.map((menu, index) => [`menu:${index}`, menu] as const),
    ['settings.yaml', data.settings],
    ['gaps.yaml', { gaps: data.gaps }],
    ['indicators.yaml', { indicators: data.indicators }],
    ['facts.yaml', { facts: data.facts }],
    ['gates.yaml', { gates: data.gates }],
    ['rules.yaml', { rules: data.rules }],
    ['feasibility.yaml', data.feasibility],
    ['plan.yaml', data.plan],
    ['references.json', data.references],
    ...data.mappings.map((mapping, index) => [`mapping:${index}`, mapping] as const),
  ]
}

interface Part {
  readonly path: Path
  readonly value: object
}

// Several checks look at everything, and a file that did not change is checked again whenever another one did.
const partsOfPart = new WeakMap<object, readonly Part[]>()

/** Every group of keys and every list inside of a value, with its path. Found once for each value. */
function partsOf(value: object): readonly Part[] {
  let parts = partsOfPart.get(value)
  if (!parts) {
    const found: Part[] = []
    collect(value, [], found)
    parts = found
    partsOfPart.set(value, parts)
  }
  return parts
}

function collect(value: object, path: Path, found: Part[]): void {
  found.push({ path, value })
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) enter(value[index], path, index, found)
  } else for (const key of Object.keys(value)) enter((value as Readonly<Record<string, unknown>>)[key], path, key, found)
}

function enter(part: unknown, path: Path, key: string | number, found: Part[]): void {
  if (typeof part === 'object' && part !== null) collect(part, [...path, key], found)
}

/** Calls `visit` for every group and list in every file. */
function each(data: MenuData, visit: (file: FileKey, path: Path, value: object) => void): void {
  for (const [file, root] of filesOf(data)) {
    for (const [key, list] of Array.isArray(root) ? [[null, root] as const] : Object.entries(root)) {
      if (typeof list !== 'object' || list === null) continue
      for (const { path, value } of partsOf(list)) visit(file, key === null ? path : [key, ...path], value)
    }
    if (!Array.isArray(root)) visit(file, [], root)
  }
}

/** Calls `visit` for every group of keys. */
export const eachGroup = (data: MenuData, visit: (file: FileKey, path: Path, group: Readonly<Record<string, unknown>>) => void): void =>
  each(data, (file, path, value) => {
    if (!Array.isArray(value)) visit(file, path, value as Readonly<Record<string, unknown>>)
  })

/** Calls `visit` for every list. */
export const eachList = (data: MenuData, visit: (file: FileKey, path: Path, list: readonly unknown[]) => void): void =>
  each(data, (file, path, value) => {
    if (Array.isArray(value)) visit(file, path, value)
  })

/** A gate or a rule, with its place. */
export interface Placed {
  readonly file: 'gates.yaml' | 'rules.yaml'
  readonly path: Path
  readonly rule: Pick<Rule, 'id' | 'conditions' | 'examples'>
}

/** Every gate and rule. */
export const rulesOf = (data: MenuData): Placed[] => [
  ...data.gates.map((rule, index): Placed => ({ file: 'gates.yaml', path: ['gates', index], rule })),
  ...data.rules.map((rule, index): Placed => ({ file: 'rules.yaml', path: ['rules', index], rule })),
]

/** Every condition of the set: of gates, rules and the plan's warnings. */
export const conditionsOf = (data: MenuData): { file: FileKey; path: Path; conditions: Condition }[] => [
  ...rulesOf(data).map(({ file, path, rule }) => ({ file, path: [...path, 'conditions'], conditions: rule.conditions })),
  ...data.plan.warnings.flatMap(({ when }, index) =>
    when.conditions ? [{ file: 'plan.yaml' as const, path: ['warnings', index, 'when', 'conditions'], conditions: when.conditions }] : [],
  ),
]

export { leavesOf }
