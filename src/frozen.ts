const refuse = (): never => {
  throw new TypeError('This is shared: it cannot be changed')
}

/**
 * Freezes a value and everything inside it, maps and sets included, so that nobody who is handed a part of it can change what comes next.
 * Only for what this library made itself: the value is not copied.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  if (value instanceof Map || value instanceof Set) {
    for (const [key, part] of value.entries()) {
      frozen(key)
      frozen(part)
    }
    Object.assign(value, { set: refuse, add: refuse, delete: refuse, clear: refuse })
  }
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}
