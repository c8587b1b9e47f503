import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { MenuData } from '../src/menus/schema/index.js'
import { loadMenuData } from './menus-plugin.js'

/** Makes `src/vocabulary.ts`: the built-in menus' ids as literal types. A test compares the file with what this makes. */
export function vocabularyText(data: MenuData): string {
  const union = (items: readonly { readonly id: string }[]): string => items.map(({ id }) => `    | '${id}'`).join('\n')
  const strategies = data.menus.flatMap((menu) => menu.strategies)
  const kinds: [string, readonly { readonly id: string }[]][] = [
    ['menu', data.menus],
    ['section', data.menus.flatMap(({ sections }) => sections)],
    ['strategy', strategies],
    ['sector', data.settings.sectors],
    ['venue', data.settings.venues],
    ['medication', data.settings.medications],
    ['population', data.settings.populations],
    ['specialPopulation', data.settings.specialPopulations],
    ['gap', data.gaps],
    ['indicator', data.indicators],
    ['fact', data.facts],
  ]
  const context = data.facts.map(({ id, type, values }) => {
    const value = type === 'choice' ? values!.map((answer) => `'${answer}'`).join(' | ') : type
    return `    ${/^[a-z]+$/.test(id) ? id : `'${id}'`}: ${value}`
  })
  return [
    '// Made from menus/ by `npm run generate`. Do not edit.',
    '',
    '/** The ids of the built-in menus. */',
    'export interface BuiltInIds {',
    ...kinds.map(([kind, items]) => `  ${kind}:\n${union(items)}`),
    "  /** The facts again, with the type of each one's value. */",
    '  context: {',
    ...context,
    '  }',
    '}',
    '',
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync('src/vocabulary.ts', vocabularyText(loadMenuData()))
