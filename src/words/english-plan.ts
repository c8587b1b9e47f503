import { odds, question, ruleWarning, stageInWords } from './english-reasons.js'
import type { Sentences } from './language.js'
import type { Names } from './names.js'
import { count, listed, oneDecimal, two, withRange } from './numbers.js'
import { joined, type Rich, rich } from './rich.js'

const quadrants = {
  'do-now': 'do now',
  'build-toward': 'build toward',
  'easy-but-small': 'easy but small',
  'not-now': 'not now',
} as const

const options = (ids: readonly string[]): Rich =>
  joined(
    ids.map((option) => ({ option })),
    ', ',
  )

/** Points of priority gained or lost: `at a cost of 3.1 points`. */
function costs(cost: number): string {
  const size = oneDecimal(Math.abs(cost))
  if (Number(size) === 0) return 'at almost no cost'
  return cost > 0 ? `at a cost of ${pointsOf(size)}` : `with a gain of ${pointsOf(size)}`
}
const pointsOf = (size: string): string => `${size} ${size === '1.0' ? 'point' : 'points'}`

const gate = (id: string, { menus }: Names) => menus.gates.find((each) => each.id === id)!
const because = (gates: readonly string[], names: Names): string => gates.map((id) => gate(id, names).because).join(' ')

/** What a pin or a veto names: an option, or a whole strategy. */
const wished = (id: string): Rich => (id.includes('@') ? rich`${{ option: id }}` : rich`${{ strategy: id }}`)
const wishes = (ids: readonly string[]): Rich => joined(ids.map(wished), ', ')

/** The labels of requirements, one after the other. */
const labels = (requirements: readonly Parameters<Sentences['requirement']>[0][], names: Names): Rich =>
  joined(
    requirements.map((each) => requirement(each, names)),
    '; ',
  )

export const whys: Sentences['why'] = {
  place: ({ option, rank, of, priority, quadrant, unsettled }) =>
    rich`${{ option }} has rank ${rank} of ${of}, priority ${withRange(priority, oneDecimal)},
      ${quadrants[quadrant]}${unsettled && ' (not settled)'}.`,
  planned: ({ requirements }, names) =>
    rich`It is in the plan. It counts for
      ${requirements.length > 0 ? labels(requirements, names) : 'no requirement: it is there for its priority'}.`,
  otherwise: ({ otherwise }) => {
    if (otherwise === null) return rich`If it turns out impossible, nothing can take its place.`
    const { id, cost, changes } = otherwise
    if (!changes) return rich`If it turns out impossible, ${{ option: id }} takes its place, ${costs(cost)}.`
    const leaving = changes.out.slice(1)
    return rich`If it turns out impossible, ${options(changes.in)} would come
      in${leaving.length > 0 && rich` and ${options(leaving)} would leave too`}, ${costs(cost)}.`
  },
  'not-planned': () => rich`It is not in the plan.`,
  'lost-to': ({ option, points }) => rich`In its section it lost to ${{ option }}, which has ${pointsOf(oneDecimal(points))} more.`,
  needed: ({ option, expected, requirements }, names) =>
    rich`${{ option }} (counts ${oneDecimal(expected)}) ranks lower and is in the plan because it alone meets:
      ${labels(requirements, names)}.`,
  'no-place': ({ size, last, expected }) =>
    rich`All ${size} places of the plan are taken by options that count more together. The last one is ${{ option: last }}, which
      counts ${oneDecimal(expected)}. A larger plan or a pin can bring this option in.`,
  runs: ({ stage, room }) => rich`Here it is already ${stageInWords(stage)}: the room left is ${two(room)}.`,
  excluded: ({ option, gates }, names) => rich`${{ option }} is excluded. ${because(gates, names)}`,
}

export const exclusion: Sentences['exclusion'] = (gates, names) => rich`${because(gates, names)}`

export const requirement: Sentences['requirement'] = (asked, names) => {
  switch (asked.kind) {
    case 'menu':
      return rich`${names.requirement(asked.id)}`
    case 'goal':
      return goal(asked, names)
    case 'population':
      return rich`Priority population: ${names.population(asked.population)}`
    case 'pin':
      return rich`Pinned: ${wished(asked.of)}`
    default:
      return asked satisfies never
  }
}

