import type { GuideSource, GuideSources, StrategyGuide } from './schema.js'

/** The guide as data: one entry for each strategy that has one, and the documents that its lines rest on. */
export interface GuideData {
  readonly strategies: readonly StrategyGuide[]
  readonly sources: GuideSources
}

/** The guide, ready to be looked things up in. Made by `makeGuide`. */
export interface Guide {
  readonly data: GuideData
  readonly byStrategy: ReadonlyMap<string, StrategyGuide>
  readonly sources: ReadonlyMap<string, GuideSource>
}

/** Makes a guide of checked data. It trusts its input: `parseGuideFiles` checks data of unknown origin first. */
export const makeGuide = (data: GuideData): Guide => ({
  data,
  byStrategy: new Map(data.strategies.map((entry) => [entry.strategy, entry])),
  sources: new Map(Object.entries(data.sources.sources)),
})

/** What the guide says of one strategy at one venue: what changes there, or nothing if it has no entry for the venue. */
export const venueNotes = (entry: StrategyGuide, sector: string, venue: string): StrategyGuide['venues'] =>
  entry.venues.filter((note) => note.venue === venue && (note.sector === undefined || note.sector === sector))
