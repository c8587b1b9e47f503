import { suggest } from '../../issues/suggest.js'
import { menusDoc, strategyDoc } from '../../report/menus.js'
import type { Define } from '../command.js'
import { wrongUsage } from '../fail.js'
import { formats, type MenuFlags, withMenus } from '../flags.js'
import { readMenus } from '../inputs.js'
import { type Format, writeAs } from '../write-as.js'

export const define: Define = (command, io) =>
  withMenus(command)
    .argument('[strategy]', 'everything the menus hold on one strategy')
    .addOption(formats(['text', 'markdown', 'html'], 'text, markdown or html'))
    .action(async (id: string | undefined, flags: MenuFlags & { format: Format }) => {
      const menus = await readMenus(flags.menus)
      const strategy = id === undefined ? undefined : menus.strategies.get(id)
      if (id !== undefined && !strategy) {
        const known = [...menus.strategies.keys()]
        throw wrongUsage({ code: 'unknown-id', kind: 'strategy', id, suggestion: suggest(id, known), allowed: known })
      }
      const { language } = io
      io.out(writeAs(flags.format, strategy ? strategyDoc(strategy, menus, { language }) : menusDoc(menus, { language }), io))
    })
