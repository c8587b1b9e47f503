import builtIn from 'virtual:references'
import { builtInMenus } from './built-in.js'
import type { Menus } from './compile.js'
import type { Reference } from './schema.js'

/** The references of a menu set. */
export const referencesOf = (menus: Menus): readonly Reference[] => menus.data.references ?? (menus === builtInMenus() ? builtIn : [])
