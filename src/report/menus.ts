import type { Menus } from '../menus/compile.js'
import { mappingsOf } from '../menus/mappings.js'
import { english } from '../words/english.js'
import type { Language } from '../words/language.js'
import { type Block, type Doc, facts, type Item, list, paragraph, section } from './blocks.js'

export interface MenusDocOptions {
  /** The language to speak. Default: English. */
  readonly language?: Language
}

/** Lists the menus: sections, strategies and how many options each has, and every id. */
export function menusDoc(menus: Menus, { language = english }: MenusDocOptions = {}): Doc {
  const words = language.terminal.menus
  const { set, settings, gaps, indicators, facts: known } = menus.data
  const ids = (label: string, items: readonly { readonly id: string }[]) => ({ label, text: items.map(({ id }) => id).join(', ') })
  return {
    language: language.page.code,
    title: set.title,
    heading: `${set.title} · ${menus.id} ${menus.version}`,
    about: [words.size(menus.strategies.size, menus.options.length)],
    blocks: [
      ...menus.data.menus.map((menu) => menuSection(menu, menus, language)),
      section('ids', words.ids, [
        facts([
          ids(words.sectors, settings.sectors),
          ids(words.venues, settings.venues),
          ids(words.populations, settings.populations),
          ids(words.specialPopulations, settings.specialPopulations),
          ids(words.gaps, gaps),
          ids(
            words.indicators,
            indicators.filter(({ from }) => from === undefined),
          ),
          ids(words.facts, known),
          ids(words.mappings, mappingsOf(menus)),
        ]),
      ]),
    ],
  }
}

function menuSection({ id, name, sections, strategies }: Menus['data']['menus'][number], menus: Menus, language: Language): Block {
  const words = language.terminal.menus
  const items = sections.map((each): Item => {
    const own = strategies.filter((strategy) => menus.strategies.get(strategy.id)?.section === each.id && strategy.status !== 'retired')
    return {
      text: `${each.label} ${each.name} [${each.id}]: ${each.required ? words.required : words.optional}`,
      lines: own.map((strategy) => `${strategy.id}: ${strategy.name} (${words.options(menus.optionsOf.get(strategy.id)!.length)})`),
    }
  })
  return section(id, `${name} [${id}]`, [list(items)])
}

/** Everything that the menus hold on one strategy. */
export function strategyDoc(
  strategy: Menus['data']['menus'][number]['strategies'][number],
  menus: Menus,
  options: MenusDocOptions = {},
): Doc {
  const { language = english } = options
  const words = language.terminal.menus
  const { id, name, code, otherNames, serviceDelivery, effect, addresses, feasibility, reach, cautions } = strategy
  const cite = (sources: readonly string[]): string => (sources.length === 0 ? '' : ` [${sources.join(', ')}]`)
  const scores = Object.entries(feasibility.parts).map(([part, { score, basis, why }]) => `${words.score(part, score, basis)}: ${why}`)
  const scored = menus.optionsOf
    .get(id)!
    .map((option) => `${option.id}: ${words.option(option.reach, option.whyReach, option.feasibility.best)}`)
  return {
    language: language.page.code,
    title: name,
    heading: name,
    about: [
      words.about(menus.menuOf.get(id)!, strategy.section, code, id),
      ...Object.entries(otherNames).map(([edition, other]) => `${edition}: ${other}`),
      words.serviceDelivery(serviceDelivery),
    ],
    blocks: [
      section('effect', words.effect, [
        paragraph(`${words.effectIs(effect)}. ${effect.why}${cite(effect.sources)}`),
        paragraph(words.derivation(effect.derivation)),
      ]),
      section('addresses', words.addresses, [paragraph(addresses.map(({ gap, weight }) => `${gap} ${weight}`).join(', '))]),
      section('feasibility', words.feasibility, [list(scores)]),
      section('options', words.reach(reach.of, reach.atRiskShare.best), [list(scored)]),
      cautions.length > 0 &&
        section('cautions', words.cautions, [
          list(cautions.map(({ text, sources }): Item => ({ mark: '!', text: `${text}${cite(sources)}` }))),
        ]),
    ].filter((block) => block !== false),
  }
}
