import type { EventKind, Way } from '../queries/eventsAndAnswers.ts'

export const ways: readonly Way[] = ['by_hand', 'post', 'portal', 'read_aloud', 'meeting']
export const wayWords: Readonly<Record<Way, string>> = {
  by_hand: 'By hand',
  post: 'By post',
  portal: 'In the family portal',
  read_aloud: 'Read aloud',
  meeting: 'At a meeting',
}

/** What can be noted of a given copy: being sent is noted when it is given, and opening by its reader alone. */
export const eventKinds: readonly EventKind[] = ['received', 'explained', 'read_aloud', 'came_back', 'opened']
export const eventWords: Readonly<Record<EventKind, string>> = {
  sent: 'Sent',
  received: 'Received',
  opened: 'Opened',
  explained: 'Explained',
  read_aloud: 'Read aloud',
  came_back: 'Came back',
}
