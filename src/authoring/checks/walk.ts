import type { Condition } from '../../conditions/condition.js'
import type { Path } from '../../issues/issue.js'
import type { Fact, Gap, Indicator, Mapping, Menu, MenuData, Reference, Rule, Strategy } from '../../menus/schema/index.js'
import { each, type FileKey, type Placed, placeIn } from './check.js'

/** Every menu. */
export function* menusOf(data: MenuData): Generator<Placed<Menu>> {
  for (const [index, value] of data.menus.entries()) yield { value, index, at: placeIn<FileKey>(`menu:${index}`) }
}
/** Every strategy of every menu. */
export function* strategiesOf(data: MenuData): Generator<Placed<Strategy>> {
  for (const { value, at } of menusOf(data)) yield* each(value.strategies, at('strategies'))
}
/** Every mapping. */
export function* mappingsOf(data: MenuData): Generator<Placed<Mapping>> {
  for (const [index, value] of data.mappings.entries()) yield { value, index, at: placeIn<FileKey>(`mapping:${index}`) }
}

export const indicatorsOf = (data: MenuData): Iterable<Placed<Indicator>> =>
  each(data.indicators, placeIn<FileKey>('indicators.yaml')('indicators'))
export const factsOf = (data: MenuData): Iterable<Placed<Fact>> => each(data.facts, placeIn<FileKey>('facts.yaml')('facts'))
export const gapsOf = (data: MenuData): Iterable<Placed<Gap>> => each(data.gaps, placeIn<FileKey>('gaps.yaml')('gaps'))
export const referencesOf = (data: MenuData): Iterable<Placed<Reference>> => each(data.references, placeIn<FileKey>('references.json')())
export const gatesOf = (data: MenuData) => each(data.gates, placeIn<FileKey>('gates.yaml')('gates'))
export const rulesOf = (data: MenuData) => each(data.rules, placeIn<FileKey>('rules.yaml')('rules'))
export const planWarningsOf = (data: MenuData) => each(data.plan.warnings, placeIn<FileKey>('plan.yaml')('warnings'))

/** Every gate and rule. */
export function* gatesAndRulesOf(data: MenuData): Generator<Placed<Pick<Rule, 'id' | 'conditions' | 'examples'>>> {
  yield* gatesOf(data)
  yield* rulesOf(data)
}

/** Every condition of the set: of gates, rules and the plan's warnings. */
export function* conditionsOf(data: MenuData): Generator<Omit<Placed<Condition>, 'index'>> {
  const below = ({ file, path }: { file: FileKey; path: Path }) => placeIn(file, path)
  for (const { value, at } of gatesAndRulesOf(data)) yield { value: value.conditions, at: below(at('conditions')) }
  for (const { value, at } of planWarningsOf(data))
    if (value.when.conditions) yield { value: value.when.conditions, at: below(at('when', 'conditions')) }
}

/** The files of a menu set with their data, as they are written. */
export function filesOf(data: MenuData): readonly (readonly [FileKey, object])[] {
  const { gaps, indicators, facts, gates, rules } = data
  return [
    ['menus.yaml', data.set],
    ...data.menus.map((menu, index) => [`menu:${index}`, menu] as const),
    ['settings.yaml', data.settings],
    ['gaps.yaml', { gaps }],
    ['indicators.yaml', { indicators }],
    ['facts.yaml', { facts }],
    ['gates.yaml', { gates }],
    ['rules.yaml', { rules }],
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

/** Finds every group of keys and every list inside of a value, with its path. Once for each value. */
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
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value))
    if (typeof part === 'object' && part !== null) collect(part as object, [...path, key], found)
}

type Everything<T> = { readonly value: T; readonly file: FileKey; readonly path: Path }

/** Every group of keys and every list in every file. */
function* everything(data: MenuData): Generator<Everything<object>> {
  for (const [file, root] of filesOf(data)) {
    if (Array.isArray(root)) for (const { path, value } of partsOf(root)) yield { value, file, path }
    else {
      yield { value: root, file, path: [] }
      for (const [key, part] of Object.entries(root)) {
        if (typeof part !== 'object' || part === null) continue
        for (const { path, value } of partsOf(part as object)) yield { value, file, path: [key, ...path] }
      }
    }
  }
}

/** Every group of keys in every file. */
export function* allGroups(data: MenuData): Generator<Omit<Placed<Readonly<Record<string, unknown>>>, 'index'>> {
  for (const { value, file, path } of everything(data))
    if (!Array.isArray(value)) yield { value: value as Readonly<Record<string, unknown>>, at: placeIn(file, path) }
}

/** Every list in every file. */
export function* allLists(data: MenuData): Generator<Omit<Placed<readonly unknown[]>, 'index'>> {
  for (const { value, file, path } of everything(data)) if (Array.isArray(value)) yield { value, at: placeIn(file, path) }
}
