import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { personAt, teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'

/** @returns rows that are not there and that somebody might wish to add: each would give somebody access. */
export function proposedRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.proposals.flatMap(one => {
    const personIds = [personAt(sketch, one.person)]
    const workerId = one.worker === null ? null : workerAt(sketch, one.worker)
    const wish = (table: string) => ({ table, id: next(), personIds, isProposed: true })
    return [
      {
        ...wish('family_member'),
        familyId: idOf(sketch.salt, 'family', one.family % sketch.families),
        role: one.role,
      },
      {
        ...wish('allocation'),
        teamId: teamAt(sketch, one.team),
        workerId,
        role: workerId === null ? 'queue' : one.allocation,
      },
      { ...wish('involvement'), workerId },
      ...notePerson(sketch, one.note, personIds, wish),
    ]
  })
}

/** A further person on a note, unless they are on it. */
function notePerson(
  sketch: Sketch,
  at: number,
  personIds: readonly Uuid[],
  wish: (table: string) => KnownRow,
): readonly KnownRow[] {
  const number = at % sketch.notes.length
  const note = sketch.notes[number]
  if (note === undefined || note.people.some(one => personIds.includes(personAt(sketch, one)))) return []
  const noteId = idOf(sketch.salt, 'note', number)
  return [{ ...wish('note_person'), noteId, authorId: workerAt(sketch, note.author), isNamed: false }]
}
