import type { MeetingTab } from '../../../meeting/pages/meetingTabs.ts'
import { isConference } from '../../rules/conference.ts'

/** Whoever is asked to a conference has a page of their own in it: answer, report, view. */
export const ownTab: MeetingTab = {
  path: '/yours',
  text: 'Your part',
  isShown: (meeting, parts) =>
    isConference(meeting) && meeting.status !== 'cancelled' && parts.includes('invited'),
}
