import { type Check, each, type FileKey, placeIn } from './check.js'

export const feasibilityUsed: Check = {
  name: 'feasibility-used',
  description: 'Kinds of activity and exceptions are used by a strategy; an exception that is no longer needed is reported.',
  wholeSet: true,
  *run({ menus, feasibility: { kinds, exceptions } }) {
    const strategies = menus.flatMap((menu) => menu.strategies)
    const file = placeIn<FileKey>('feasibility.yaml')
    for (const { value, at } of each(kinds, file('kinds')))
      if (!strategies.some(({ feasibility }) => feasibility.kind === value.id))
        yield at('id').warning(
          `no strategy is of the kind '${value.id}'`,
          'Its modifiers are used nowhere.',
          'Name it under feasibility.kind of a strategy, or remove it.',
        )
    for (const { value, at } of each(exceptions, file('exceptions'))) {
      const strategy = strategies.find(({ id }) => id === value.strategy)
      if (!strategy || value.venue === undefined || strategy.options.some(({ venue }) => venue === value.venue)) continue
      yield at('venue').conflict(
        `'${value.strategy}' has no option at '${value.venue}'`,
        'The exception would never be used.',
        'Correct the venue, or remove the exception.',
      )
    }
  },
}
