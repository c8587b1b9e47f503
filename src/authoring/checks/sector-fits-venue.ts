import { type Check, each, type FileKey, placeIn } from './check.js'
import { strategiesOf } from './walk.js'

export const sectorFitsVenue: Check = {
  name: 'sector-fits-venue',
  description: "An option's sector is one that the coding rules allow for its venue.",
  *run(data) {
    const venues = new Map(data.settings.venues.map((venue) => [venue.id, venue]))
    for (const { value: strategy, at: place } of strategiesOf(data)) {
      for (const { value: option, at } of each(strategy.options, place('options'))) {
        const venue = venues.get(option.venue)
        const allowed = venue ? [venue.sector, ...venue.otherSectors] : [option.sector]
        if (!allowed.includes(option.sector))
          yield at('sector').conflict(
            `'${option.venue}' is not coded as ${option.sector}`,
            "The study's coding rules say which sector a venue counts for; a wrong one would meet a requirement that is not met.",
            `Write ${allowed.join(' or ')}.`,
          )
      }
    }
    for (const { value: venue, at } of each(data.settings.venues, placeIn<FileKey>('settings.yaml')('venues'))) {
      const index = venue.otherSectors.indexOf(venue.sector)
      if (index >= 0)
        yield at('otherSectors', index).conflict(
          `'${venue.sector}' is already its first sector`,
          'Naming it twice adds nothing.',
          'Remove it here.',
        )
    }
  },
}
