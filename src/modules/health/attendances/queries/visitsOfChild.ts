import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { OpenAttendance } from './readAttendance.ts'

/** One visit of a child among their others, as the hospital told it. */
export type VisitOfChild = {
  readonly id: Uuid
  readonly arrivedAt: Temporal.Instant
  readonly place: string | null
  readonly complaint: string | null
  readonly outcome: string | null
  readonly status: 'here' | 'left' | 'cancelled'
  /** Somebody whose notice the reader may see has not read it. */
  readonly isUnread: boolean
}

/** More than any child has in the time that is drawn; the newest stand. */
const MOST = 200

/**
 * Visits of the child of one visit since a day, as far as the reader may read them: those of the same person of the record, and those told with the
 * same NHS number and day of birth, as the reader may not know whom of the record a visit is of. Each is found by an index of its own.
 */
export async function visitsOfChild(
  work: Work,
  { attendance, personId }: Pick<OpenAttendance, 'attendance' | 'personId'>,
  since: Temporal.PlainDate,
): Promise<readonly VisitOfChild[]> {
  const number = attendance.told_nhs_passed === true ? attendance.told_nhs_number : null
  const from = since.toZonedDateTime('Europe/London').toInstant()
  const { rows } = await sql<VisitOfChild>`
    with theirs as (
      select ${attendance.id}::uuid as id
      union select m.attendance_id from attendance_match m where m.person_id = ${personId}::uuid
      union select n.id from attendance n where n.told_nhs_number = ${number}::text and n.arrived_at >= ${from}
        and n.told_birth = ${attendance.told_birth?.toString() ?? null}::date)
    select a.id, a.arrived_at as "arrivedAt", a.place, a.complaint, a.outcome, a.status,
      exists (select from attendance_notice n where n.attendance_id = a.id and n.read_at is null and n.withdrawn_at is null) as "isUnread"
    from theirs join attendance a on a.id = theirs.id where a.arrived_at >= ${from} or a.id = ${attendance.id}
    order by a.arrived_at desc, a.id limit ${MOST}`.execute(work.db())
  return rows
}
