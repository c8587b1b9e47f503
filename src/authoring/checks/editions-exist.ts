import type { Check } from './check.js'
import { menusOf, strategiesOf } from './walk.js'

export const editionsExist: Check = {
  name: 'editions-exist',
  description: 'Other names are given for editions that menus.yaml lists.',
  *run(data) {
    const allowed = Object.keys(data.set.editions)
    for (const { value, at } of [...menusOf(data), ...strategiesOf(data)])
      for (const id of Object.keys(value.otherNames))
        if (!allowed.includes(id)) yield at('otherNames', id).unknownId({ kind: 'edition', where: 'in menus.yaml' }, id, allowed)
  },
}
