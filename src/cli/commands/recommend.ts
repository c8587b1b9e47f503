import { recommend } from '../../recommend.js'
import { fromArguments } from '../fail.js'
import { formats, type PlanFlags, planOptions, withPlan } from '../flags.js'
import { oncePerInput, readMenus, readProfiles } from '../inputs.js'
import { resultText } from '../result-text.js'
import type { Define } from '../run.js'

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file...>', 'profiles (YAML or JSON) or tables (CSV); - reads standard input')
    .addOption(formats(['text', 'json'], 'text, or json (one line for each profile)'))
    .action(async (files: string[], flags: PlanFlags & { format: 'text' | 'json' }) => {
      oncePerInput(files)
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles(files, flags, menus, io)
      // Makes every result before it prints the first: nothing is half-written.
      const results = profiles.map((profile) => fromArguments(() => recommend(profile, planOptions(flags, menus))))
      for (const [index, result] of results.entries()) {
        if (flags.format === 'json') io.out(results.length === 1 ? JSON.stringify(result, null, 2) : JSON.stringify(result))
        else io.out(`${index > 0 ? '\n\n' : ''}${resultText(result, menus, io)}`)
      }
    })
