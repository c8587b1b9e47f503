import { type Check, conflict } from './check.js'

export const synergiesSymmetric: Check = {
  name: 'synergies-symmetric',
  description: 'Strategies that strengthen each other say so on both sides; none strengthens or needs itself.',
  run(data, report) {
    const byId = new Map(data.menus.flatMap(({ strategies }) => strategies.map((strategy) => [strategy.id, strategy] as const)))
    data.menus.forEach(({ strategies }, menu) => {
      strategies.forEach((strategy, index) => {
        for (const key of ['synergies', 'needs'] as const) {
          strategy[key].forEach((id, at) => {
            const path = ['strategies', index, key, at]
            if (id === strategy.id)
              report(`menu:${menu}`, path, conflict(`'${id}' names itself`, 'A strategy cannot lean on itself.', 'Remove it.'))
            else if (strategy[key].indexOf(id) !== at)
              report(`menu:${menu}`, path, conflict(`'${id}' is there twice`, 'Once says it.', 'Remove one.'))
            else if (key === 'synergies' && byId.has(id) && !byId.get(id)!.synergies.includes(strategy.id)) {
              report(
                `menu:${menu}`,
                path,
                conflict(
                  `'${id}' does not name '${strategy.id}' back`,
                  'Synergies go both ways; the output would show this one on one side only.',
                  `Add '${strategy.id}' to the synergies of '${id}', or remove it here.`,
                ),
              )
            }
          })
        }
      })
    })
  },
}
