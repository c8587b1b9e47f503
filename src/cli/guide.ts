import { builtInGuide } from '../guide/built-in.js'
import type { Guide } from '../guide/guide.js'
import { formatIssues } from '../issues/issue.js'
import { suggest } from '../issues/suggest.js'
import { builtInMenus } from '../menus/built-in.js'
import type { Menus } from '../menus/compile.js'
import { guideOf } from '../report/guide.js'
import { writeHtml } from '../report/write/html.js'
import { writeMarkdown } from '../report/write/markdown.js'
import { writeTerminal } from '../report/write/terminal.js'
import { deliver } from './deliver.js'
import { type Exit, exit, type Io } from './io.js'

export interface GuideFlags {
  /** Default: the built-in menus. */
  readonly menus?: Menus
  /** Default: the built-in guide. */
  readonly guide?: Guide
  /** Default: `text`. */
  readonly format?: 'text' | 'markdown' | 'html'
  /** The file to write; left out: `io.out`. */
  readonly out?: string
}

/** `orcca guide <strategy>`: prints what a coalition needs to put a strategy in place. */
export function guide(
  strategy: string,
  io: Io,
  { menus = builtInMenus(), guide: from = builtInGuide(), format = 'text', out }: GuideFlags = {},
): Exit {
  const entry = from.byStrategy.get(strategy)
  if (!entry) {
    const known = [...from.byStrategy.keys()]
    io.err(
      formatIssues([
        {
          code: 'unknown-id',
          severity: 'error',
          path: [],
          kind: 'strategy of the guide',
          id: strategy,
          suggestion: suggest(strategy, known),
          allowed: [],
        },
      ]),
    )
    io.err(`The guide has: ${known.join(', ')}.`)
    return exit.problems
  }
  const doc = guideOf(entry, from, { menus })
  const write = {
    text: () => writeTerminal(doc, { width: io.columns, colour: io.colour }),
    markdown: () => writeMarkdown(doc),
    html: () => writeHtml(doc),
  }
  return deliver(write[format](), out, io)
}
