import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CommunityProfile } from '../../src/profile/schema.js'
import { recommend } from '../../src/recommend.js'
import type { Recommendation } from '../../src/words/plan.js'

/**
 * Four communities that differ in what is known of them: a rural county with public data, a large city, a place with hardly any data, and a
 * county whose coalition has rated, described what runs, and set goals. Figures: menus/mappings/county-profiles.yaml names their sources.
 */
export const communities = ['rural', 'urban', 'sparse', 'rated'] as const
export type Community = (typeof communities)[number]

export const profileOf = (community: Community): CommunityProfile =>
  parse(readFileSync(new URL(`../fixtures/communities/${community}.yaml`, import.meta.url), 'utf8'))

const known = new Map<Community, Recommendation>()

export function resultOf(community: Community): Recommendation {
  const before = known.get(community)
  if (before) return before
  const made = recommend(profileOf(community))
  known.set(community, made)
  return made
}
