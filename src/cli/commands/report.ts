import { builtInGuide } from '../../guide/built-in.js'
import { reportHtml, reportMarkdown } from '../../report/report/document.js'
import type { Define } from '../command.js'
import { formats, type PlanFlags, withPlan } from '../flags.js'
import { resultOf } from '../inputs.js'
import { deliver } from '../write-file.js'

const writers = { html: reportHtml, markdown: reportMarkdown }

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV) with --row')
    .addOption(formats(['html', 'markdown']))
    .option('--out <file>', 'write to a file')
    .action(async (file: string, flags: PlanFlags & { format: keyof typeof writers; out?: string }) => {
      const { menus, result } = await resultOf(file, flags, io)
      deliver(writers[flags.format](result, { menus, guide: builtInGuide(), language: io.language }), flags.out, io)
    })
