import { decide } from '../../recommend.js'
import { explanationDoc } from '../../report/explanation.js'
import { explain } from '../../words/explain.js'
import type { Define } from '../command.js'
import { fromArguments } from '../fail.js'
import { formats, type PlanFlags, planOptions, withPlan } from '../flags.js'
import { readMenus, readProfiles } from '../inputs.js'
import { type Format, writeAs } from '../write-as.js'

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<strategy>', 'a strategy, or an option (strategy@sector@venue)')
    .addOption(formats(['text', 'markdown', 'html', 'json'], 'text, markdown, html or json'))
    .action(async (file: string, id: string, flags: PlanFlags & { format: Format | 'json' }) => {
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const spoken = { menus, language: io.language }
      const texts = profiles.map((profile) =>
        fromArguments(() => {
          const decision = decide(profile, planOptions(flags, menus))
          return flags.format === 'json'
            ? JSON.stringify(explain(decision, id, spoken), null, 2)
            : writeAs(flags.format, explanationDoc(decision, id, spoken), io)
        }),
      )
      for (const text of texts) io.out(text)
    })
