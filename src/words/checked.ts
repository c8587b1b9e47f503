import type { SelectionNote } from '../decide/hand-made.js'
import type { Estimate } from '../numbers.js'
import type { Ids } from '../profile/schema.js'
import type { BuiltInIds } from '../vocabulary.js'
import type { SpokenRequirement, SpokenWarning } from './plan.js'

/** A selection made by hand, checked. */
export interface CheckedSelection<I extends Ids = BuiltInIds> {
  /** `strategy@sector@venue` */
  readonly id: string
  readonly strategy: I['strategy']
  readonly sector: I['sector']
  readonly venue: I['venue']
  /** Null: not listed in the menus, or excluded by a gate; it has no score. */
  readonly priority: Estimate | null
  readonly rank: number | null
  readonly notes: readonly (SelectionNote & { readonly text: string })[]
}

/** What `checkPlan` returns. */
export interface CheckedPlan<I extends Ids = BuiltInIds> {
  readonly selections: readonly CheckedSelection<I>[]
  readonly requirements: readonly SpokenRequirement<I>[]
  readonly complete: boolean
  /** Sum of the priorities of the selections that have one. */
  readonly total: number
  /** The best plan of the same size, or of the smallest size that meets every requirement. */
  readonly best: { readonly total: number; readonly proven: boolean; readonly selections: readonly string[] }
  readonly warnings: readonly SpokenWarning<I>[]
}
