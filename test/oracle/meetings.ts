import type { Uuid } from '#platform/ids'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { comesTo, isAdministrator, isChair, isInvited, showsPapers } from './meetingGrants.ts'
import { isAboutSealed, isAuthor, isHiddenByRestriction } from './notes.ts'
import { isLetIn, isOfOriginator } from './originators.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Meeting, Row } from './world.ts'

/** B3: "everything of it is read with it, and never by whoever is kept from any one of its children". */
export function readsOfMeeting(question: Question, table: Table, row: Row): boolean {
  const meeting = meetingOf(question, row)
  if (meeting === undefined || !readsMeeting(question, meeting)) return false
  if (isAboutSealed(question, row)) return false // "an invitation of somebody restricted is hidden"
  if (table === 'chair_note') return isAuthor(question, row) || hasRecordOfAny(question, meeting)
  if (table !== 'meeting_contribution') return true
  if (question.holds('the row is safety data', row.dataClass === 'C3')) {
    return isAuthor(question, row) || hasSafetyOfAll(question, meeting.personIds)
  }
  if (!question.holds('the row is intelligence', row.dataClass === 'C4')) return true
  return isAuthor(question, row) || isLetIn(question, row)
}

/** What was said stands, in the name of who wrote it down. */
const asSaid: readonly Table[] = ['meeting_contribution', 'chair_note', 'conference_correction']

/** What each of those who come may write, and the line. */
export function addsOfMeeting(question: Question, table: Table, row: Row): boolean {
  if (!writesAboutPeople(question)) return false
  const meeting = meetingOf(question, row)
  if (meeting === undefined || isHiddenByRestriction(question, meeting) || isAboutSealed(question, row))
    return false
  // A new meeting has no tie of its own yet: whoever writes the record of every child plans it.
  if (table === 'meeting') return writesRecordOfAll(question, meeting.personIds)
  if (asSaid.includes(table)) {
    if (!isAuthor(question, row)) return false
  }
  if (table === 'chair_note') return isAtWork(question, meeting) && isChair(question, meeting)
  if (table === 'conference_line') return leads(question, meeting) && !isOver(question, meeting)
  // "Brought by that organisation's workers alone": what a chair or the line writes down for others is not theirs to mark so.
  if (row.dataClass === 'C4')
    return isOfOriginator(question, row) && isAtWork(question, meeting) && isOwn(question, meeting, row)
  if (leads(question, meeting)) return true
  if (!isAtWork(question, meeting)) return false
  if (table === 'meeting_invitee' || table === 'meeting_child') return isAdministrator(question, meeting)
  if (table !== 'meeting_view' && isAdministrator(question, meeting)) return true
  return isOwn(question, meeting, row)
}

/** What was said is never changed; the rest as it is added, and when and where by the administrator too. */
export function changesOfMeeting(question: Question, table: Table, row: Row): boolean {
  if (asSaid.includes(table)) return false
  if (!writesAboutPeople(question) || !readsOfMeeting(question, table, row)) return false
  const meeting = meetingOf(question, row)
  if (meeting === undefined) return false
  if (table === 'conference_line') return leads(question, meeting) && !isOver(question, meeting)
  if (leads(question, meeting)) return true
  if (table === 'meeting' && writesRecordOfAll(question, meeting.personIds)) return true
  if (!isAtWork(question, meeting) || table === 'meeting_child') return false
  if (table === 'meeting' || table === 'meeting_invitee') return isAdministrator(question, meeting)
  return isOwn(question, meeting, row)
}

/** A strategy discussion is decided by the line too, anything else by its chair alone; an invitation is answered by whoever is asked. */
export function decidesOfMeeting(question: Question, table: Table, row: Row): boolean {
  if (table === 'meeting_invitee') {
    if (changesOfMeeting(question, table, row)) return true
    const meeting = meetingOf(question, row)
    if (meeting === undefined || !writesAboutPeople(question)) return false
    return (
      readsOfMeeting(question, table, row) && isAtWork(question, meeting) && isOwn(question, meeting, row)
    )
  }
  if (table !== 'meeting_child' || !changesOfMeeting(question, table, row)) return false
  const meeting = meetingOf(question, row)
  if (meeting === undefined || isOver(question, meeting)) return false // nothing is decided that does not sit
  if (question.holds('the meeting is a strategy discussion', meeting.kind === 'strategy')) return true
  return isAtWork(question, meeting) && isChair(question, meeting)
}

/** Whether the worker may read the meeting itself, and so all of it that has no rule of its own. */
export function readsMeeting(question: Question, meeting: Meeting): boolean {
  if (!seesPeopleByTie(question) || isHiddenByRestriction(question, meeting)) return false
  return hasRecordOfAny(question, meeting) || takesPart(question, meeting)
}

/** Chair, administrator or invited, while the meeting shows its papers and they may see every child in it. */
export function takesPart(question: Question, meeting: Meeting): boolean {
  return isAtWork(question, meeting) && comesTo(question, meeting)
}

/**
 * Whether somebody's part in the meeting counts now. Out-of-hours duty works by rota and openings, a director "more by opening": neither
 * comes to a meeting.
 */
export function isAtWork(question: Question, meeting: Meeting): boolean {
  if (!isPractitioner(question) || !showsPapers(question, meeting)) return false
  return meeting.personIds.every(personId => mayReadIdentity(question, personId))
}

/** "The line: writes B2 of every child, by a tie other than the meeting's own"; nor by that of another meeting. */
export function isLine(question: Question, { personIds }: Pick<Row, 'personIds'>): boolean {
  return writesAll(question, personIds, true)
}

export function writesRecordOfAll(question: Question, personIds: readonly Uuid[]): boolean {
  return writesAll(question, personIds, false)
}

function writesAll(question: Question, personIds: readonly Uuid[], notByMeeting: boolean): boolean {
  const need = { dataClass: 'B2', toWrite: true, notByMeeting } as const
  return personIds.length > 0 && personIds.every(personId => hasEntry(question, personId, need))
}

/** C3 "of every child". */
export function hasSafetyOfAll(question: Question, personIds: readonly Uuid[]): boolean {
  const need = { dataClass: 'C3', toWrite: false } as const
  return personIds.every(personId => hasEntry(question, personId, need))
}

export function meetingOf({ world }: Question, row: Row): Meeting | undefined {
  return world.meetings.find(one => one.id === row.meetingId)
}

function hasRecordOfAny(question: Question, { personIds }: Meeting): boolean {
  const need = { dataClass: 'B2', toWrite: false } as const
  return personIds.some(personId => hasEntry(question, personId, need))
}

/** A conference builds its plan until it has been held; one that was called off builds none, and decides nothing. */
const isOver = ({ holds }: Question, { isCancelled }: Meeting): boolean =>
  !holds('the meeting stands', !isCancelled)

function leads(question: Question, meeting: Meeting): boolean {
  if (isLine(question, meeting)) return true
  return isAtWork(question, meeting) && isChair(question, meeting)
}

/** What an invited worker brings, says or answers under their own invitation. */
function isOwn(question: Question, meeting: Meeting, row: Row): boolean {
  return isInvited(question, meeting) && row.workerId === question.worker.id
}
