/** The fixed texts of pages. */
export type PageWords = Readonly<Record<string, never>>

export const pageWords: PageWords = {}
