import data from 'virtual:menus'
import { compileMenus, type Menus } from './compile.js'
import { handleOf, type MenuHandle } from './handle.js'

let compiled: Menus | undefined

/** The ORCCA's menus, as this package ships them. Compiled at the first call. */
export function builtInMenus(): Menus {
  compiled ??= compileMenus(data)
  return compiled
}

/** The ORCCA's menus, as they are handed out. */
export const builtInHandle = (): MenuHandle => handleOf(builtInMenus())
