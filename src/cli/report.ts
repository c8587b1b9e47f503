import type { Recommendation } from '../decide/decision.js'
import { builtInGuide } from '../guide/built-in.js'
import type { Menus } from '../menus/compile.js'
import type { Ids } from '../profile/schema.js'
import { reportHtml, reportMarkdown } from '../report/report/document.js'
import { deliver } from './deliver.js'
import type { Exit, Io } from './io.js'

export interface ReportFlags {
  /** The menus that the result was made with. */
  readonly menus: Menus
  /** Default: `html`. */
  readonly format?: 'html' | 'markdown'
  /** The file to write; left out: `io.out`. */
  readonly out?: string
}

/** `orcca report`: the page for the coalition. */
export function report(result: Recommendation<Ids>, { menus, format = 'html', out }: ReportFlags, io: Io): Exit {
  const options = { menus, guide: builtInGuide() }
  return deliver(format === 'html' ? reportHtml(result, options) : reportMarkdown(result, options), out, io)
}
