import type { TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { meetingPath } from '../pages/meetingPath.ts'
import { meetingsAbout } from '../queries/meetingsOf.ts'

/** Strategy discussions that were held, in a chronology. Conferences and core groups stand there by their own rows. */
export const meetingTimeline: TimelineSource = {
  name: 'meetings',
  async entries(work, personIds) {
    const held = (await meetingsAbout(work, personIds)).filter(
      ({ kind, status }) => kind === 'strategy' && status === 'held',
    )
    return held.flatMap(({ id, personIds: about, startedAt }) =>
      startedAt === null
        ? []
        : about
            .filter(personId => personIds.includes(personId))
            .map(personId => ({
              personId,
              on: londonDate(startedAt),
              at: startedAt,
              title: 'Strategy discussion held',
              source: 'Meeting',
              isSignificant: true,
              href: meetingPath(id),
            })),
    )
  },
}
