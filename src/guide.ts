export { builtInGuide } from './guide/built-in.js'
export { type Guide, type GuideData, makeGuide, venueNotes } from './guide/guide.js'
export type { GuideResource, GuideSource, GuideSources, StrategyGuide } from './guide/schema.js'
