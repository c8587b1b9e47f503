import { suggest } from '../../issues/suggest.js'
import type { Menus } from '../../menus/compile.js'
import { mappingsOf } from '../../menus/mappings.js'
import { count } from '../../words/numbers.js'
import type { Define } from '../command.js'
import { wrongUsage } from '../fail.js'
import { type MenuFlags, withMenus } from '../flags.js'
import { readMenus } from '../inputs.js'
import type { Io } from '../io.js'
import { Page } from '../page.js'

export const define: Define = (command, io) =>
  withMenus(command)
    .argument('[strategy]', 'everything the menus hold on one strategy')
    .action(async (strategy: string | undefined, flags: MenuFlags) => {
      io.out(menusText(await readMenus(flags.menus), strategy, io))
    })

/** The menus as a tree: menus, sections, strategies and their options. Of one strategy: everything the menus hold on it. */
function menusText(menus: Menus, strategy: string | undefined, io: Io): string {
  return strategy === undefined ? treeText(menus, io) : strategyText(menus, strategy, io)
}

function treeText(menus: Menus, io: Io): string {
  const page = new Page(io)
  const { set, settings } = menus.data
  page
    .text(page.paint('bold', `${set.title} · ${menus.id} ${menus.version}`))
    .text(`${count(menus.strategies.size, 'strategy', 'strategies')}, ${count(menus.options.length, 'option')} (strategy@sector@venue)`)
  for (const menu of menus.data.menus) {
    page.heading(`${menu.name} [${menu.id}]`)
    for (const section of menu.sections) {
      page.text(`${section.label} ${section.name} [${section.id}]: ${section.required ? 'one required' : 'optional'}`, 0, 3)
      for (const { id, name, status } of menu.strategies) {
        const strategy = menus.strategies.get(id)
        if (strategy?.section === section.id && status !== 'retired')
          page.text(`· ${id}: ${name} (${count(menus.optionsOf.get(id)!.length, 'option')})`, 3, 2)
      }
    }
  }
  const ids = (title: string, items: readonly { readonly id: string }[]): void => {
    page.blank().text(`${title}: ${items.map(({ id }) => id).join(', ')}`, 0, 3)
  }
  ids('Sectors', settings.sectors)
  ids('Venues', settings.venues)
  ids('High-risk populations', settings.populations)
  ids('Special populations', settings.specialPopulations)
  ids('Service gaps', menus.data.gaps)
  ids(
    'Indicators',
    menus.data.indicators.filter(({ from }) => from === undefined),
  )
  ids('Facts', menus.data.facts)
  ids('Mappings', mappingsOf(menus))
  return page.toString()
}

function strategyText(menus: Menus, id: string, io: Io): string {
  const strategy = menus.strategies.get(id)
  const known = [...menus.strategies.keys()]
  if (!strategy) throw wrongUsage({ code: 'unknown-id', kind: 'strategy', id, suggestion: suggest(id, known), allowed: known })
  const page = new Page(io)
  const { effect } = strategy
  page
    .text(page.paint('bold', strategy.name))
    .text(`${menus.menuOf.get(id)} · ${strategy.section} · tracker code ${strategy.code} · [${id}]`)
  for (const [edition, name] of Object.entries(strategy.otherNames)) page.text(`${edition}: ${name}`, 2, 2)
  page.text(`Counts as service delivery: ${strategy.serviceDelivery}`)
  page
    .heading('Effect')
    .text(
      `${effect.best} (${effect.low} to ${effect.high}), certainty ${effect.certainty}, outcome ${effect.outcome}, ` +
        `basis ${effect.basis}. ${effect.why} [${effect.sources.join(', ')}]`,
    )
  page.text(`How the number follows: ${effect.derivation}`)
  page.heading('Addresses').text(strategy.addresses.map(({ gap, weight }) => `${gap} ${weight}`).join(', '))
  page.heading('Default feasibility')
  for (const [part, { score, why, basis }] of Object.entries(strategy.feasibility.parts))
    page.text(`${part} ${score} of 5 (${basis}): ${why}`, 2, 2)
  page.heading(`Options: reach among ${strategy.reach.of} (${strategy.reach.atRiskShare} of all people at high risk)`)
  for (const option of menus.optionsOf.get(id)!)
    page.text(`${option.id}: reach ${option.reach} (${option.whyReach}), feasibility ${option.feasibility.value}`, 2, 4)
  if (strategy.cautions.length > 0) page.heading('Cautions')
  for (const { text, sources } of strategy.cautions) page.text(`! ${text}${sources.length > 0 ? ` [${sources.join(', ')}]` : ''}`, 0, 2)
  return page.toString()
}
