import type { MenuData } from '../../menus/schema/index.js'
import { type Check, each, type FileKey, type Placed, placeIn } from './check.js'
import { factsOf, gapsOf, gatesAndRulesOf, indicatorsOf, mappingsOf, menusOf, planWarningsOf, referencesOf, strategiesOf } from './walk.js'

type Entries = readonly Placed<{ readonly id: string }>[]

/** Groups the entries whose ids must differ: those that share one space of names. */
function spaces(data: MenuData): Readonly<Record<string, Entries>> {
  const settings = placeIn<FileKey>('settings.yaml')
  const setting = (key: 'sectors' | 'venues' | 'medications' | 'populations' | 'specialPopulations'): Entries => [
    ...each<{ readonly id: string }, FileKey>(data.settings[key], settings(key)),
  ]
  return {
    menu: [...menusOf(data)],
    section: [...menusOf(data)].flatMap(({ value, at }) => [...each(value.sections, at('sections'))]),
    strategy: [...strategiesOf(data)],
    sector: setting('sectors'),
    venue: setting('venues'),
    medication: setting('medications'),
    population: setting('populations'),
    'special population': setting('specialPopulations'),
    'service gap': [...gapsOf(data)],
    // Conditions read both under one name.
    'fact or indicator': [...factsOf(data), ...indicatorsOf(data)],
    'gate or rule': [...gatesAndRulesOf(data)],
    'kind of activity': [...each(data.feasibility.kinds, placeIn<FileKey>('feasibility.yaml')('kinds'))],
    requirement: [...each(data.plan.requirements, placeIn<FileKey>('plan.yaml')('requirements'))],
    warning: [...planWarningsOf(data)],
    reference: [...referencesOf(data)],
    mapping: [...mappingsOf(data)],
  }
}

export const idsUnique: Check = {
  name: 'ids-unique',
  description: 'No id stands for two things.',
  *run(data) {
    for (const [kind, entries] of Object.entries(spaces(data))) {
      const seen = new Set<string>()
      for (const { value, at } of entries) {
        if (seen.has(value.id))
          yield at('id').conflict(
            `the ${kind} '${value.id}' is defined twice`,
            'An id stands for one thing: whoever names it could mean either.',
            'Remove one of them, or give it an id of its own.',
          )
        seen.add(value.id)
      }
    }
  },
}
