declare module 'virtual:menus' {
  import type { MenuData } from './menus/schema.js'
  /** The files of `menus/`, read and checked when the package is built. */
  const data: MenuData
  export default data
}
