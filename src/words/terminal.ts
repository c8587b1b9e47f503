/** The fixed texts of terminal. */
export type TerminalWords = Readonly<Record<string, never>>

export const terminalWords: TerminalWords = {}
