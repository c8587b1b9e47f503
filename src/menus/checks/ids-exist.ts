import type { Path } from '../../issues.js'
import { suggest } from '../../suggest.js'
import type { Condition, MenuData, Selector } from '../schema.js'
import type { Check, FileKey } from './check.js'

/** What each kind of id may name, and what the kind is called in a message. */
function registry(data: MenuData) {
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)
  return {
    menus: { kind: 'menu', ids: ids(data.menus) },
    sections: { kind: 'section', ids: ids(data.menus.flatMap(({ sections }) => sections)) },
    strategies: { kind: 'strategy', ids: ids(data.menus.flatMap(({ strategies }) => strategies)) },
    sectors: { kind: 'sector', ids: ids(data.settings.sectors) },
    venues: { kind: 'venue', ids: ids(data.settings.venues) },
    medications: { kind: 'medication', ids: ids(data.settings.medications) },
    populations: { kind: 'high-risk population', ids: ids(data.settings.populations) },
    gaps: { kind: 'service gap', ids: ids(data.gaps) },
    indicators: { kind: 'indicator', ids: ids(data.indicators) },
    facts: { kind: 'fact', ids: ids(data.facts) },
    readable: { kind: 'fact or indicator', ids: [...ids(data.facts), ...ids(data.indicators)] },
    references: { kind: 'reference', ids: ids(data.references) },
    kinds: { kind: 'kind of activity in feasibility.yaml', ids: ids(data.feasibility.kinds) },
  }
}
type Registry = ReturnType<typeof registry>

