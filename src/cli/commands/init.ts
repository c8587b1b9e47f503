import type { Define } from '../command.js'
import { wrongUsage } from '../fail.js'
import { type MenuFlags, withMenus } from '../flags.js'
import { readMenus } from '../inputs.js'
import { profileTemplate } from '../template.js'

export const define: Define = (command, io) =>
  withMenus(command)
    .argument('[what]', 'menus')
    .argument('[dir]', 'the folder to write to')
    .action(async (what: string | undefined, folder: string | undefined, flags: MenuFlags) => {
      if (what === undefined) return io.out(profileTemplate(await readMenus(flags.menus)))
      if (what !== 'menus' || folder === undefined)
        throw wrongUsage({
          code: 'conflict',
          what: what === 'menus' ? 'no folder is named' : `'${what}' cannot be made`,
          why: 'init prints a profile, or writes a menu set to a folder.',
          fix: 'Write: orcca init > my-county.yaml, or: orcca init menus my-menus',
        })
      const { writeStarter } = await import('../starter.js')
      io.out(writeStarter(folder))
    })