/** A goal in the coalition's words, else its gap and place; with the measure, from, to and by that it names. */
function goal(
  { statements, gap, sector, venue, population, targets }: Extract<Parameters<typeof requirement>[0], { kind: 'goal' }>,
  names: Names,
): Rich {
  const place = [
    venue === null ? null : `at ${names.venue(venue)}`,
    sector === null ? null : `in ${names.sector(sector)}`,
    population === null ? null : `for ${names.population(population)}`,
  ].filter((part) => part !== null)
  const aims = targets.map(({ measure, from, to, by }) =>
    [measure ?? 'measure', from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`, by === null ? '' : `by ${by}`]
      .filter(Boolean)
      .join(' '),
  )
  const wanted = statements.length > 0 ? statements.join('; ') : [names.gap(gap), ...place].join(' ')
  return rich`Goal: ${wanted}${aims.length > 0 && ` (${aims.join('; ')})`}`
}

export const upgrade: Sentences['upgrade'] = ({ facts, in: enters, out, gain, chance }, names) => {
  const options = (ids: readonly string[]): Rich =>
    joined(
      ids.map((option) => ({ option })),
      '; ',
    )
  const asked = joined(
    facts.map((fact) => question(fact, names)),
    ' ',
  )
  const instead = out.length > 0 && rich` in place of ${options(out)}`
  return rich`${asked} If the answer allows it (${odds(chance)}), ${options(enters)} would enter the plan${instead}:
    ${oneDecimal(gain)} points more.`
}

export const howMet: Sentences['howMet'] = ({ kind, metBy, met, count: what, counted, atLeast, unnamed, missing }, names) => {
  // A plan works toward a goal; whether it is reached only the coalition can say.
  if (kind === 'goal' && !missing)
    return rich`Addressed by ${joined(
      metBy.map((option) => ({ option })),
      '; ',
    )}.`
  const number = what === 'strategies' ? count(counted, 'strategy', 'strategies') : count(counted, 'option')
  const populations =
    unnamed !== null &&
    (unnamed.length === 0
      ? ' All high-risk populations are named.'
      : ` Not named by any of them: ${unnamed.map(names.population).join(', ')}.`)
  const tally = `${kind === 'goal' ? 'Not addressed' : met ? 'Met' : 'Not met'}: ${number}, at least ${atLeast} needed.`
  if (!missing) return rich`${tally}${populations}`
  return rich`${tally} ${whyMissing(missing, names)}${populations}`
}

function whyMissing(
  { listed: all, gates, vetoed, left, byHand }: NonNullable<Parameters<typeof howMet>[0]['missing']>,
  names: Names,
): Rich {
  if (all === 0) return rich`The menus have no option that would count.`
  const gone = [
    ...gates.map(({ gate: id, options: number }) => `${number} excluded (${gate(id, names).because})`),
    ...(vetoed > 0 ? [`${vetoed} ruled out by the coalition`] : []),
  ]
  const total = count(all, 'option')
  if (gone.length > 0) return rich`Of ${total} that would count: ${gone.join('; ')}${left > 0 && `; ${left} left`}.`
  return byHand
    ? rich`${total} would count; the plan has too few of them.`
    : rich`${total} would count; none fits into this plan with the other requirements.`
}

export const planNotes: Sentences['planNote'] = {
  'not-complete': ({ proven }) => {
    const none = proven ? 'no plan can meet every requirement here' : 'no plan was found that meets every requirement'
    return rich`Not complete: ${none}. This is the best plan for those that can be met; the list of requirements says which are not met,
      and why.`
  },
  'not-proven': () =>
    rich`This is the best plan found, and not proven to be the best: the requirements make the search too large. Fewer or simpler
      requirements would settle it.`,
  grown: ({ asked, size, proven }) =>
    rich`${count(asked, 'option')} cannot meet all requirements: the plan has ${size}, the fewest that
      ${proven ? 'can' : 'were found to do so'}.`,
  smaller: ({ asked, size, maxPerStrategy }) =>
    rich`Only ${count(size, 'option')} can be chosen (at most ${maxPerStrategy} of one strategy): the plan is smaller than the
      ${asked} asked for.`,
  wishes: ({ pinned, ruledOut, cost }) => {
    const asked = joined(
      [
        ...(pinned.length > 0 ? [rich`pinned: ${wishes(pinned)}`] : []),
        ...(ruledOut.length > 0 ? [rich`ruled out: ${wishes(ruledOut)}`] : []),
      ],
      '; ',
    )
    return cost === null
      ? rich`The coalition's own choices (${asked}) change the size of the plan.`
      : rich`The coalition's own choices (${asked}) cost ${pointsOf(oneDecimal(cost))} against the best plan of the same size.`
  },
}

export const planWarning: Sentences['planWarning'] = ({ id, leaning, crowded }, names) => {
  const { text, because: why } = names.menus.plan.warnings.find((warning) => warning.id === id)!
  const found = [
    ...leaning.map(({ strategy, on }) => rich` ${{ strategy }} needs one of: ${wishes(on)}.`),
    ...crowded.map(({ by, id: where, options: number, of }) =>
      by === 'venue'
        ? rich` ${number} of ${of} are at: ${names.venue(where)}.`
        : rich` ${number} of ${of} wait for the answer to: ${names.menus.facts.get(where)?.ask ?? names.fact(where)}`,
    ),
  ]
  return rich`${text}${joined(found, '')} Why: ${why}`
}

export const notes: Sentences['note'] = {
  'general-warning': ({ rule, effect, missing }, names) => ruleWarning(rule, effect, missing, names),
  'not-staged': ({ options: number, of }) =>
    rich`${number} of ${count(of, 'option')} have no entry in the landscape and count as not begun.`,
  unlisted: ({ list, entry, strategy, sector, venue }, names) => {
    const place = [...(venue === null ? [] : [names.venue(venue)]), ...(sector === null ? [] : [names.sector(sector)])].join(', ')
    return rich`Entry ${entry + 1} of the ${list} is about ${{ strategy }} (${place}), which the menus do not list: nothing can be
      scored there.`
  },
  'severity-not-used': ({ gap }, names) =>
    rich`The stated severity of “${names.gap(gap)}” is not used: every indicator of this gap is measured, and a measured value
      counts before a stated one.`,
  contradiction: ({ entry, strategy, venue, stage, facts, gate: id }, names) => {
    const says = rich`Contradiction: entry ${entry + 1} of the landscape says that ${{ strategy }} (${names.venue(venue)}) is
      ${stageInWords(stage)}`
    const asked = listed(facts.map((fact) => `“${names.fact(fact)}”`))
    return id === null
      ? rich`${says}, but ${asked} is answered with no. Correct one of them.`
      : rich`${says}, but the answer to ${asked} excludes it (${gate(id, names).because}). Correct one of them.`
  },
  interest: ({ strategy, raters }) =>
    rich`Interest declared in ${{ strategy }} by ${listed(raters.map((rater) => rater ?? 'an unnamed rater'))}: left out of all its
      ratings. No score was changed for it.`,
  'no-date': ({ rechecks }, names) =>
    rich`The profile gives no date (asOf), so it cannot be told whether laws are still as recorded. ${rechecked(rechecks, names)}`,
  'out-of-date': ({ asOf, rechecks }, names) => rich`Out of date on ${asOf}: check the law before acting. ${rechecked(rechecks, names)}`,
  'special-populations': ({ populations }, names) =>
    rich`Special populations named (${populations.map(names.specialPopulation).join(', ')}): they change no score. Count one as
      served only where the plan states an intentional tactic for reaching it.`,
  own: ({ text }) => rich`${text}`,
  limit: ({ limit }, { menus }) => rich`${menus.data.set.limits[limit]}`,
}

const rechecked = (rechecks: readonly { readonly id: string; readonly recheckBy: string }[], { menus }: Names): string =>
  rechecks
    .map(({ id, recheckBy }) => `${[...menus.gates, ...menus.rules].find((each) => each.id === id)!.because} (Check by ${recheckBy}.)`)
    .join(' ')

export const selectionNotes: Sentences['selectionNote'] = {
  excluded: ({ gates }, names) => rich`Excluded here. ${because(gates, names)}`,
  unlisted: () => rich`The menus do not list this combination: it counts for requirements and has no score.`,
  'other-sector': ({ sector }, names) => rich`The study's coding rules put this venue in the sector ${names.sector(sector)}.`,
  confirm: ({ facts }, names) =>
    rich`Confirm first: ${joined(
      facts.map((fact) => question(fact, names)),
      ' ',
    )}`,
}

export const settles: Sentences['settles'] = ({ settles: { gaps, gates, rules }, why }, names) => {
  const parts = [
    ...gaps.map((gap) => `the gap “${names.gap(gap)}”`),
    ...(gates.length > 0 ? [`${count(gates.length, 'condition')} for options to be possible`] : []),
    ...(rules.length > 0 ? [`${count(rules.length, 'rule')} that would move scores`] : []),
  ]
  const withheld = why === 'suppressed' && ' The value is withheld (mostly because the count is small) or not published.'
  return rich`It would settle ${listed(parts)}.${withheld}`
}