export const idsExist: Check = {
  name: 'ids-exist',
  description: 'Every id that is named somewhere exists.',
  run(data, report) {
    const known = registry(data)
    const one = (file: FileKey, path: Path, kind: keyof Registry, id: string | undefined): void => {
      if (id === undefined || known[kind].ids.includes(id)) return
      report(file, path, { code: 'unknown-id', kind: known[kind].kind, id, suggestion: suggest(id, known[kind].ids), allowed: known[kind].ids })
    }
    const each = (file: FileKey, path: Path, kind: keyof Registry, ids: readonly string[] = []): void => ids.forEach((id, index) => one(file, [...path, index], kind, id))
    const selector = (file: FileKey, path: Path, named: Selector): void => {
      for (const kind of ['menus', 'sections', 'strategies', 'sectors', 'venues', 'medications', 'populations'] as const) each(file, [...path, kind], kind, named[kind])
    }
    const condition = (file: FileKey, path: Path, part: Condition): void => {
      if ('all' in part) part.all.forEach((inner, index) => condition(file, [...path, 'all', index], inner))
      else if ('any' in part) part.any.forEach((inner, index) => condition(file, [...path, 'any', index], inner))
      else if ('not' in part) condition(file, [...path, 'not'], part.not)
      else one(file, [...path, 'fact'], 'readable', part.fact)
    }

    data.menus.forEach((menu, index) => {
      const file: FileKey = `menu:${index}`
      const sections = menu.sections.map(({ id }) => id)
      each(file, ['sources'], 'references', menu.sources)
      menu.strategies.forEach((strategy, at) => {
        const path = ['strategies', at]
        if (!sections.includes(strategy.section)) {
          report(file, [...path, 'section'], { code: 'unknown-id', kind: 'section of this menu', id: strategy.section, suggestion: suggest(strategy.section, sections), allowed: sections })
        }
        one(file, [...path, 'replacedBy'], 'strategies', strategy.replacedBy)
        each(file, [...path, 'effect', 'sources'], 'references', strategy.effect.sources)
        strategy.addresses.forEach(({ gap }, n) => one(file, [...path, 'addresses', n, 'gap'], 'gaps', gap))
        strategy.cautions.forEach(({ sources }, n) => each(file, [...path, 'cautions', n, 'sources'], 'references', sources))
        each(file, [...path, 'synergies'], 'strategies', strategy.synergies)
        each(file, [...path, 'needs'], 'strategies', strategy.needs)
        one(file, [...path, 'feasibility', 'kind'], 'kinds', strategy.feasibility.kind)
        for (const [name, part] of Object.entries(strategy.feasibility.parts)) each(file, [...path, 'feasibility', 'parts', name, 'sources'], 'references', part.sources)
        each(file, [...path, 'reach', 'sources'], 'references', strategy.reach.sources)
        strategy.options.forEach((option, n) => {
          one(file, [...path, 'options', n, 'sector'], 'sectors', option.sector)
          one(file, [...path, 'options', n, 'venue'], 'venues', option.venue)
          each(file, [...path, 'options', n, 'medications'], 'medications', option.medications)
          each(file, [...path, 'options', n, 'populations'], 'populations', option.populations)
        })
      })
    })
    data.settings.codingRules.forEach(({ sources }, n) => each('settings.yaml', ['codingRules', n, 'sources'], 'references', sources))
    data.settings.venues.forEach((venue, n) => {
      one('settings.yaml', ['venues', n, 'sector'], 'sectors', venue.sector)
      each('settings.yaml', ['venues', n, 'otherSectors'], 'sectors', venue.otherSectors)
    })
    data.gaps.forEach(({ menu }, n) => one('gaps.yaml', ['gaps', n, 'menu'], 'menus', menu))
    data.indicators.forEach((indicator, n) => {
      const path = ['indicators', n]
      one('indicators.yaml', [...path, 'gap'], 'gaps', indicator.gap)
      each('indicators.yaml', [...path, 'insteadOf'], 'indicators', indicator.insteadOf)
      one('indicators.yaml', [...path, 'from', 'fact'], 'facts', indicator.from?.fact)
      each('indicators.yaml', [...path, 'sources'], 'references', indicator.sources)
    })
    data.facts.forEach(({ sources }, n) => each('facts.yaml', ['facts', n, 'sources'], 'references', sources))
    data.gates.forEach((gate, n) => {
      condition('gates.yaml', ['gates', n, 'conditions'], gate.conditions)
      selector('gates.yaml', ['gates', n, 'event', 'params'], gate.event.params)
      each('gates.yaml', ['gates', n, 'confirmWhenUnknown'], 'readable', gate.confirmWhenUnknown)
      each('gates.yaml', ['gates', n, 'sources'], 'references', gate.sources)
    })
    data.rules.forEach((rule, n) => {
      condition('rules.yaml', ['rules', n, 'conditions'], rule.conditions)
      rule.event.params.effects.forEach((effect, at) => selector('rules.yaml', ['rules', n, 'event', 'params', 'effects', at], effect))
      each('rules.yaml', ['rules', n, 'sources'], 'references', rule.sources)
    })
    data.feasibility.kinds.forEach((kind, n) =>
      kind.venues.forEach((row, at) => {
        one('feasibility.yaml', ['kinds', n, 'venues', at, 'venue'], 'venues', row.venue)
        one('feasibility.yaml', ['kinds', n, 'venues', at, 'sector'], 'sectors', row.sector)
        each('feasibility.yaml', ['kinds', n, 'venues', at, 'sources'], 'references', row.sources)
      }),
    )
    data.feasibility.exceptions.forEach((exception, n) => {
      one('feasibility.yaml', ['exceptions', n, 'strategy'], 'strategies', exception.strategy)
      one('feasibility.yaml', ['exceptions', n, 'venue'], 'venues', exception.venue)
      each('feasibility.yaml', ['exceptions', n, 'sources'], 'references', exception.sources)
    })
    each('plan.yaml', ['populationMenus'], 'menus', data.plan.populationMenus)
    data.plan.requirements.forEach((requirement, n) => {
      selector('plan.yaml', ['requirements', n, 'of'], requirement.of)
      each('plan.yaml', ['requirements', n, 'sources'], 'references', requirement.sources)
    })
    data.plan.warnings.forEach(({ when, sources }, n) => {
      const path = ['warnings', n, 'when']
      when.planHas?.forEach((named, at) => selector('plan.yaml', [...path, 'planHas', at], named))
      if (when.noneChosenOrRunning) selector('plan.yaml', [...path, 'noneChosenOrRunning'], when.noneChosenOrRunning)
      if (when.conditions) condition('plan.yaml', [...path, 'conditions'], when.conditions)
      each('plan.yaml', ['warnings', n, 'sources'], 'references', sources)
    })
    data.mappings.forEach((mapping, index) =>
      mapping.values.forEach((value, n) => {
        one(`mapping:${index}`, ['values', n, 'indicator'], 'indicators', value.indicator)
        one(`mapping:${index}`, ['values', n, 'fact'], 'facts', value.fact)
      }),
    )
  },
}
