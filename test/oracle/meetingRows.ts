import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import type { MeetingSketch } from './meetingSketch.ts'
import { workerAt } from './placesInSketch.ts'
import { sharingRows } from './sharingRows.ts'
import type { Sketch } from './sketch.ts'
import type { Meeting, World } from './world.ts'

/** @returns every meeting with whom it asks, what was said in it, its decisions, and a paper with copies. */
export function meetingRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  return world.meetings.flatMap((meeting, at) => {
    const one = sketch.meetings[at]
    if (one === undefined) return []
    return [...rowsOf(sketch, meeting, one, next), ...sharingRows(sketch, world, meeting, { one, at, next })]
  })
}

function rowsOf(sketch: Sketch, meeting: Meeting, one: MeetingSketch, next: () => Uuid): readonly KnownRow[] {
  const { personIds, invitations } = meeting
  const of = (table: string) => ({ table, id: next(), meetingId: meeting.id, personIds })
  const author = workerAt(sketch, one.author)
  const asked = invitations[0]
  const own = {
    ...(asked === undefined ? {} : { inviteeId: asked.id }),
    workerId: asked?.workerId ?? null,
  }
  const said = { ...of('meeting_contribution'), ...own }
  return [
    { table: 'meeting', id: meeting.id, meetingId: meeting.id, personIds, fact: meeting },
    ...invitations.map(fact => ({
      ...of('meeting_invitee'),
      id: fact.id,
      workerId: fact.workerId,
      ...(fact.personId === null ? {} : { aboutId: fact.personId }),
      fact,
    })),
    ...personIds.map(childId => ({ ...of('meeting_child'), childId })),
    ...personIds.slice(0, 1).map(childId => ({ ...of('meeting_view'), ...own, childId })),
    ...(meeting.isCancelled ? [] : contributionsOf(sketch, said, author, one, next)),
    { ...of('chair_note'), authorId: meeting.chairId ?? author },
    ...personIds.slice(0, 1).map(childId => ({ ...of('conference_line'), childId })),
    ...(asked === undefined || asked.isWithdrawn
      ? []
      : [{ ...of('conference_correction'), ...own, authorId: own.workerId ?? author }]),
  ]
}

/** Something said to everybody, and something of a class of its own. A cancelled meeting takes no more. */
function contributionsOf(
  sketch: Sketch,
  said: KnownRow,
  author: Uuid,
  { dataClass, reader }: MeetingSketch,
  next: () => Uuid,
): readonly KnownRow[] {
  const intelligence = {
    originatorId: idOf(sketch.salt, 'organisation', 0),
    allowedIds: [workerAt(sketch, reader)],
  }
  return [
    { ...said, authorId: said.workerId ?? author },
    {
      ...said,
      id: next(),
      authorId: author,
      dataClass,
      ...(dataClass === 'C3' ? {} : intelligence),
    },
  ]
}
