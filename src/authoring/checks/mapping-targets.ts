import { type Check, each } from './check.js'
import { mappingsOf } from './walk.js'

export const mappingTargets: Check = {
  name: 'mapping-targets',
  description: 'Each value of a mapping fills exactly one indicator or fact, which a profile may give, and only numbers are computed.',
  *run(data) {
    const computed = new Set(data.indicators.filter(({ from }) => from).map(({ id }) => id))
    const facts = new Map(data.facts.map((fact) => [fact.id, fact]))
    for (const { value: mapping, at: file } of mappingsOf(data)) {
      for (const { value, at } of each(mapping.values, file('values'))) {
        const { indicator, fact, from, dividedBy, times, decimals } = value
        if ((indicator === undefined) === (fact === undefined))
          yield at().conflict(
            indicator === undefined ? 'it fills neither an indicator nor a fact' : 'it fills an indicator and a fact',
            'Each value is kept in one place.',
            "Name exactly one: 'indicator:' or 'fact:'.",
          )
        if (indicator !== undefined && computed.has(indicator))
          yield at('indicator').conflict(
            `'${indicator}' is computed from a fact`,
            'A profile does not give it, so the row could not be read.',
            'Fill the fact instead.',
          )
        const isNumber = indicator !== undefined || fact === undefined || facts.get(fact)?.type === 'number'
        if (!isNumber && (dividedBy !== undefined || times !== undefined || decimals !== undefined))
          yield at().conflict(
            `'${fact}' is not a number`,
            'Only numbers can be divided, multiplied or rounded.',
            'Remove dividedBy, times and decimals.',
          )
        for (const { value: source, at: here } of each(from, at('from')))
          if (mapping.ignored.includes(source.column))
            yield here('column').conflict(
              `the column '${source.column}' is also listed under 'ignored'`,
              'It is used here.',
              "Remove it from 'ignored'.",
            )
      }
    }
  },
}
