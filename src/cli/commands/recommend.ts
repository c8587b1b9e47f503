import { recommend } from '../../recommend.js'
import { resultDoc } from '../../report/result.js'
import { writeTerminal } from '../../report/write/terminal.js'
import { namesOf } from '../../words/names.js'
import { wordsOf } from '../../words/plan.js'
import type { Define } from '../command.js'
import { fromArguments } from '../fail.js'
import { choice, formats, type PlanFlags, planOptions, withPlan } from '../flags.js'
import { oncePerInput, readMenus, readProfiles } from '../inputs.js'

interface Flags extends PlanFlags {
  readonly format: 'text' | 'json'
  readonly words: 'plan' | 'all'
}

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file...>', 'profiles (YAML or JSON) or tables (CSV); - reads standard input')
    .addOption(formats(['text', 'json'], 'text, or json (one line for each profile)'))
    .addOption(choice('words', ['plan', 'all'], 'with json: the words of the plan, or of every option as well'))
    .action(async (files: string[], flags: Flags) => {
      oncePerInput(files)
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles(files, flags, menus, io)
      const { language } = io
      // Makes every result before it prints the first: nothing is half-written.
      const results = profiles.map((profile) => fromArguments(() => recommend(profile, { ...planOptions(flags, menus), language })))
      const names = namesOf(menus)
      for (const [index, result] of results.entries()) {
        if (flags.format === 'text') {
          const text = writeTerminal(resultDoc(result, { menus, language }), { width: io.columns, colour: io.colour })
          io.out(`${index > 0 ? '\n\n' : ''}${text}`)
          continue
        }
        const inWords = () => result.ranking.map((option) => ({ ...option, words: wordsOf(option, result, names, language) }))
        const printed = flags.words === 'all' ? { ...result, ranking: inWords() } : result
        io.out(results.length === 1 ? JSON.stringify(printed, null, 2) : JSON.stringify(printed))
      }
    })
