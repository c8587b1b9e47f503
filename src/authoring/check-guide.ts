import type { GuideData } from '../guide/guide.js'
import { generalLinesOf, type Line, linesOf } from '../guide/lines.js'
import type { Path, Problem } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import type { Menus } from '../menus/compile.js'

/** Where a finding is: in the guide to one strategy, or in sources.yaml. */
export type GuideFile = 'sources.yaml' | `${string}.yaml`

type Report = (file: GuideFile, path: Path, problem: Problem) => void

/** One check of the guide, beyond the shape of its files. */
export interface GuideCheck {
  readonly name: string
  readonly description: string
  readonly run: (guide: GuideData, menus: Menus, report: Report) => void
}

const fileOf = (strategy: string): GuideFile => `${strategy}.yaml`

/** Calls back for every line that carries a basis, in all files. */
function eachLine({ strategies, sources }: GuideData, visit: (file: GuideFile, line: Line) => void): void {
  for (const entry of strategies) for (const line of linesOf(entry)) visit(fileOf(entry.strategy), line)
  for (const line of generalLinesOf(sources)) visit('sources.yaml', line)
}

const unknownId = (kind: string, id: string, allowed: readonly string[]): Problem => ({
  code: 'unknown-id',
  kind,
  id,
  suggestion: suggest(id, allowed),
  allowed,
})

const basisFitsSources: GuideCheck = {
  name: 'basis-fits-sources',
  description: 'A line that is sourced or mixed names a source; a line that is judgement names none.',
  run(guide, _menus, report) {
    eachLine(guide, (file, { path, basis, sources }) => {
      if (basis !== 'judgement' && sources.length === 0) {
        report(file, path, {
          code: 'conflict',
          what: `the line is '${basis}' and names no source`,
          why: 'A reader could not check it.',
          fix: "Name its source, or write 'judgement'.",
        })
      }
      if (basis === 'judgement' && sources.length > 0) {
        report(file, path, {
          code: 'conflict',
          what: "the line is 'judgement' and names a source",
          why: 'A source vouches for it, or it does not.',
          fix: "Write 'mixed' or 'sourced', or move the source to 'seeAlso'.",
        })
      }
    })
  },
}

const studyMeasureFirst: GuideCheck = {
  name: 'study-measure-first',
  description: "The first measure of a strategy is the study's own definition, and only the first.",
  run({ strategies }, _menus, report) {
    for (const { strategy, measures } of strategies) {
      measures.forEach(({ studyDefinition }, index) => {
        if ((studyDefinition === true) === (index === 0)) return
        report(fileOf(strategy), ['measures', index], {
          code: 'conflict',
          what:
            index === 0
              ? "the first measure is not marked as the study's definition"
              : "a later measure is marked as the study's definition",
          why: "A coalition compares its work with the study's by that one measure.",
          fix: "Put the study's own measure first with 'studyDefinition: true', and mark no other.",
        })
      })
    }
  },
}

const idsExist: GuideCheck = {
  name: 'guide-ids-exist',
  description: 'Every strategy, venue, sector, menu and source that the guide names exists, and each strategy has one file.',
  run({ strategies, sources }, menus, report) {
    const known = {
      strategies: [...menus.strategies.keys()],
      venues: [...menus.venues.keys()],
      sectors: menus.data.settings.sectors.map(({ id }) => id),
      menus: menus.data.menus.map(({ id }) => id),
    }
    const sourceIds = Object.keys(sources.sources)
    eachLine({ strategies, sources }, (file, line) => {
      for (const key of ['sources', 'seeAlso'] as const) {
        line[key].forEach((id, index) => {
          if (!Object.hasOwn(sources.sources, id)) report(file, [...line.path, key, index], unknownId('source of the guide', id, sourceIds))
        })
      }
    })
    const seen = new Set<string>()
    for (const { strategy, venues, resources } of strategies) {
      const file = fileOf(strategy)
      if (!menus.strategies.has(strategy)) report(file, ['strategy'], unknownId('strategy', strategy, known.strategies))
      if (seen.has(strategy))
        report(file, ['strategy'], {
          code: 'conflict',
          what: `two files are about '${strategy}'`,
          why: 'Only one of them would be read.',
          fix: 'Join them.',
        })
      seen.add(strategy)
      venues.forEach(({ venue, sector, weeks }, index) => {
        if (!menus.venues.has(venue)) report(file, ['venues', index, 'venue'], unknownId('venue', venue, known.venues))
        if (sector !== undefined && !known.sectors.includes(sector))
          report(file, ['venues', index, 'sector'], unknownId('sector', sector, known.sectors))
        weeks?.sources.forEach((id, at) => {
          if (!Object.hasOwn(sources.sources, id))
            report(file, ['venues', index, 'weeks', 'sources', at], unknownId('source of the guide', id, sourceIds))
        })
      })
      resources.forEach(({ source }, index) => {
        if (source !== undefined && !Object.hasOwn(sources.sources, source))
          report(file, ['resources', index, 'source'], unknownId('source of the guide', source, sourceIds))
      })
    }
    sources.notes.forEach((note, index) => {
      note.menus.forEach((menu, at) => {
        if (!known.menus.includes(menu)) report('sources.yaml', ['notes', index, 'menus', at], unknownId('menu', menu, known.menus))
      })
    })
  },
}

const sourcesUsed: GuideCheck = {
  name: 'sources-used',
  description: 'Every document of sources.yaml is named by some line or resource.',
  run(guide, _menus, report) {
    const used = new Set<string>()
    eachLine(guide, (_file, { sources, seeAlso }) => {
      for (const id of [...sources, ...seeAlso]) used.add(id)
    })
    for (const { venues, resources } of guide.strategies) {
      for (const { weeks } of venues) for (const id of weeks?.sources ?? []) used.add(id)
      for (const { source } of resources) if (source !== undefined) used.add(source)
    }
    for (const id of Object.keys(guide.sources.sources)) {
      if (!used.has(id))
        report('sources.yaml', ['sources', id], {
          code: 'conflict',
          what: `no line rests on '${id}'`,
          why: 'What nothing rests on is not kept up to date.',
          fix: 'Cite it, or remove it.',
        })
    }
  },
}

const weeksInOrder: GuideCheck = {
  name: 'weeks-in-order',
  description: 'A span of weeks begins before it ends.',
  run({ strategies }, _menus, report) {
    for (const { strategy, steps, venues } of strategies) {
      for (const [name, list] of Object.entries({ steps, venues })) {
        list.forEach(({ weeks }, index) => {
          if (!weeks || weeks.from <= weeks.to) return
          report(fileOf(strategy), [name, index, 'weeks'], {
            code: 'conflict',
            what: `the span runs from week ${weeks.from} to week ${weeks.to}`,
            why: 'It ends before it begins.',
            fix: 'Swap the two numbers.',
          })
        })
      }
    }
  },
}

/** Every check of the guide, in the order in which they run. The form of links is a matter of its schema. */
export const guideChecks: readonly GuideCheck[] = [basisFitsSources, studyMeasureFirst, idsExist, sourcesUsed, weeksInOrder]
