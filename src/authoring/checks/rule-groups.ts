import type { Check } from './check.js'
import { rulesOf } from './walk.js'

export const ruleGroups: Check = {
  name: 'rule-groups',
  description: 'A group holds at least two rules.',
  wholeSet: true,
  *run(data) {
    for (const { value, at } of rulesOf(data))
      if (value.group !== undefined && data.rules.filter(({ group }) => group === value.group).length === 1)
        yield at('group').conflict(
          `no other rule is in the group '${value.group}'`,
          'Alone in its group a rule acts as if it had none: perhaps the name is misspelt.',
          'Write the group of the other rules that measure the same thing, or remove it.',
        )
  },
}
