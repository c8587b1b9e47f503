import type { Decision, Quadrant, RankedOption } from '../decide/decision.js'
import type { Guide } from '../guide/guide.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import type { Estimate } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import { english } from '../words/english.js'
import type { Language } from '../words/language.js'
import { type Names, namesOf } from '../words/names.js'
import { points, two } from '../words/numbers.js'
import type { PageWords } from '../words/pages.js'
import { plainText, shorten } from '../words/plain-text.js'
import { factsToConfirm } from '../words/reason.js'
import type { Rich } from '../words/rich.js'
import { type Inline, joined, type Text } from './blocks.js'
import { type Numbering, numberReferences } from './references.js'

/** What a document is made with, besides the decision. */
export interface ReportOptions {
  /** The menus that the decision was made with. Default: the built-in ones. */
  readonly menus?: Menus
  /** The guide (`orcca/guide`): adds what each strategy is, in short. Default: none. */
  readonly guide?: Guide
  /** The language to speak. Default: English. */
  readonly language?: Language
}

/** Everything that a part of a document needs to speak of a decision. */
export interface Speaking {
  readonly decision: Decision<Ids>
  readonly menus: Menus
  readonly guide: Guide | null
  readonly names: Names
  readonly language: Language
  readonly words: PageWords
  readonly references: Numbering
  /** Turns rich text into parts of a line: references become numbers, ids become names. */
  readonly rich: (text: Rich) => Inline[]
  /** `0.43 (0.05 to 0.85)`, or `0.43` where nothing is open. */
  readonly withRange: (estimate: Estimate, write?: (value: number) => string) => string
  /** Where an option is in the ranking, and its number in the plan. */
  readonly byId: ReadonlyMap<string, RankedOption<Ids>>
  readonly planned: ReadonlyMap<string, number>
}

export function speakOf(decision: Decision<Ids>, { menus = builtInMenus(), guide, language = english }: ReportOptions): Speaking {
  const names = namesOf(menus)
  const words = language.page
  const references = numberReferences(menus, words)
  return {
    decision,
    menus,
    guide: guide ?? null,
    names,
    language,
    words,
    references,
    rich: (text) =>
      text.flatMap((part, index): Inline[] => {
        if (typeof part === 'string') return [part]
        if ('option' in part) return [names.option(part.option)]
        if ('strategy' in part) return [names.strategy(part.strategy)]
        const before = text[index - 1]
        const first = typeof before !== 'object' || !('cite' in before)
        return [...(first ? [' '] : []), ...references.cite([part.cite])]
      }),
    withRange: (estimate, write = two) => {
      const range = rangeOf(estimate, words, write)
      return range === '' ? write(estimate.best) : words.withRange(write(estimate.best), range)
    },
    byId: new Map(decision.ranking.map((option) => [option.id, option])),
    planned: new Map(decision.plan.selections.map(({ id }, index) => [id, index + 1])),
  }
}

/** `0.05 to 0.85`, or nothing where nothing is open. */
export const rangeOf = ({ low, high }: Estimate, words: PageWords, write: (value: number) => string): string =>
  write(low) === write(high) ? '' : words.range(write(low), write(high))

export const quadrantOf = (
  { quadrant, unsettled }: { readonly quadrant: Quadrant; readonly unsettled: boolean },
  words: PageWords,
): string => (unsettled ? words.unsettled(words.quadrants[quadrant]) : words.quadrants[quadrant])

/** `jails, Criminal Justice` */
export const placeOf = ({ venue, sector }: { readonly venue: string; readonly sector: string }, { names }: Speaking): string =>
  `${names.venue(venue)}, ${names.sector(sector)}`

/** The questions to settle before an option is started, one after the other. */
export const questionsOf = (option: RankedOption<Ids>, { decision, menus, language, names, rich }: Speaking): Text[] =>
  factsToConfirm(option, decision, menus).map((fact) => rich(language.question(fact, names)))

/** A score as a card shows it. */
export const scoreOf = (option: RankedOption<Ids>, { words }: Speaking) => {
  const range = rangeOf(option.priority, words, points)
  return {
    label: words.priority,
    value: option.priority,
    most: 100,
    shown: points(option.priority.best),
    words: [...(range === '' ? [] : [words.couldBe(range)]), quadrantOf(option, words)],
  }
}

/** A longer name is cut where it is shown. */
const longestName = 120

/** The community's name, and the line about it: state, residents, day, menus. */
export function communityOf({ decision: { community, menus }, words }: Speaking): { name: string; about: Inline[]; madeWith: string } {
  const name = shorten(plainText(community.name), longestName)
  const state = community.state === null ? '' : shorten(plainText(community.state), longestName)
  const madeWith = words.madeWith(menus.id, menus.version)
  const about = [
    state === '' || name.endsWith(`, ${state}`) ? '' : state,
    community.population === null ? '' : words.residents(community.population),
    community.asOf === null ? '' : words.asOf(community.asOf),
    madeWith,
  ].filter((part) => part !== '')
  return {
    name,
    about: joined(
      about.map((own) => [{ own }]),
      ' · ',
    ),
    madeWith,
  }
}
