import { type Check, conflict } from './check.js'

export const mappingTargets: Check = {
  name: 'mapping-targets',
  description: 'Each value of a mapping fills exactly one indicator or fact, which a profile may give, and only numbers are computed.',
  run(data, report) {
    const computed = new Set(data.indicators.filter(({ from }) => from).map(({ id }) => id))
    const facts = new Map(data.facts.map((fact) => [fact.id, fact]))
    data.mappings.forEach(({ values, ignored }, mapping) => {
      values.forEach(({ indicator, fact, from, dividedBy, times, decimals }, index) => {
        const path = ['values', index]
        if ((indicator === undefined) === (fact === undefined)) {
          report(
            `mapping:${mapping}`,
            path,
            conflict(
              indicator === undefined ? 'it fills neither an indicator nor a fact' : 'it fills an indicator and a fact',
              'Each value is kept in one place.',
              "Name exactly one: 'indicator:' or 'fact:'.",
            ),
          )
        }
        if (indicator !== undefined && computed.has(indicator)) {
          report(
            `mapping:${mapping}`,
            [...path, 'indicator'],
            conflict(
              `'${indicator}' is computed from a fact`,
              'A profile does not give it, so the row could not be read.',
              'Fill the fact instead.',
            ),
          )
        }
        const isNumber = indicator !== undefined || fact === undefined || facts.get(fact)?.type === 'number'
        if (!isNumber && (dividedBy !== undefined || times !== undefined || decimals !== undefined)) {
          report(
            `mapping:${mapping}`,
            path,
            conflict(
              `'${fact}' is no number`,
              'Only numbers can be divided, multiplied or rounded.',
              'Remove dividedBy, times and decimals.',
            ),
          )
        }
        from.forEach(({ column }, at) => {
          if (ignored.includes(column))
            report(
              `mapping:${mapping}`,
              [...path, 'from', at, 'column'],
              conflict(`the column '${column}' stands under 'ignored', too`, 'It is used here.', "Remove it from 'ignored'."),
            )
        })
      })
    })
  },
}
