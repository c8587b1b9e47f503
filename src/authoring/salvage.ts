import type { Issue, Path } from '../issues/issue.js'

/** What is left of a file without the list entries that have problems, so that the checks can look at the rest in the same run. */
export interface Salvage {
  readonly value: unknown
  /** Ids of the entries set aside: they exist, so naming them elsewhere is not an error. */
  readonly lostIds: readonly string[]
  /** Gives a path in the remaining data its place in the whole file. */
  readonly restore: (path: Path) => Path
}

/**
 * Sets aside each entry of a file's main lists (`rules[3]`, `strategies[0]`) that has a problem.
 * @returns null when a problem lies outside of any list entry: then nothing can be said of the rest.
 */
export function salvage(value: unknown, issues: readonly Issue[]): Salvage | null {
  const dropped = new Map<string, Set<number>>()
  for (const { path } of issues) {
    const at = path.findIndex((key) => typeof key === 'number')
    // The main lists are the file itself (references.json) or under one of its keys.
    if (at !== 0 && at !== 1) return null
    const list = String(path.slice(0, at)[0] ?? '')
    dropped.set(list, (dropped.get(list) ?? new Set()).add(path[at] as number))
  }
  const lostIds: string[] = []
  const kept = new Map<string, number[]>()
  const without = (list: readonly unknown[], key: string): unknown[] => {
    const away = dropped.get(key)
    if (!away) return [...list]
    for (const index of away) lostIds.push(...idsIn(list[index]))
    const indices = list.map((_, index) => index).filter((index) => !away.has(index))
    kept.set(key, indices)
    return indices.map((index) => list[index])
  }
  const rest = Array.isArray(value)
    ? without(value, '')
    : Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, Array.isArray(part) ? without(part, key) : part]))
  const restore = (path: Path): Path => {
    const at = path.findIndex((key) => typeof key === 'number')
    const indices = at === 0 || at === 1 ? kept.get(String(path.slice(0, at)[0] ?? '')) : undefined
    return indices ? path.map((key, position) => (position === at ? indices[key as number]! : key)) : path
  }
  return { value: rest, lostIds, restore }
}

const idsIn = (entry: unknown): string[] =>
  typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? [entry.id] : []
