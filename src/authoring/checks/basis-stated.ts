import { type Check, conflict } from './check.js'
import { eachGroup } from './walk.js'

export const basisStated: Check = {
  name: 'basis-stated',
  description: 'Every number and claim has a source, or says that it is judgement.',
  run(data, report) {
    eachGroup(data, (file, path, group) => {
      if (group.basis !== 'evidence' || !Array.isArray(group.sources) || group.sources.length > 0) return
      report(
        file,
        [...path, 'basis'],
        conflict(
          'it claims evidence and names no source',
          'Whoever reads the result must be able to look the claim up.',
          "Name the references under 'sources:', or write 'basis: judgement'.",
        ),
      )
    })
    data.indicators.forEach((indicator, index) => {
      if (indicator.gap === undefined) return
      for (const key of ['basis', 'why'] as const) {
        if (indicator[key] !== undefined) continue
        const expected =
          key === 'basis' ? "'evidence' or 'judgement': what the benchmark rests on" : 'the reason for the benchmark, in a sentence'
        report('indicators.yaml', ['indicators', index], { code: 'missing-key', key, expected })
      }
    })
  },
}
