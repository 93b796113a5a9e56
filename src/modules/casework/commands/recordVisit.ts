import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { syncClocks } from '../clocks/syncClocks.ts'
import { writableSubjects } from '../queries/familyChildren.ts'
import { type ChildFacts, checkVisit, type VisitRefusal } from '../rules/checkVisit.ts'
import type { Visit } from '../rules/visit.ts'
import type { CaseworkTables } from '../tables.ts'
import { announce, writeChildren, writeNextVisit, writeNote, writeSignificance } from './visitRows.ts'

/** The note that was made, or was already made by the same form; or everything that stands against it. */
export type RecordedVisit =
  | { readonly outcome: 'recorded'; readonly noteId: Uuid }
  | { readonly outcome: 'refused'; readonly refusals: readonly VisitRefusal[] }

/**
 * Records a visit, call or note once for every child it is about: the note, each child's part, a line of the chronology
 * when it is significant, a task for the next visit, the clocks it stops and the event, all in the caller's transaction.
 * A correction is a note of its own; a child it leaves out keeps a withdrawn line, so that no clock stays stopped by it.
 * @param visit parsed; `visit.submission` makes a second sending answer with the first one's note
 */
export async function recordVisit(work: Work, visit: Visit): Promise<RecordedVisit> {
  const made = await noteOfSubmission(work, visit.submission)
  if (made !== null) return { outcome: 'recorded', noteId: made }
  const corrected = visit.corrects === null ? null : await correctable(work, visit.corrects.noteId)
  if (corrected !== null && 'refusal' in corrected) return { outcome: 'refused', refusals: [corrected] }
  const leftOut = (corrected?.personIds ?? []).filter(id =>
    visit.children.every(({ personId }) => personId !== id),
  )
  const people = [...visit.children.map(({ personId }) => personId), ...leftOut]
  const children = await childFacts(work, people)
  const happenedOn = londonDate(visit.happenedAt)
  const refusals = [
    ...checkVisit(visit, { now: work.now, today: work.today, happenedOn, children }),
    ...leftOut
      .filter(id => !children.has(id))
      .map(personId => ({ refusal: 'may_not_write' as const, personId })),
  ]
  if (visit.impact !== null) refusals.push(...(await notForChronology(work, people)))
  if (refusals.length > 0) return { outcome: 'refused', refusals }
  const noteId = makeUuid()
  if (!(await writeNote(work, noteId, visit))) {
    return { outcome: 'recorded', noteId: (await noteOfSubmission(work, visit.submission)) ?? noteId }
  }
  await writeChildren(work, noteId, visit, leftOut)
  if (visit.impact !== null) await writeSignificance(work, noteId, visit, visit.impact)
  if (visit.nextVisitOn !== null) await writeNextVisit(work, visit, visit.nextVisitOn)
  await syncClocks(work, people)
  await announce(work, noteId, visit)
  return { outcome: 'recorded', noteId }
}

/** The chronology belongs to the record: a lead practitioner who has the plan alone asks the social worker. */
async function notForChronology(work: Work, people: readonly Uuid[]): Promise<readonly VisitRefusal[]> {
  const writable = await writableSubjects(work, people)
  return people
    .filter(id => !writable.has(id))
    .map(personId => ({ refusal: 'not_for_chronology' as const, personId }))
}

async function noteOfSubmission(work: Work, submission: Uuid): Promise<Uuid | null> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('note')
    .select('id')
    .where('submission', '=', submission)
    .where('author_id', '=', work.actor.id)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The note to correct, unless it cannot be seen or a later one has corrected it already. */
async function correctable(
  work: Work,
  noteId: Uuid,
): Promise<{ readonly personIds: readonly Uuid[] } | VisitRefusal> {
  const db = work.db<CaseworkTables>()
  const note = await db.selectFrom('note').select('person_ids').where('id', '=', noteId).executeTakeFirst()
  if (note === undefined) return { refusal: 'corrects_nothing' }
  const later = await db.selectFrom('note').select('id').where('corrects_id', '=', noteId).executeTakeFirst()
  return later ? { refusal: 'already_corrected', by: later.id } : { personIds: note.person_ids }
}

/** Facts about those of these people of whom the actor may write visits: whoever has the plan may (B1). */
async function childFacts(work: Work, personIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, ChildFacts>> {
  const writable = [...(await writableSubjects(work, personIds, 'B1'))]
  if (writable.length === 0) return new Map()
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(['id', 'is_unborn', 'date_of_birth', 'date_of_birth_precision'])
    .where('id', 'in', writable)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { isUnborn: row.is_unborn, bornOn: earliest(row.date_of_birth, row.date_of_birth_precision) },
    ]),
  )
}

/** A birth known to the month or year may have been on its first day. */
function earliest(
  born: Temporal.PlainDate | null,
  precision: 'day' | 'month' | 'year',
): Temporal.PlainDate | null {
  if (born === null || precision === 'day') return born
  return born.with(precision === 'month' ? { day: 1 } : { day: 1, month: 1 })
}
