import type { RankedOption, ServiceGap } from '../../decide/decision.js'
import type { Ids } from '../../profile/schema.js'
import { say } from '../../words/language.js'
import { points, two } from '../../words/numbers.js'
import { confirmationsOf, reasonsOf, sourcesOf, warningsOf } from '../../words/reason.js'
import { type Block, type Card, type Fact, facts, type Inline, joined, list, paragraph, type Section, section, table } from '../blocks.js'
import { placeOf, type Speaking, scoreOf } from '../speaking.js'
import { confirm, meets } from './plan.js'

/** How many options besides those of the plan are shown in full. */
const mostInFull = 20

/** Where a step of a score was told first. */
type Told = Map<string, { readonly rank: number; readonly step: number }>

/** The ranking: the plan and the next 20 options in full, the others in one line each. */
export function rankingSection(speaking: Speaking): Section {
  const { decision, words, planned } = speaking
  const others = decision.ranking.filter(({ id }) => !planned.has(id))
  const inFull = new Set(others.slice(0, mostInFull))
  const rest = others.slice(mostInFull)
  const told: Told = new Map()
  const full = decision.ranking.filter((option) => planned.has(option.id) || inFull.has(option))
  return section('ranking', words.ranking.title, [
    paragraph(words.ranking.intro(inFull.size)),
    { block: 'cards', cards: full.map((option) => inFullOf(option, told, speaking)) },
    rest.length > 0 && {
      block: 'details',
      as: 'heading',
      summary: words.ranking.others(rest.length),
      blocks: [inShort(rest, speaking)],
    },
  ])
}

const inShort = (options: readonly RankedOption<Ids>[], speaking: Speaking): Block => {
  const { words, names } = speaking
  return table(
    [
      { title: words.ranking.rank, number: true },
      { title: words.option, head: true },
      { title: words.priority, number: true },
      { title: words.impact, number: true, spare: true },
      { title: words.feasibility, number: true, spare: true },
      { title: words.quadrant, spare: true, look: 'nowrap' },
    ],
    options.map((option) => [
      String(option.rank),
      [names.strategy(option.strategy), ' ', { muted: placeOf(option, speaking) }],
      points(option.priority.best),
      two(option.impact.best),
      two(option.feasibility.best),
      words.quadrants[option.quadrant],
    ]),
  )
}

/** On the screen an option opens from its head; on paper all are open. */
function inFullOf(option: RankedOption<Ids>, told: Told, speaking: Speaking): Card {
  const { decision, menus, names, language, rich, words, guide, references } = speaking
  const number = speaking.planned.get(option.id)
  const { rank, strategy, medications } = option
  // The plan has said already what a chosen strategy is.
  const text = number === undefined ? guide?.byStrategy.get(strategy)?.inShort : undefined
  // References are numbered as they are read: the answers come before the warnings.
  const answered = answers(option, speaking)
  const warnings = warningsOf(option, decision, menus).map(
    (warning): Fact => ({ label: words.ranking.mind, text: rich(say(language.warning, warning, names)), tone: 'mind' }),
  )
  const offered: Fact[] =
    medications.length === 0 ? [] : [{ label: words.ranking.medications, text: words.listed(medications.map(names.medication)) }]
  return {
    id: `rank-${rank}`,
    number: number ?? rank,
    chosen: number !== undefined,
    title: names.strategy(strategy),
    about: [
      placeOf(option, speaking),
      ' ',
      {
        small: [
          `· ${names.section(option.section)} · ${words.rank(rank)}`,
          ...(number === undefined ? [] : [' · ', { strong: words.inPlan }]),
        ],
      },
    ],
    score: scoreOf(option, speaking),
    folded: number === undefined,
    blocks: [
      ...(text === undefined ? [] : [paragraph(text, 'small')]),
      facts([...meets(option, speaking), ...offered]),
      facts(answered, 'answers'),
      facts([...confirm(option, speaking), ...warnings]),
      {
        block: 'details',
        as: 'steps',
        summary: words.ranking.howMade,
        blocks: [
          list(steps(option, told, speaking), 'numbers'),
          paragraph([`${words.references}: `, ...references.cite(sourcesOf(option, decision, menus))]),
        ],
      },
    ],
  }
}

/** The steps in which a score was made. One that was told before is not told again. */
function steps(option: RankedOption<Ids>, told: Told, { decision, menus, names, language, rich, words }: Speaking): Inline[][] {
  const all = [
    ...reasonsOf(option, decision, menus).map((reason) => say(language.reason, reason, names)),
    ...confirmationsOf(option, decision, menus).map((each) => [`${words.ranking.toConfirm}: `, ...language.confirmation(each, names)]),
  ]
  return all.map((text, index) => {
    const key = JSON.stringify(text)
    const before = told.get(key)
    if (!before) {
      told.set(key, { rank: option.rank, step: index + 1 })
      return rich(text)
    }
    const { step, rank } = before
    return [`${words.ranking.sameAs} `, { jump: `rank-${rank}`, text: words.ranking.step(step, rank) }, '.']
  })
}

const answers = (option: RankedOption<Ids>, speaking: Speaking): Fact[] => {
  const { words } = speaking
  const { need, potential } = option.factors
  return [
    { label: words.ranking.needed, value: need, text: isItNeeded(option, speaking) },
    { label: words.ranking.works, value: potential, text: doesItWork(option, speaking) },
    { label: words.ranking.canWe, value: option.feasibility, text: canWeDoIt(option, speaking) },
  ]
}

function isItNeeded({ factors }: RankedOption<Ids>, { decision, names, words, withRange }: Speaking): Inline[] {
  const gap = decision.gaps.find((each) => each.gap === factors.gap)
  const stage = words.ranking.stages[factors.stage]
  if (!gap) return [stage]
  return [words.ranking.gap(names.gap(gap.gap), withRange(gap.severity), basisText(gap, words)), ' ', stage]
}

const basisText = ({ basis, measuredShare }: ServiceGap<Ids>, { ranking, gaps }: Speaking['words']): string =>
  basis === 'measured' && measuredShare < 1 ? ranking.partOfIt(Math.round(measuredShare * 100)) : gaps.bases[basis]

function doesItWork({ id, strategy, certainty, factors }: RankedOption<Ids>, { menus, words, references, withRange }: Speaking): Inline[] {
  const { why, sources, basis } = menus.strategies.get(strategy)!.effect
  const rests: Inline[] = basis === 'judgement' ? [' ', words.judgement] : sources.length > 0 ? [' ', ...references.cite(sources)] : []
  const effect = words.ranking.effect(withRange(factors.effect), words.certainties[certainty])
  const reach = words.ranking.reach(withRange(factors.reach), menus.optionById.get(id)?.whyReach ?? '')
  return joined([effect, [why, ...rests], reach], ' ')
}

function canWeDoIt({ feasibility, factors }: RankedOption<Ids>, { words: { ranking } }: Speaking): string {
  const { ratings, feasibilityBasis, defaultFeasibility } = factors
  const fallback = two(defaultFeasibility.best)
  if (feasibilityBasis === 'default') return ranking.notRated(fallback, feasibility.best !== defaultFeasibility.best)
  const parts = (['feasibility', 'readiness', 'desirability'] as const).flatMap((part) => {
    const rating = ratings[part]
    return rating === null ? [] : [ranking.ofFive(ranking.ratedPart[part], rating)]
  })
  const rated = ranking.rated(ratings.raters, parts)
  return feasibilityBasis === 'partly-rated' ? `${rated} ${ranking.restByDefault(fallback)}` : rated
}
