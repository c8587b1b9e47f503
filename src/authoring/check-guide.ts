import type { GuideData } from '../guide/guide.js'
import { generalLinesOf, type Line, linesOf } from '../guide/lines.js'
import type { StrategyGuide } from '../guide/schema.js'
import type { Path } from '../issues/issue.js'
import type { Menus } from '../menus/compile.js'
import { type At, type Check, each, type Finding, idIn, type Placed, placeIn } from './checks/check.js'

/** The file that a finding is in: the guide to one strategy, or sources.yaml. */
export type GuideFile = 'sources.yaml' | `${string}.yaml`

interface Guide extends GuideData {
  readonly menus: Menus
}
type GuideCheck = Check<Guide, GuideFile>

/** Every strategy's guide. */
function* guidesOf({ strategies }: GuideData): Generator<Omit<Placed<StrategyGuide, GuideFile>, 'index'>> {
  for (const value of strategies) yield { value, at: placeIn<GuideFile>(`${value.strategy}.yaml`) }
}

/** Every line that carries a basis, in all files. */
function* guideLinesOf(guide: GuideData): Generator<{ value: Line; at: At<GuideFile> }> {
  for (const { value: entry, at } of guidesOf(guide))
    for (const value of linesOf(entry)) yield { value, at: (...keys) => at(...value.path, ...keys) }
  for (const value of generalLinesOf(guide.sources)) yield { value, at: placeIn<GuideFile>('sources.yaml', value.path) }
}

const basisFitsSources: GuideCheck = {
  name: 'basis-fits-sources',
  description: 'A line that is sourced or mixed names a source; a line that is judgement names none.',
  *run(guide) {
    for (const { value, at } of guideLinesOf(guide)) {
      if (value.basis !== 'judgement' && value.sources.length === 0)
        yield at().conflict(
          `the line is '${value.basis}' but names no source`,
          'A reader could not check it.',
          "Name its source, or write 'judgement'.",
        )
      if (value.basis === 'judgement' && value.sources.length > 0)
        yield at().conflict(
          "the line is 'judgement' but names a source",
          'A source vouches for it, or it does not.',
          "Write 'mixed' or 'sourced', or move the source to 'seeAlso'.",
        )
    }
  },
}

const studyMeasureFirst: GuideCheck = {
  name: 'study-measure-first',
  description: "The first measure of a strategy is the study's own definition, and only the first.",
  *run(guide) {
    for (const { value: entry, at: place } of guidesOf(guide)) {
      for (const { value, index, at } of each(entry.measures, place('measures'))) {
        if ((value.studyDefinition === true) === (index === 0)) continue
        yield at().conflict(
          index === 0 ? "the first measure is not marked as the study's definition" : "a later measure is marked as the study's definition",
          "A coalition compares its work with the study's by that one measure.",
          "Put the study's own measure first with 'studyDefinition: true', and mark no other.",
        )
      }
    }
  },
}

const idsExist: GuideCheck = {
  name: 'guide-ids-exist',
  description: 'Every strategy, venue, sector, menu and source that the guide names exists, and each strategy has one file.',
  *run(guide) {
    const { data, strategies, venues } = guide.menus
    const known = {
      strategy: [...strategies.keys()],
      venue: [...venues.keys()],
      sector: data.settings.sectors.map(({ id }) => id),
      menu: data.menus.map(({ id }) => id),
      'source of the guide': Object.keys(guide.sources.sources),
    }
    function* check(kind: keyof typeof known, id: string | undefined, at: At<GuideFile>): Generator<Finding<GuideFile>> {
      if (id !== undefined && !known[kind].includes(id)) yield at().unknownId({ kind }, id, known[kind])
    }
    const source = 'source of the guide'
    for (const { value, at } of guideLinesOf(guide))
      for (const key of ['sources', 'seeAlso'] as const)
        for (const { value: id, at: here } of each(value[key], at(key))) yield* check(source, id, here)
    const seen = new Set<string>()
    for (const { value: entry, at } of guidesOf(guide)) {
      yield* check('strategy', entry.strategy, () => at('strategy'))
      if (seen.has(entry.strategy))
        yield at('strategy').conflict(`two files are about '${entry.strategy}'`, 'Only one of them would be read.', 'Join them.')
      seen.add(entry.strategy)
      for (const { value, at: here } of each(entry.venues, at('venues'))) {
        yield* check('venue', value.venue, () => here('venue'))
        yield* check('sector', value.sector, () => here('sector'))
        for (const { value: id, at: spot } of each(value.weeks?.sources ?? [], here('weeks', 'sources'))) yield* check(source, id, spot)
      }
      for (const { value, at: here } of each(entry.resources, at('resources'))) yield* check(source, value.source, () => here('source'))
    }
    for (const { value: note, at } of each(guide.sources.notes, placeIn<GuideFile>('sources.yaml')('notes')))
      for (const { value: id, at: here } of each(note.menus, at('menus'))) yield* check('menu', id, here)
  },
}

const sourcesUsed: GuideCheck = {
  name: 'sources-used',
  description: 'Every document of sources.yaml is named by some line or resource.',
  *run(guide) {
    const used = new Set<string | undefined>()
    for (const { value } of guideLinesOf(guide)) for (const id of [...value.sources, ...value.seeAlso]) used.add(id)
    for (const { venues, resources } of guide.strategies) {
      for (const { weeks } of venues) for (const id of weeks?.sources ?? []) used.add(id)
      for (const { source } of resources) used.add(source)
    }
    for (const id of Object.keys(guide.sources.sources))
      if (!used.has(id))
        yield placeIn<GuideFile>('sources.yaml')('sources', id).conflict(
          `no line cites '${id}'`,
          'Nobody keeps an unused source up to date.',
          'Cite it, or remove it.',
        )
  },
}

const weeksInOrder: GuideCheck = {
  name: 'weeks-in-order',
  description: 'A span of weeks begins before it ends.',
  *run(guide) {
    for (const { value: entry, at: place } of guidesOf(guide))
      for (const key of ['steps', 'venues'] as const)
        for (const { value, at } of each<{ readonly weeks?: { from: number; to: number } | undefined }, GuideFile>(entry[key], place(key)))
          if (value.weeks && value.weeks.from > value.weeks.to)
            yield at('weeks').conflict(
              `the span runs from week ${value.weeks.from} to week ${value.weeks.to}`,
              'It ends before it begins.',
              'Swap the two numbers.',
            )
  },
}

/** Texts of a strategy's guide that a reader sees, with their place. Ids and addresses are none. */
function* textsOf(value: unknown, path: Path): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value))
      if (!idKeys.has(String(key))) yield* textsOf(part, [...path, key])
}
const idKeys = new Set(['strategy', 'venue', 'sector', 'source', 'sources', 'seeAlso', 'url'])

const noIdsInText: GuideCheck = {
  name: 'no-ids-in-text',
  description: 'No text of the guide names a strategy by its id.',
  *run(guide) {
    const ids = new Set(guide.menus.strategies.keys())
    for (const { value: entry, at } of guidesOf(guide))
      for (const { text, path } of textsOf(entry, [])) {
        const id = idIn(text, ids)
        if (id !== undefined)
          yield at(...path).conflict(
            `the text holds the id '${id}'`,
            'A coalition reads it, and does not know the id.',
            'Write the name, or what it is, in words.',
          )
      }
  },
}

/** Every check of the guide beyond the shape of its files, in the order in which they run. */
export const guideChecks: readonly GuideCheck[] = [basisFitsSources, studyMeasureFirst, idsExist, sourcesUsed, weeksInOrder, noIdsInText]
