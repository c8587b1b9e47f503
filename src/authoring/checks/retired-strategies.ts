import { type Check, conflict } from './check.js'

export const retiredStrategies: Check = {
  name: 'retired-strategies',
  description: 'A retired strategy may say what took its place; an active one may not, and nothing leans on a retired one.',
  run(data, report) {
    const strategies = data.menus.flatMap((menu) => menu.strategies)
    const retired = new Set(strategies.filter(({ status }) => status === 'retired').map(({ id }) => id))
    data.menus.forEach((menu, index) => {
      menu.strategies.forEach((strategy, at) => {
        const path = ['strategies', at]
        if (strategy.replacedBy !== undefined) {
          if (strategy.status === 'active')
            report(
              `menu:${index}`,
              [...path, 'replacedBy'],
              conflict(
                'an active strategy names what took its place',
                'It is still offered.',
                "Write 'status: retired', or remove 'replacedBy'.",
              ),
            )
          else if (retired.has(strategy.replacedBy))
            report(
              `menu:${index}`,
              [...path, 'replacedBy'],
              conflict(`'${strategy.replacedBy}' is retired itself`, 'Whoever follows the trail ends nowhere.', 'Name an active strategy.'),
            )
        }
        if (strategy.status === 'retired') return
        for (const key of ['synergies', 'needs'] as const) {
          strategy[key].forEach((id, n) => {
            if (retired.has(id))
              report(
                `menu:${index}`,
                [...path, key, n],
                conflict(
                  `'${id}' is retired`,
                  'It is offered no longer, so nothing can lean on it.',
                  'Name what took its place, or remove it.',
                ),
              )
          })
        }
      })
    })
  },
}
