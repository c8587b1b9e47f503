import type { Recommendation } from '../../decide/decision.js'
import type { Menus } from '../../menus/compile.js'
import { referencesOf } from '../../menus/references.js'
import type { Ids } from '../../profile/schema.js'
import { recommend } from '../../recommend.js'
import { explainStrategy } from '../../words/explain.js'
import { fromArguments } from '../fail.js'
import { type PlanFlags, planOptions, withPlan } from '../flags.js'
import { readMenus, readProfiles } from '../inputs.js'
import type { Io } from '../io.js'
import { oneLine, Page } from '../page.js'
import type { Define } from '../run.js'

export const define: Define = (command, io) =>
  withPlan(command)
    .argument('<file>', 'a profile (YAML or JSON) or a table (CSV)')
    .argument('<strategy>', 'a strategy, or an option (strategy@sector@venue)')
    .action(async (file: string, id: string, flags: PlanFlags) => {
      const menus = await readMenus(flags.menus)
      const profiles = readProfiles([file], flags, menus, io)
      const texts = profiles.map((profile) =>
        fromArguments(() => explanationText(recommend(profile, planOptions(flags, menus)), id, menus, io)),
      )
      for (const text of texts) io.out(text)
    })

/** Everything that stands behind one strategy or option, as text. */
function explanationText(result: Recommendation<Ids>, id: string, menus: Menus, io: Io): string {
  const { option, standing, why, missing } = explainStrategy(result, id)
  const page = new Page(io)
  const strategy = menus.strategies.get(id.split('@')[0]!)
  page
    .text(page.paint('bold', strategy?.name ?? id))
    .text(`${oneLine(result.community.name)} · ${{ planned: 'in the plan', ranked: 'not in the plan', excluded: 'excluded' }[standing]}`)
  page.heading(standing === 'planned' ? 'Where it stands' : 'Why not')
  for (const sentence of why) page.text(`· ${sentence}`, 0, 2)
  if (option) {
    const lists: [string, readonly string[]][] = [
      [`Reasons: ${option.id}`, option.reasons],
      ['Confirm first', option.confirmFirst.map(({ gate, text }) => `${text} [${gate}]`)],
      ['Warnings', option.warnings],
    ]
    for (const [title, sentences] of lists) {
      if (sentences.length === 0) continue
      page.heading(title)
      for (const sentence of sentences) page.text(`· ${sentence}`, 0, 2)
    }
    const ranked = result.ranking.filter((other) => other.strategy === option.strategy)
    page.heading('Its options')
    for (const other of ranked) page.text(`rank ${other.rank}, priority ${other.priority.best.toFixed(4)}: ${other.id}`, 0, 2)
    page.heading('Sources')
    for (const source of option.sources) page.text(`· ${describeReference(source, menus)}`, 0, 2)
  }
  if (missing.length > 0) {
    page.heading('Not known, the most telling first')
    for (const { text } of missing.slice(0, 10)) page.text(`· ${text}`, 0, 2)
  }
  return page.toString()
}

function describeReference(id: string, menus: Menus): string {
  const reference = referencesOf(menus).find((each) => each.id === id)
  if (!reference) return id
  const year = reference.issued?.['date-parts'][0]?.[0]
  const link = reference.DOI === undefined ? reference.URL : `https://doi.org/${reference.DOI}`
  return [`${id}: ${reference.title}`, reference['container-title'], year, link].filter((part) => part !== undefined).join('. ')
}
