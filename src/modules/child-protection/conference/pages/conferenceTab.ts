import type { MeetingTab } from '../../meeting/pages/meetingTabs.ts'
import { isConference } from '../rules/conference.ts'

/** Conferences have a part of their own among the pages of a meeting. */
export const conferenceTab: MeetingTab = {
  path: '/conference',
  text: 'Conference',
  isShown: meeting => isConference(meeting),
}
