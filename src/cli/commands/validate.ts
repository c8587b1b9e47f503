import type { Define } from '../command.js'
import { Failure, wrongUsage } from '../fail.js'
import { formats, type MenuFlags, withMenus } from '../flags.js'
import { exit } from '../io.js'
import { asGithub, asJson, asText, type Findings } from '../validate/findings.js'
import { validateProfiles } from '../validate/profiles.js'
import { validateSet } from '../validate/sets.js'
import { defaultPath, targetsOf } from '../validate/targets.js'

const writers = { text: asText, json: asJson, github: asGithub }
type Flags = MenuFlags & { readonly format: keyof typeof writers; readonly sentences?: boolean }

export const define: Define = (command, io) =>
  withMenus(command)
    .argument('[path...]', 'folders and files; none: the menu set here')
    .addOption(formats(['text', 'json', 'github'], 'text, json, or github (annotations)'))
    .option('--sentences', 'show the sentence that each rule becomes')
    .action(async (paths: string[], flags: Flags) => {
      const findings = await validate(paths.length > 0 ? paths : [defaultPath() ?? nothing()], flags)
      if (findings.checked.length === 0) nothing()
      io.out(writers[flags.format](findings))
      // Warnings alone are fine.
      if (findings.issues.some(({ severity }) => severity === 'error')) throw new Failure(exit.problems)
    })

/** Checks menu sets and profiles: all problems in one run. */
async function validate(paths: readonly string[], { menus, sentences = false }: Flags): Promise<Findings> {
  const { sets, profiles } = targetsOf(paths)
  const found: Findings[] = []
  for (const set of sets) found.push(await validateSet(set, sentences))
  if (profiles.length > 0) found.push(validateProfiles(profiles, menus))
  return {
    issues: found.flatMap(({ issues }) => issues),
    checked: found.flatMap(({ checked }) => checked),
    sentences: found.flatMap((each) => each.sentences),
  }
}

function nothing(): never {
  throw wrongUsage({
    code: 'conflict',
    what: 'There is nothing to check: neither a menu set nor a profile',
    why: 'A menu set is a folder with files such as menus.yaml; a profile is a YAML or JSON file.',
    fix: 'Name a folder or a file: orcca validate menus',
  })
}
