import builtIn from 'virtual:mappings'
import { builtInMenus } from './built-in.js'
import type { Menus } from './compile.js'
import type { Mapping } from './schema.js'

/** The column mappings of a menu set. */
export const mappingsOf = (menus: Menus): readonly Mapping[] => menus.data.mappings ?? (menus === builtInMenus() ? builtIn : [])
