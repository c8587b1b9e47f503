import { type Check, conflict } from './check.js'

export const sectorFitsVenue: Check = {
  name: 'sector-fits-venue',
  description: "An option's sector is one that the coding rules allow for its venue.",
  run(data, report) {
    const venues = new Map(data.settings.venues.map((venue) => [venue.id, venue]))
    data.menus.forEach(({ strategies }, menu) => {
      strategies.forEach(({ options }, index) => {
        options.forEach(({ sector, venue: id }, at) => {
          const venue = venues.get(id)
          if (!venue || venue.sector === sector || venue.otherSectors.includes(sector)) return
          const allowed = [venue.sector, ...venue.otherSectors]
          report(
            `menu:${menu}`,
            ['strategies', index, 'options', at, 'sector'],
            conflict(
              `'${id}' is not coded as ${sector}`,
              'The coding rules of the study say which sector a venue counts for; a wrong one would meet a requirement that is not met.',
              `Write ${allowed.join(' or ')}.`,
            ),
          )
        })
      })
    })
    data.settings.venues.forEach(({ sector, otherSectors }, index) => {
      const at = otherSectors.indexOf(sector)
      if (at >= 0)
        report(
          'settings.yaml',
          ['venues', index, 'otherSectors', at],
          conflict(`'${sector}' is its first sector already`, 'Named twice it says nothing more.', 'Remove it here.'),
        )
    })
  },
}
