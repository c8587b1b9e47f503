import data from 'virtual:menus'
import { compileMenus, type Menus } from './compile.js'

let compiled: Menus | undefined

/** The ORCCA's menus, as this package ships them. Compiled at the first call. */
export function builtInMenus(): Menus {
  compiled ??= compileMenus(data)
  return compiled
}
