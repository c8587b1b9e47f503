import type { Issue } from '../issues/issue.js'
import type { Menus } from '../menus/compile.js'
import type { CommunityProfile, Ids } from './schema.js'

/** An entry of `landscape` or `ratings`: sector and venue may be left out. */
export interface Entry {
  readonly strategy: string
  readonly sector?: string | undefined
  readonly venue?: string | undefined
}

/** How specific an entry is: the number of `sector` and `venue` that it names. */
export const specificity = ({ sector, venue }: Entry): number => (sector === undefined ? 0 : 1) + (venue === undefined ? 0 : 1)

/** Whether an entry is about an option. */
export const covers = (entry: Entry, strategy: string, sector: string, venue: string): boolean =>
  entry.strategy === strategy &&
  (entry.sector === undefined || entry.sector === sector) &&
  (entry.venue === undefined || entry.venue === venue)

/** What the shape of a profile cannot say: entries that contradict each other, and combinations that the menus do not list. */
export function checkProfile(profile: CommunityProfile<Ids>, menus: Menus): Issue[] {
  const { landscape = [], ratings = [] } = profile
  return [
    ...equallySpecific(landscape, 'landscape', menus, () => ''),
    ...equallySpecific(ratings, 'ratings', menus, ({ rater }) => rater ?? ''),
    ...unlisted(landscape, 'landscape', menus),
    ...unlisted(ratings, 'ratings', menus),
    ...emptyRatings(ratings),
    ...measuredAndStated(profile, menus),
  ]
}

function equallySpecific<E extends Entry>(entries: readonly E[], key: string, menus: Menus, groupOf: (entry: E) => string): Issue[] {
  const byGroup = new Map<string, number[]>()
  entries.forEach((entry, index) => {
    const group = JSON.stringify([groupOf(entry), entry.strategy, specificity(entry)])
    byGroup.set(group, [...(byGroup.get(group) ?? []), index])
  })
  const issues: Issue[] = []
  for (const indices of byGroup.values()) {
    indices.forEach((later, position) => {
      const earlier = indices.slice(0, position).find((index) => meet(entries[index]!, entries[later]!, menus))
      if (earlier === undefined) return
      issues.push({
        code: 'conflict',
        severity: 'error',
        path: [key, later],
        what: `it covers the same option as ${key}[${earlier}], equally specifically`,
        why: 'The most specific entry counts, so two equal ones cannot both.',
        fix: 'Remove one of them, or name the sector and venue in one.',
      })
    })
  }
  return issues
}

/** Whether two equally specific entries cover one option: the same sector and venue where both name them, or a listed option where not. */
function meet(a: Entry, b: Entry, menus: Menus): boolean {
  if (a.sector === b.sector && a.venue === b.venue) return true
  if (a.sector !== undefined && b.sector !== undefined && a.sector !== b.sector) return false
  if (a.venue !== undefined && b.venue !== undefined && a.venue !== b.venue) return false
  return (menus.optionsOf.get(a.strategy) ?? []).some(
    ({ strategy, sector, venue }) => covers(a, strategy.id, sector, venue.id) && covers(b, strategy.id, sector, venue.id),
  )
}

/** Finds the entries that are about no option of the menus, by their index. */
export const unlistedEntries = (entries: readonly Entry[], menus: Menus): number[] =>
  entries.flatMap((entry, index) => {
    const options = menus.optionsOf.get(entry.strategy) ?? []
    return options.some(({ strategy, sector, venue }) => covers(entry, strategy.id, sector, venue.id)) ? [] : [index]
  })

const unlisted = (entries: readonly Entry[], key: string, menus: Menus): Issue[] =>
  unlistedEntries(entries, menus).map((index): Issue => {
    const { strategy, sector, venue } = entries[index]!
    return {
      code: 'conflict',
      severity: 'warning',
      path: [key, index],
      what: `the menus list no option of '${strategy}' at ${[sector, venue].filter(Boolean).join(' / ')}`,
      why: 'The ORCCA allows any venue, but without a listed reach and feasibility it cannot be scored.',
      fix: `Leave it if it is intended; otherwise choose a sector and venue that 'orcca menus ${strategy}' lists.`,
    }
  })

function emptyRatings(ratings: NonNullable<CommunityProfile<Ids>['ratings']>): Issue[] {
  return ratings.flatMap((entry, index): Issue[] =>
    entry.feasibility === undefined && entry.readiness === undefined && entry.desirability === undefined && entry.interest !== true
      ? [
          {
            code: 'conflict',
            severity: 'error',
            path: ['ratings', index],
            what: 'the entry rates nothing',
            why: 'An entry needs at least one of feasibility, readiness and desirability, or must say that the rater has an interest.',
            fix: 'Add a rating from 1 to 5, or remove the entry.',
          },
        ]
      : [],
  )
}

/** Finds the gaps that are stated although they are measured in full: the stated severity is not used. */
export function unusedSeverities(profile: CommunityProfile<Ids>, menus: Menus): string[] {
  const known = (indicator: { id: string; from?: { fact: string } | undefined }): boolean => {
    if (indicator.from) return profile.context?.[indicator.from.fact] !== undefined
    const given = profile.indicators?.[indicator.id]
    return given !== undefined && given !== 'suppressed' && !(typeof given === 'object' && given.value === 'suppressed')
  }
  return menus.gaps.flatMap(({ gap, shares }) =>
    profile.gaps?.[gap.id] !== undefined && shares.every((share) => share.indicators.some(known)) ? [gap.id] : [],
  )
}

const measuredAndStated = (profile: CommunityProfile<Ids>, menus: Menus): Issue[] =>
  unusedSeverities(profile, menus).map((gap) => ({
    code: 'conflict',
    severity: 'warning',
    path: ['gaps', gap],
    what: `the stated severity of '${gap}' is not used`,
    why: 'Every indicator of this gap is measured, and measured values take precedence.',
    fix: 'Remove the stated severity, or the measured values if they are wrong.',
  }))
