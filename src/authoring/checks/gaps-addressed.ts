import { type Check, conflict } from './check.js'

export const gapsAddressed: Check = {
  name: 'gaps-addressed',
  description: 'A strategy names each gap once, with a weight; each gap has a strategy that serves a goal for it.',
  run(data, report, { whole }) {
    const active = data.menus.flatMap(({ strategies }) => strategies).filter(({ status }) => status === 'active')
    data.menus.forEach(({ strategies }, menu) => {
      strategies.forEach(({ addresses }, index) => {
        addresses.forEach(({ gap, weight }, at) => {
          const path = ['strategies', index, 'addresses', at]
          if (addresses.findIndex((other) => other.gap === gap) !== at)
            report(
              `menu:${menu}`,
              [...path, 'gap'],
              conflict(`the gap '${gap}' is named twice`, 'Only one weight can count.', 'Keep one of them.'),
            )
          if (weight === 0)
            report(
              `menu:${menu}`,
              [...path, 'weight'],
              conflict(
                'the weight is 0',
                'A strategy with weight 0 does not address the gap.',
                'Give a weight above 0, or remove the gap.',
              ),
            )
        })
      })
    })
    if (!whole) return
    data.gaps.forEach(({ id }, index) => {
      const best = Math.max(0, ...active.flatMap(({ addresses }) => addresses.filter(({ gap }) => gap === id).map(({ weight }) => weight)))
      if (best >= data.plan.goalWeight) return
      report(
        'gaps.yaml',
        ['gaps', index],
        best === 0
          ? conflict(
              `no strategy addresses '${id}'`,
              'A community with this gap would find nothing for it.',
              "Add it under 'addresses:' of a strategy, or remove the gap.",
            )
          : conflict(
              `no strategy addresses '${id}' with a weight of ${data.plan.goalWeight} or more`,
              'No plan could serve a goal that a coalition states for it.',
              'Raise a weight, or lower goalWeight in plan.yaml.',
            ),
      )
    })
  },
}
