import builtIn from 'virtual:references'
import { frozen } from '../frozen.js'
import { builtInMenus } from './built-in.js'
import { compiledOf, type MenuHandle } from './handle.js'
import type { Reference } from './schema/index.js'

/** The references of a menu set. */
export const referencesOf = (menus: MenuHandle): readonly Reference[] =>
  menus.data.references ?? (compiledOf(menus) === builtInMenus() ? frozen(builtIn) : [])
