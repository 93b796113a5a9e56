import type { TimelineSource } from '#modules/casework'
import { formatDate } from '#ui'
import { directionsOf } from './directions.ts'

/** What was directed in supervision, in the full chronology of each child: the case half alone. */
export const directionTimeline: TimelineSource = {
  name: 'supervision',
  async entries(work, personIds) {
    const directions = await directionsOf(work, personIds)
    return directions.map(({ personId, on, direction, dueOn, byName }) => ({
      personId,
      on,
      title: 'Discussed in supervision',
      text: dueOn === null ? direction : `${direction} (by ${formatDate(dueOn)})`,
      source: `Direction by ${byName}`,
      isSignificant: false,
      href: `/people/${personId}/directions`,
    }))
  },
}
