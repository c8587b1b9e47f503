import builtIn from 'virtual:mappings'
import { frozen } from '../frozen.js'
import { builtInMenus } from './built-in.js'
import { compiledOf, type MenuHandle } from './handle.js'
import type { Mapping } from './schema/index.js'

/** The column mappings of a menu set. */
export const mappingsOf = (menus: MenuHandle): readonly Mapping[] =>
  menus.data.mappings ?? (compiledOf(menus) === builtInMenus() ? frozen(builtIn) : [])
