import { frozen } from '../frozen.js'
import { compileMenus as compile, type Menus } from './compile.js'
import type { MenuCore } from './schema/index.js'

/**
 * A menu set as it is handed out: its id, its version and its data, frozen. What is compiled from it stays inside, so that nothing that is
 * handed out can change a result. Made by `builtInMenus`, `compileMenus` and `defineMenus`.
 */
export interface MenuHandle {
  readonly id: string
  readonly version: string
  readonly data: MenuCore
}

const compiled = new WeakMap<MenuHandle, Menus>()
const handles = new WeakMap<Menus, MenuHandle>()

/** Hands out a compiled menu set. */
export function handleOf(menus: Menus): MenuHandle {
  const known = handles.get(menus)
  if (known) return known
  const { id, version, data } = menus
  const handle = frozen({ id, version, data })
  compiled.set(handle, menus)
  handles.set(menus, handle)
  return handle
}

/** Whether something is a menu set that this library made. */
export const isMenus = (given: unknown): given is MenuHandle =>
  typeof given === 'object' &&
  given !== null &&
  (compiled.has(given as MenuHandle) || ('optionById' in given && given.optionById instanceof Map))

/**
 * Gives the compiled menu set behind a handle.
 * @throws TypeError when it is not a menu set that this library made
 */
export function compiledOf(menus: MenuHandle): Menus {
  const known = compiled.get(menus)
  if (known) return known
  if ('optionById' in menus) return menus as Menus
  throw new TypeError('Not a menu set: builtInMenus, compileMenus and defineMenus make one')
}

/** Compiles a checked menu set. It trusts its input: `defineMenus` checks data of unknown origin first. */
export const compileMenus = (data: MenuCore): MenuHandle => handleOf(compile(data))
