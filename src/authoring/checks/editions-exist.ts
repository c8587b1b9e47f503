import { suggest } from '../../issues/suggest.js'
import type { Check } from './check.js'

export const editionsExist: Check = {
  name: 'editions-exist',
  description: 'Other names are given for editions that menus.yaml lists.',
  run(data, report) {
    const allowed = Object.keys(data.set.editions)
    data.menus.forEach((menu, index) => {
      const check = (path: readonly (string | number)[], names: Readonly<Record<string, string>>): void => {
        for (const id of Object.keys(names)) {
          if (!allowed.includes(id))
            report(`menu:${index}`, [...path, id], {
              code: 'unknown-id',
              kind: 'edition in menus.yaml',
              id,
              suggestion: suggest(id, allowed),
              allowed,
            })
        }
      }
      check(['otherNames'], menu.otherNames)
      for (const [at, { otherNames }] of menu.strategies.entries()) check(['strategies', at, 'otherNames'], otherNames)
    })
  },
}
