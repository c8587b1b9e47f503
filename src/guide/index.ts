export { builtInGuide } from './built-in.js'
export { type Guide, type GuideData, makeGuide, venueNotes } from './guide.js'
export type { GuideResource, GuideSource, GuideSources, StrategyGuide } from './schema.js'
