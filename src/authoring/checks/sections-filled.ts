import { type Check, conflict } from './check.js'

export const sectionsFilled: Check = {
  name: 'sections-filled',
  description: 'Each section has a strategy; a section that a plan must draw on cannot be empty.',
  wholeSet: true,
  run(data, report) {
    data.menus.forEach((menu, index) => {
      menu.sections.forEach(({ id, required }, at) => {
        if (menu.strategies.some(({ section, status }) => section === id && status === 'active')) return
        report(
          `menu:${index}`,
          ['sections', at, 'id'],
          conflict(
            `the section '${id}' has no active strategy`,
            required ? 'A plan must hold one out of it, and there is none.' : 'An empty section is shown with nothing in it.',
            'Add a strategy to it, or remove the section.',
          ),
          required ? 'error' : 'warning',
        )
      })
    })
  },
}
