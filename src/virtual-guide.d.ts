declare module 'virtual:guide' {
  import type { GuideData } from './guide/guide.js'

  /** The files of `menus/guide/`, read and checked when the package is built. */
  const data: GuideData
  export default data
}
