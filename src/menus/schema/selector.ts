import * as z from 'zod'
import { refs } from './fields.js'

/** Which options something applies to. Ids of one kind are joined by OR, different kinds by AND; nothing named means all. */
export const selectorSchema = z
  .strictObject({
    menus: refs('menus', 'Only options of these menus.', 'oend').optional(),
    sections: refs('sections', 'Only options of these sections.', 'active-oend').optional(),
    strategies: refs('strategies', 'Only options of these strategies.', 'linkage-programs').optional(),
    sectors: refs('sectors', 'Only options in these sectors.', 'healthcare').optional(),
    venues: refs('venues', 'Only options at these venues.', 'jails').optional(),
    medications: refs('medications', 'Only options that offer one of these medications.', 'methadone').optional(),
    populations: refs('populations', 'Only options that name one of these high-risk populations.', 'reduced-tolerance').optional(),
  })
  .meta({ description: 'Which options this applies to: every kind of id named must match; nothing named means every option.' })

export type Selector = z.output<typeof selectorSchema>
