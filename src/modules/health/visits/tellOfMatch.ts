import { serviceActor, type Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { Task } from '#platform/jobs'
import type { HealthTables } from '../tables.ts'
import { tellWhom } from './tellWhom.ts'

/** The job's name, and what it is asked with. */
export const TELL_OF_MATCH = 'tell_of_match'

/** After a match by hand the case is told, by the listener: who matched may not know of it. */
export const tellOfMatchTask: Task = {
  name: TELL_OF_MATCH,
  async run({ database }, payload) {
    const { attendanceId } = payload as { readonly attendanceId?: unknown }
    const id = parseUuid(String(attendanceId ?? ''))
    if (id === null) throw new Error('A job that tells of a match names its attendance')
    await database.as(serviceActor('listener'), 'tell_of_match', work => tellOfMatch(work, id))
  },
}

/** Tells whoever the rule names now that it is known who it is. A visit that was cancelled tells nobody. */
export async function tellOfMatch(work: Work, id: Uuid): Promise<void> {
  const db = work.db<HealthTables>()
  const attendance = await db
    .selectFrom('attendance')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const match = await db
    .selectFrom('attendance_match')
    .select('person_id')
    .where('attendance_id', '=', id)
    .executeTakeFirst()
  if (attendance === undefined || match === undefined || attendance.status === 'cancelled') return
  await tellWhom(work, attendance, { personId: match.person_id, matched: null })
}
