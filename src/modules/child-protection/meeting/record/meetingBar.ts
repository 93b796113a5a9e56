import type { ClosureBar } from '#modules/casework'
import { formatDateTime } from '#ui'
import { meetingPath } from '../pages/meetingPath.ts'
import { meetingsAbout } from '../queries/meetingsOf.ts'
import { isComing } from '../rules/meeting.ts'

/** A strategy discussion that is still to be held: neither a plan nor the case ends before it. */
export const meetingBar: ClosureBar = async (work, personIds) => {
  const coming = (await meetingsAbout(work, personIds)).filter(
    one => one.kind === 'strategy' && isComing(one),
  )
  return coming.flatMap(({ id, personIds: about, plannedAt }) =>
    about
      .filter(personId => personIds.includes(personId))
      .map(personId => ({
        personId,
        sentence: `A strategy discussion is to be held ${formatDateTime(plannedAt)}: hold it first, or call it off.`,
        href: meetingPath(id),
      })),
  )
}
