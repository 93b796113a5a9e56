import type { Uuid } from '#platform/ids'
import { isUpTo } from './order.ts'
import type { Question } from './question.ts'
import { type Need, reaches } from './reaches.ts'
import { reachesPerson } from './reachesPerson.ts'
import type { Meeting } from './world.ts'

/** Who comes to a meeting, while it shows its papers: a conference's chair as a chair, everybody else to know who it is about. */
export function isGivenByMeeting(question: Question, personId: Uuid, need: Need): boolean {
  if (need.notByMeeting === true) return false
  for (const meeting of question.world.meetings) {
    if (!showsPapers(question, meeting)) continue
    for (const childId of meeting.personIds) {
      if (reachesByMeeting(question, meeting, childId, personId, need)) return true
    }
  }
  return false
}

function reachesByMeeting(
  question: Question,
  meeting: Meeting,
  childId: Uuid,
  personId: Uuid,
  need: Need,
): boolean {
  const reach = (by: typeof reaches.meetingChair | typeof reaches.invited) =>
    reachesPerson(question, by, childId, personId, need)
  if (isChair(question, meeting)) {
    if (reach(isConference(question, meeting) ? reaches.meetingChair : reaches.invited)) return true
  }
  return (isAdministrator(question, meeting) || isInvited(question, meeting)) && reach(reaches.invited)
}

/** Its chair, its administrator, or somebody invited. */
export function comesTo(question: Question, meeting: Meeting): boolean {
  return isChair(question, meeting) || isAdministrator(question, meeting) || isInvited(question, meeting)
}

/** "Until the end of the day papers_until, unless it was cancelled". */
export function showsPapers({ holds, today }: Question, meeting: Meeting): boolean {
  if (!holds('the meeting stands', !meeting.isCancelled)) return false
  return holds('the papers are open', isUpTo(today, meeting.papersUntil))
}

export function isChair({ holds, worker }: Question, meeting: Meeting): boolean {
  return holds('the worker is its chair', meeting.chairId === worker.id)
}

export function isAdministrator({ holds, worker }: Question, meeting: Meeting): boolean {
  return holds('the worker is its administrator', meeting.administratorId === worker.id)
}

/** Unless the invitation was withdrawn. */
export function isInvited({ holds, worker }: Question, meeting: Meeting): boolean {
  const isAsked = meeting.invitations.some(one => one.workerId === worker.id && !one.isWithdrawn)
  return holds('the worker is invited', isAsked)
}

/** What a chair decides alone; a strategy discussion and a core group are the line's. */
export function isConference({ holds }: Question, { kind }: Meeting): boolean {
  return holds('the meeting is a conference', kind === 'initial' || kind === 'review')
}
