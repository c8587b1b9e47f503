import type { Gate, Rule, Selector } from '../menus/schema/index.js'
import { describeCondition, type Labels } from './condition-sentence.js'

/** The sentence that a gate becomes: when it holds, what happens, to which options. */
export function gateSentence({ conditions, event, because }: Gate, labels: Labels): string {
  const { medications, ...others } = event.params
  const what =
    event.type === 'exclude'
      ? `exclude ${selectorText(event.params)}`
      : event.type === 'confirm-first'
        ? `ask to confirm ${selectorText(event.params)} first`
        : `take ${(medications ?? []).join(' and ')} off ${selectorText(others)}`
  return sentence(describeCondition(conditions, labels), what, because)
}

/** The sentence that a rule becomes. */
export function ruleSentence({ conditions, event, because }: Rule, labels: Labels): string {
  const effects = event.params.effects.map((effect) =>
    effect.effect === 'warn'
      ? `warn at ${selectorText(effect)}: "${effect.text}"`
      : `${effect.effect} ${effect.on} by ${effect.by} for ${selectorText(effect)}`,
  )
  return sentence(describeCondition(conditions, labels), effects.join('; '), because)
}

const sentence = (condition: string, what: string, because: string): string => `When ${condition}: ${what}. ${because}`

const kinds = {
  medications: 'with',
  populations: 'that name',
  menus: 'of the menu',
  sections: 'of the section',
  sectors: 'in',
  venues: 'at',
} as const

/** The options that a selector names, in words: different kinds are joined, those of one kind by 'or'. */
function selectorText(selector: Selector): string {
  const or = (ids: readonly string[]): string => ids.join(' or ')
  const parts = Object.entries(kinds).flatMap(([kind, word]) => {
    const ids = selector[kind as keyof typeof kinds]
    return ids ? [`${word} ${or(ids)}`] : []
  })
  return [selector.strategies ? or(selector.strategies) : 'every option', ...parts].join(' ')
}
