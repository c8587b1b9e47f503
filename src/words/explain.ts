import type { Decision } from '../decide/decision.js'
import { builtInMenus } from '../menus/built-in.js'
import { compiledOf, type MenuHandle } from '../menus/handle.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import { englishSentences } from './english-sentences.js'
import { type Sentences, say } from './language.js'
import { namesOf } from './names.js'
import { type OptionWords, wordsOf } from './plan.js'
import { plain } from './rich.js'
import { type Explained, explainedBy } from './why.js'

/** Everything about one option or strategy: the codes and values behind it, and their words. */
export interface Explanation<I extends Ids = BuiltInIds> extends Explained<I> {
  readonly words: OptionWords & {
    /** Where it is and, if it is not in the plan, why not. */
    readonly why: readonly string[]
    /** The questions that would change its place, in the order of `missing`. */
    readonly missing: readonly string[]
  }
}

export interface ExplainOptions {
  /** The menus that the decision was made with. Default: the built-in ones. */
  readonly menus?: MenuHandle
  /** Default: English. */
  readonly language?: Sentences
}

/**
 * Explains a strategy, or one option of it: the reasons for its score, warnings, what to confirm, sources, and when it is not in the plan
 * why not.
 * @param id a strategy, or an option (`strategy@sector@venue`)
 * @throws ProfileError when the decision has no such id
 */
export function explain<I extends Ids>(
  decision: Decision<I>,
  id: string,
  { menus: given = builtInMenus(), language = englishSentences }: ExplainOptions = {},
): Explanation<I> {
  const menus = compiledOf(given)
  const explained = explainedBy(decision, id)
  const names = namesOf(menus)
  const words = explained.option
    ? wordsOf(explained.option, decision, names, language)
    : { reasons: [], warnings: [], confirmFirst: [], sources: [] }
  return {
    ...explained,
    words: {
      why: explained.why.map((why) => plain(say(language.why, why, names), names)),
      ...words,
      missing: explained.missing.map(
        (gap) => `${plain(language.question(gap.fact, names), names)} ${plain(language.settles(gap, names), names)}`,
      ),
    },
  }
}
