import data from 'virtual:guide'
import { type Guide, makeGuide } from './guide.js'

let made: Guide | undefined

/** The guide to the built-in menus' strategies, as this package ships it. */
export function builtInGuide(): Guide {
  made ??= makeGuide(data)
  return made
}
