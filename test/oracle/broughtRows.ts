import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Meeting, World } from './world.ts'

/**
 * @returns a file that somebody brought to each meeting, whom it is about and a part of it: of every third by somebody whom nobody need
 * have asked, of every fourth about one person more, so that neither the name nor the meeting is enough.
 */
export function broughtRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  return world.meetings.flatMap((meeting, at) => {
    const one = sketch.meetings[at]
    if (one === undefined) return []
    const asked = meeting.invitations.find(({ workerId }) => workerId !== null)?.workerId
    const authorId = (at % 3 === 2 ? null : asked) ?? workerAt(sketch, one.author)
    return fileOf(meeting, authorId, at % 4 === 3 ? personAt(sketch, one.recipient) : null, next)
  })
}

function fileOf(
  { id: meetingId, personIds: children }: Meeting,
  authorId: Uuid,
  stranger: Uuid | null,
  next: () => Uuid,
): readonly KnownRow[] {
  const personIds = stranger === null || children.includes(stranger) ? children : [...children, stranger]
  const paperId = next()
  const part = { paperId, meetingId, personIds, authorId }
  return [
    { ...part, table: 'document', id: paperId },
    { ...part, table: 'document_part', id: next() },
    ...personIds.map(id => ({
      ...part,
      table: 'document_person',
      id: next(),
      personIds: [id],
      notePersonIds: personIds,
    })),
  ]
}
