import type { TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { openingsOf } from '../queries/readChild.ts'

/** In the chronology: that the child's record was opened in unscheduled care. It says that, and not why. */
export const openingTimeline: TimelineSource = {
  name: 'nhs',
  async entries(work, personIds) {
    return (await openingsOf(work, personIds)).map(({ personId, openedAt, role, organisation }) => ({
      personId,
      on: londonDate(openedAt),
      at: openedAt,
      title: 'Record opened in unscheduled care',
      text: [organisation, role].filter(Boolean).join(', '),
      source: 'NHS notice',
      isSignificant: false,
      href: `/people/${personId}/nhs`,
    }))
  },
}
