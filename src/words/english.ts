import { frozen } from '../frozen.js'
import { englishSentences } from './english-sentences.js'
import type { Language } from './language.js'
import { pageWords } from './pages.js'
import { terminalWords } from './terminal.js'

/** English: its sentences, and the fixed texts of pages and of the terminal. */
export const english: Language = frozen({ ...englishSentences, page: pageWords, terminal: terminalWords })
