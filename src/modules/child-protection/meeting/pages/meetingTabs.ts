import type { Uuid } from '#platform/ids'
import { type Html, subNavigation } from '#ui'
import type { Meeting, MeetingPart } from '../rules/meeting.ts'
import { meetingPath } from './meetingPath.ts'

/** A part of a meeting's pages; each kind adds its own. */
export type MeetingTab = {
  /** The last part of its address; empty for the meeting's first page. */
  readonly path: string
  readonly text: string
  readonly isShown: (meeting: Meeting, parts: readonly MeetingPart[]) => boolean
}

const usual: readonly MeetingTab[] = [
  { path: '', text: 'Meeting', isShown: () => true },
  { path: '/room', text: 'Room', isShown: ({ status }) => status !== 'cancelled' },
]

/** Further parts, by features that hold meetings. */
export const meetingTabs: MeetingTab[] = []

/** The parts of this meeting that its reader may open. */
export const tabsOf = (meeting: Meeting, parts: readonly MeetingPart[], current: string): Html =>
  subNavigation({
    label: 'Parts of this meeting',
    items: [...usual, ...meetingTabs]
      .filter(tab => tab.isShown(meeting, parts))
      .map(tab => ({
        text: tab.text,
        href: meetingPath(meeting.id as Uuid, tab.path),
        active: tab.path === current,
      })),
  })
