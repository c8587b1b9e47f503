import type { Path } from '../issues/issue.js'
import type { GuideSources, StrategyGuide } from './schema.js'

/** A line of the guide that says what it rests on. */
export interface Line {
  readonly path: Path
  readonly basis: 'sourced' | 'mixed' | 'judgement'
  readonly sources: readonly string[]
  readonly seeAlso: readonly string[]
}

type Based = { readonly basis: Line['basis']; readonly sources: readonly string[]; readonly seeAlso?: readonly string[] }
const toLine = (path: Path, { basis, sources, seeAlso = [] }: Based): Line => ({ path, basis, sources, seeAlso })

/** Every line of a strategy's guide that carries a basis. */
export function linesOf(entry: StrategyGuide): Line[] {
  const lists = {
    steps: entry.steps,
    venues: entry.venues,
    costs: entry.costs,
    measures: entry.measures,
    sustain: entry.sustain,
    pitfalls: entry.pitfalls,
    equity: entry.equity,
  }
  return [
    ...(entry.leadTime ? [toLine(['leadTime'], entry.leadTime)] : []),
    ...Object.entries(lists).flatMap(([name, list]) => list.map((line, index) => toLine([name, index], line))),
  ]
}

/** Every line of sources.yaml that carries a basis. */
export const generalLinesOf = ({ notes }: GuideSources): Line[] => notes.map((note, index) => toLine(['notes', index], note))
