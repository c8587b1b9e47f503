import { checkPlan } from '../../check-plan.js'
import { decide } from '../../recommend.js'
import { checkedDoc } from '../../report/checked.js'
import type { Define } from '../command.js'
import { Failure } from '../fail.js'
import { formats, type TableFlags, withTable } from '../flags.js'
import { oncePerInput, readMenus, readProfiles } from '../inputs.js'
import { exit } from '../io.js'
import { usePlanFile } from '../plan-file.js'
import { type Format, writeAs } from '../write-as.js'

export const define: Define = (command, io) =>
  withTable(command)
    .argument('<profile>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<plan>', 'a YAML or JSON list of selections (strategy@sector@venue), or the JSON of recommend')
    .addOption(formats(['text', 'markdown', 'html', 'json'], 'text, markdown, html or json'))
    .action(async (file: string, plan: string, flags: TableFlags & { format: Format | 'json' }) => {
      oncePerInput([file, plan])
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const spoken = { menus, language: io.language }
      const plans = usePlanFile(plan, (selections) => profiles.map((profile) => checkPlan(selections, profile, spoken)))
      plans.forEach((checked, index) => {
        const text =
          flags.format === 'json'
            ? JSON.stringify(checked, null, 2)
            : writeAs(flags.format, checkedDoc(checked, decide(profiles[index]!, { menus }), spoken), io)
        io.out(text)
      })
      if (plans.some(({ complete }) => !complete)) throw new Failure(exit.problems)
    })
