import type { GuideData } from '../guide/guide.js'
import { type GuideSources, guideSchema, guideSourcesSchema, type StrategyGuide } from '../guide/schema.js'
import { fromZod } from '../issues/from-zod.js'
import type { Issue } from '../issues/issue.js'
import type { Menus } from '../menus/compile.js'
import type { MenuFile } from '../read/files.js'
import { placed, type ReadText, readYaml } from '../read/yaml.js'
import { withoutEval } from '../without-eval.js'
import { guideChecks } from './check-guide.js'
import { runChecks } from './checks/check.js'

export type ParsedGuide =
  | { readonly success: true; readonly data: GuideData }
  | { readonly success: false; readonly issues: readonly Issue[] }

const sourcesFile = 'sources.yaml'

/**
 * Reads the files of a guide: `sources.yaml`, and one file for each strategy, named after it. Never throws; every problem is an issue with
 * file, line and column.
 * @param menus the menus whose strategies it is about
 */
export function parseGuideFiles(files: readonly MenuFile[], menus: Menus): ParsedGuide {
  const issues: Issue[] = []
  const texts = new Map<string, ReadText>()
  const read = <T>(file: MenuFile, schema: typeof guideSchema | typeof guideSourcesSchema): T | undefined => {
    const text = readYaml(file.text, file.shown ?? file.name)
    texts.set(file.name, text)
    issues.push(...text.issues)
    if (text.issues.length > 0) return undefined
    const parsed = withoutEval(() => schema.safeParse(text.value))
    if (parsed.success) return parsed.data as T
    issues.push(
      ...placed(
        fromZod(parsed.error.issues, text.value, schema, () => 'value'),
        text,
      ),
    )
    return undefined
  }

  const sourceFile = files.find(({ name }) => name === sourcesFile)
  if (!sourceFile)
    issues.push({
      code: 'unreadable',
      severity: 'error',
      path: [],
      place: { file: sourcesFile },
      reason: 'The file is missing',
      fix: `A guide needs '${sourcesFile}', which lists its sources.`,
    })
  const sources = sourceFile && read<GuideSources>(sourceFile, guideSourcesSchema)
  const strategies = files
    .filter(({ name }) => name !== sourcesFile)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((file) => {
      const entry = read<StrategyGuide>(file, guideSchema)
      if (entry && file.name !== `${entry.strategy}.yaml`) {
        issues.push(
          ...placed(
            [
              {
                code: 'conflict',
                severity: 'error',
                path: ['strategy'],
                what: `the file is about '${entry.strategy}'`,
                why: 'A file has the name of its strategy, so that it can be found.',
                fix: `Name it '${entry.strategy}.yaml'.`,
              },
            ],
            texts.get(file.name)!,
          ),
        )
      }
      return entry ? [entry] : []
    })
  if (issues.length > 0 || !sources) return { success: false, issues }

  const data: GuideData = { strategies, sources }
  for (const { file, ...issue } of runChecks(guideChecks, { ...data, menus }))
    issues.push(...placed([issue], texts.get(file) ?? { locate: () => ({ file }) }))
  return issues.length > 0 ? { success: false, issues } : { success: true, data }
}
