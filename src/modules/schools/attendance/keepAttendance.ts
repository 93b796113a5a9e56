import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AttendanceLine } from './readLines.ts'

export type KeptAttendance = { readonly kept: number; readonly leftOut: number }

/** Keeps what a lead tells of children of their school with open work; of all others nothing is kept, and how many they were is told. */
export async function keepAttendance(
  work: Work,
  schoolId: Uuid,
  lines: readonly AttendanceLine[],
): Promise<KeptAttendance> {
  let kept = 0
  for (const { pupil, from, until, possible, authorised, unauthorised, codes } of lines) {
    const { rows } = await sql<{ said: string }>`
      select access.keep_school_attendance(${schoolId}, ${pupil}, ${from}::date, ${until}::date, ${possible}::integer, ${authorised}::integer,
        ${unauthorised}::integer, ${JSON.stringify(codes)}::jsonb) as said`.execute(work.db())
    if (rows[0]?.said === 'kept') kept += 1
  }
  return { kept, leftOut: lines.length - kept }
}
