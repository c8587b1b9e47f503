import { builtInGuide } from '../../guide/built-in.js'
import { suggest } from '../../issues/suggest.js'
import { guideOf } from '../../report/guide.js'
import type { Define } from '../command.js'
import { wrongUsage } from '../fail.js'
import { formats } from '../flags.js'
import { type Format, writeAs } from '../write-as.js'
import { deliver } from '../write-file.js'

interface Flags {
  readonly format: Format
  readonly out?: string
}

export const define: Define = (command, io) =>
  command
    .argument('<strategy>', 'a strategy')
    .addOption(formats(['text', 'markdown', 'html'], 'text, markdown or html'))
    .option('--out <file>', 'write to a file')
    .action((id: string, { format, out }: Flags) => {
      const guide = builtInGuide()
      const entry = guide.byStrategy.get(id)
      const known = [...guide.byStrategy.keys()]
      if (!entry)
        throw wrongUsage({ code: 'unknown-id', kind: 'strategy of the guide', id, suggestion: suggest(id, known), allowed: known })
      deliver(writeAs(format, guideOf(entry, guide, { language: io.language }), io), out, io)
    })
