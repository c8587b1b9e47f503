declare module 'virtual:menus' {
  import type { MenuCore } from './menus/schema/index.js'

  /** The files of `menus/`, read and checked when the package is built; without what only readers and authors need. */
  const data: MenuCore
  export default data
}

declare module 'virtual:references' {
  import type { MenuData } from './menus/schema/index.js'

  const references: MenuData['references']
  export default references
}

declare module 'virtual:mappings' {
  import type { MenuData } from './menus/schema/index.js'

  const mappings: MenuData['mappings']
  export default mappings
}

declare module 'virtual:starter' {
  /** The texts of `menus/starter/`, by file name. */
  const files: Readonly<Record<string, string>>
  export default files
}

declare module 'virtual:examples' {
  /** The profiles of `examples/`, by file name without its ending. They are checked where they are used. */
  const profiles: Readonly<Record<string, unknown>>
  export default profiles
}
