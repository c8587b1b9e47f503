import type { Issue } from '../../issues.js'
import type { MenuData } from '../schema.js'
import { idsExist } from './ids-exist.js'
import type { Check, FileKey } from './check.js'

export type { Check, FileKey } from './check.js'

/** Every check of a menu set beyond its shape, in the order in which they run. */
export const checks: readonly Check[] = [idsExist]

/** Runs every check. All problems in one run. */
export function checkMenus(data: MenuData): (Issue & { readonly file: FileKey })[] {
  return checks.flatMap((check) => {
    const found: (Issue & { readonly file: FileKey })[] = []
    check.run(data, (file, path, problem, severity = 'error') => found.push({ ...problem, file, path, severity, check: check.name }))
    return found
  })
}
