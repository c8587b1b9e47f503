import { type Check, each } from './check.js'
import { menusOf } from './walk.js'

export const sectionsFilled: Check = {
  name: 'sections-filled',
  description: 'Each section has a strategy; a section that a plan must draw on cannot be empty.',
  wholeSet: true,
  *run(data) {
    for (const { value: menu, at: place } of menusOf(data)) {
      for (const { value, at } of each(menu.sections, place('sections'))) {
        if (menu.strategies.some(({ section, status }) => section === value.id && status === 'active')) continue
        const what = `the section '${value.id}' has no active strategy`
        const fix = 'Add a strategy to it, or remove the section.'
        yield value.required
          ? at('id').conflict(what, 'A plan must include one of its strategies, and there is none.', fix)
          : at('id').warning(what, 'An empty section is shown with nothing in it.', fix)
      }
    }
  },
}
