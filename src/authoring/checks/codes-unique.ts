import type { Path } from '../../issues/issue.js'
import { type Check, conflict, type FileKey } from './check.js'

export const codesUnique: Check = {
  name: 'codes-unique',
  description: "The codes of the study's form differ within each list.",
  run(data, report) {
    const list = (items: readonly { readonly code: number }[], placeOf: (index: number) => readonly [FileKey, Path]): void => {
      items.forEach(({ code }, index) => {
        if (items.findIndex((other) => other.code === code) === index) return
        report(
          ...placeOf(index),
          conflict(
            `the code ${code} is there twice`,
            'Tables that carry codes instead of ids could not be read.',
            'Give each its own code.',
          ),
        )
      })
    }
    list(data.menus, (index) => [`menu:${index}`, ['code']])
    for (const [menu, { strategies }] of data.menus.entries()) list(strategies, (index) => [`menu:${menu}`, ['strategies', index, 'code']])
    for (const key of ['sectors', 'venues', 'medications', 'populations'] as const)
      list(data.settings[key], (index) => ['settings.yaml', [key, index, 'code']])
  },
}
