/** The middle value of an odd number of values; of an even number the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Milliseconds of one call, as the median of several rounds after one that warms up. */
export function millisecondsOf(call: () => void, rounds = 7): number {
  call()
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      call()
      return performance.now() - start
    }),
  )
}

/** The same for a call that has to be waited for. */
export async function millisecondsOfAsync(call: () => Promise<void>, rounds = 7): Promise<number> {
  await call()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return median(times)
}

export const heading = (title: string): void => console.log(`\n${title}\n${'-'.repeat(title.length)}`)

/** One measured quantity on a line. */
export const line = (what: string, value: string): void => console.log(`${what.padEnd(62)} ${value}`)

/** Random numbers from a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
