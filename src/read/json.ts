/**
 * Reads a JSON text: many times as fast as the YAML reader, which gives places.
 * @returns undefined when it is not sound JSON, or a group has a key twice: then the YAML reader tells what is wrong, and where.
 */
export function readJson(text: string): { readonly value: unknown } | undefined {
  const first = text.trimStart()[0]
  if (first !== '{' && first !== '[') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isPlain(text) ? { value } : undefined
  } catch {
    return undefined
  }
}

/** Deeper nesting is refused by the YAML reader. */
const deepest = 50

/** Whether no group has a key twice (`JSON.parse` silently keeps the last one) and nothing is nested deeply, in a text of sound JSON. */
function isPlain(text: string): boolean {
  const groups: (Set<string> | null)[] = []
  let lastText = ''
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{') groups.push(new Set())
    else if (token === '[') groups.push(null)
    else if (token === '}' || token === ']') groups.pop()
    else if (token !== ':') lastText = token
    else {
      const keys = groups.at(-1)!
      const key = JSON.parse(lastText) as string
      if (keys.has(key)) return false
      keys.add(key)
    }
    if (groups.length > deepest) return false
  }
  return true
}
