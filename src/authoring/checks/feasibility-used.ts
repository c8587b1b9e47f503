import { type Check, conflict } from './check.js'

export const feasibilityUsed: Check = {
  name: 'feasibility-used',
  description: 'Kinds of activity and exceptions are used by a strategy; an exception that is no longer needed is reported.',
  wholeSet: true,
  run(data, report) {
    const strategies = data.menus.flatMap((menu) => menu.strategies)
    data.feasibility.kinds.forEach(({ id }, index) => {
      if (strategies.some(({ feasibility }) => feasibility.kind === id)) return
      report(
        'feasibility.yaml',
        ['kinds', index, 'id'],
        conflict(
          `no strategy is of the kind '${id}'`,
          'Its modifiers are used nowhere.',
          'Name it under feasibility.kind of a strategy, or remove it.',
        ),
        'warning',
      )
    })
    data.feasibility.exceptions.forEach(({ strategy: id, venue }, index) => {
      const strategy = strategies.find((each) => each.id === id)
      if (!strategy || venue === undefined || strategy.options.some((option) => option.venue === venue)) return
      report(
        'feasibility.yaml',
        ['exceptions', index, 'venue'],
        conflict(
          `'${id}' has no option at '${venue}'`,
          'The exception would never be used.',
          'Correct the venue, or remove the exception.',
        ),
      )
    })
  },
}
