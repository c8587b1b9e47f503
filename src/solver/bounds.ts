import type { State } from './state.js'

const nothing = Number.NEGATIVE_INFINITY

/**
 * Bounds what the places left can add, by covers that have no members in common.
 *
 * Proof. Take a family of covers, no two of which share a member. Any set that meets them has, for each, at least as many items that help
 * as the cover is missing, and these are different items. Among all sets of free items that have so many of each cover's helpers, the
 * heaviest takes the best helpers of each cover and fills the other places with the best items that remain: an item outside it can only
 * come in for one of the same cover, or for one that fills, and neither is lighter. Dropping the limits per group only adds sets.
 * @returns the most that the places left can add, or -Infinity when no set of free items meets the covers
 */
export function familyBound(state: State): number {
  const { items, covers } = state.problem
  const { marks } = state.scratch
  const used = ++state.scratch.stamp
  const family: number[] = []
  let places = state.left
  let sum = 0
  for (const cover of state.byScarcity) {
    const missing = state.missing(cover)
    if (missing <= 0) continue
    if (missing > state.left) return nothing
    if (!state.isApart(cover, family)) continue
    family.push(cover)
    places -= missing
    if (places < 0) return nothing
    let taken = 0
    for (const item of covers[cover]!.members) {
      if (!state.helps(item, cover)) continue
      sum += items[item]!.value
      marks[item] = used
      taken += 1
      if (taken === missing) break
    }
    if (taken < missing) return nothing
  }
  for (let item = 0; item < items.length && places > 0; item += 1) {
    if (marks[item] === used || !state.isFree(item)) continue
    sum += items[item]!.value
    places -= 1
  }
  return places > 0 ? nothing : sum
}

/**
 * Bounds what the places left can add, by the limits per group.
 *
 * Proof. Sets of free items that keep to the limit of each group and to the places left are the independent sets of a matroid, so taking
 * the best items one by one gives a heaviest basis B. For any other basis X there is a one-to-one exchange: each item x of X outside B
 * comes
 * in for an item b of B outside X, where B without b and with x is a basis too. So b is in the group of x where B fills that group, and
 * b is worth at least as much as x: no exchange gains anything. Where X meets a cover that misses `missing` and B brings `brought` of it,
 * at least `missing - brought` of its helpers are in X and outside B. In a family of covers without common members these are different
 * items, so the exchanges lose together at least
 * - the smallest losses of so many helpers of each cover, each against the lightest item of B that it may replace, and
 * - the lightest so many items of B, less the best so many helpers of each cover.
 * @returns the most that the places left can add, or -Infinity when no set of free items meets the covers
 */
export function groupBound(state: State): number {
  const { items, covers, maxPerGroup } = state.problem
  const { marks, inGroup, lightestOf } = state.scratch
  const inBasis = ++state.scratch.stamp
  inGroup.set(state.inGroup)
  const basis: number[] = []
  let sum = 0
  for (let item = 0; item < items.length && basis.length < state.left; item += 1) {
    const { value, group } = items[item]!
    if (inGroup[group]! >= maxPerGroup || !state.isFree(item)) continue
    inGroup[group]! += 1
    lightestOf[group] = value
    marks[item] = inBasis
    basis.push(value)
    sum += value
  }
  if (basis.length < state.left) return nothing
  const lightest = basis.at(-1) ?? 0

  const family: number[] = []
  let lacking = 0
  let losses = 0
  let comesIn = 0
  for (const cover of state.byScarcity) {
    const { members, count } = covers[cover]!
    let lacks = state.missing(cover)
    if (lacks <= 0 || !state.isApart(cover, family)) continue
    const brought = count === 'groups' ? new Set<number>() : null
    for (const item of members) {
      const { group } = items[item]!
      if (marks[item] !== inBasis || !state.helps(item, cover) || brought?.has(group)) continue
      brought?.add(group)
      lacks -= 1
    }
    if (lacks <= 0) continue
    family.push(cover)
    const own: number[] = []
    for (const item of members) {
      const { value, group } = items[item]!
      if (marks[item] === inBasis || !state.helps(item, cover) || brought?.has(group)) continue
      if (own.length < lacks) comesIn += value
      own.push((inGroup[group]! >= maxPerGroup ? lightestOf[group]! : lightest) - value)
    }
    if (own.length < lacks) return nothing
    own.sort((a, b) => a - b)
    for (let index = 0; index < lacks; index += 1) losses += own[index]!
    lacking += lacks
  }
  if (lacking > state.left) return nothing
  let goesOut = 0
  for (let index = basis.length - lacking; index < basis.length; index += 1) goesOut += basis[index]!
  return sum - Math.max(losses, goesOut - comesIn)
}
