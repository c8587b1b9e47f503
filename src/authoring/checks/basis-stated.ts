import type { Check } from './check.js'
import { allGroups, indicatorsOf } from './walk.js'

const expected = {
  basis: "'evidence' or 'judgement': what the benchmark rests on",
  why: 'the reason for the benchmark, in a sentence',
} as const

export const basisStated: Check = {
  name: 'basis-stated',
  description: 'Every number and claim has a source, or says that it is judgement.',
  *run(data) {
    for (const { value, at } of allGroups(data))
      if (value.basis === 'evidence' && Array.isArray(value.sources) && value.sources.length === 0)
        yield at('basis').conflict(
          'it claims evidence but names no source',
          'Whoever reads the result must be able to look the claim up.',
          "Name the references under 'sources:', or write 'basis: judgement'.",
        )
    for (const { value, at } of indicatorsOf(data))
      for (const key of ['basis', 'why'] as const)
        if (value.gap !== undefined && value[key] === undefined) yield at().missing(key, expected[key])
  },
}
