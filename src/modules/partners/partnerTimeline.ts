import type { TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { noticesAbout } from './notices/queries/noticesAbout.ts'
import { kindWords } from './told/kinds.ts'

/** Notices of police and schools in a chronology, with whose data they are. Row-level security leaves out what stays with its originator. */
export const partnerTimeline: TimelineSource = {
  name: 'partner notices',
  async entries(work, personIds) {
    return (await noticesAbout(work, personIds)).map(({ id, personId, kind, source, receivedAt }) => ({
      personId,
      on: londonDate(receivedAt),
      at: receivedAt,
      title: kindWords[kind],
      text: `From ${source}, whose data it is.`,
      source,
      isSignificant: true,
      href: `/partner-notices/${id}`,
    }))
  },
}
