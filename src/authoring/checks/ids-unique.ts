import type { Path } from '../../issues/issue.js'
import type { MenuData } from '../../menus/schema/index.js'
import { type Check, conflict, type FileKey } from './check.js'

interface Defined {
  readonly id: string
  readonly file: FileKey
  readonly path: Path
}

/** Ids that share one space of names: two of them must differ. */
function spaces(data: MenuData): Readonly<Record<string, readonly Defined[]>> {
  const list = (file: FileKey, key: string, items: readonly { readonly id: string }[]): Defined[] =>
    items.map(({ id }, index) => ({ id, file, path: [...(key === '' ? [] : [key]), index, 'id'] }))
  return {
    menu: data.menus.map(({ id }, index) => ({ id, file: `menu:${index}`, path: ['id'] })),
    section: data.menus.flatMap(({ sections }, index) => list(`menu:${index}`, 'sections', sections)),
    strategy: data.menus.flatMap(({ strategies }, index) => list(`menu:${index}`, 'strategies', strategies)),
    sector: list('settings.yaml', 'sectors', data.settings.sectors),
    venue: list('settings.yaml', 'venues', data.settings.venues),
    medication: list('settings.yaml', 'medications', data.settings.medications),
    population: list('settings.yaml', 'populations', data.settings.populations),
    'special population': list('settings.yaml', 'specialPopulations', data.settings.specialPopulations),
    'service gap': list('gaps.yaml', 'gaps', data.gaps),
    // Conditions read both under one name.
    'fact or indicator': [...list('facts.yaml', 'facts', data.facts), ...list('indicators.yaml', 'indicators', data.indicators)],
    'gate or rule': [...list('gates.yaml', 'gates', data.gates), ...list('rules.yaml', 'rules', data.rules)],
    'kind of activity': list('feasibility.yaml', 'kinds', data.feasibility.kinds),
    requirement: list('plan.yaml', 'requirements', data.plan.requirements),
    warning: list('plan.yaml', 'warnings', data.plan.warnings),
    reference: list('references.json', '', data.references),
    mapping: data.mappings.map(({ id }, index) => ({ id, file: `mapping:${index}`, path: ['id'] })),
  }
}

export const idsUnique: Check = {
  name: 'ids-unique',
  description: 'No id stands for two things.',
  run(data, report) {
    for (const [kind, defined] of Object.entries(spaces(data))) {
      const seen = new Set<string>()
      for (const { id, file, path } of defined) {
        if (seen.has(id))
          report(
            file,
            path,
            conflict(
              `the ${kind} '${id}' is there twice`,
              'An id stands for one thing: whoever names it could mean either.',
              'Remove one of them, or give it an id of its own.',
            ),
          )
        seen.add(id)
      }
    }
  },
}
