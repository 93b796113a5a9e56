import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Candidate, type Matched, matchOf } from '../rules/matching.ts'
import type { HealthTables } from '../tables.ts'
import type { Stored } from './storeVisit.ts'

type Attendance = Stored['attendance']

/** Whom of the record a visit is, where that is sure; a match that stands is never changed here. @returns null when nobody is sure */
export async function findPerson(
  work: Work,
  attendance: Attendance,
): Promise<{ readonly personId: Uuid | null; readonly matched: Matched | null }> {
  const standing = await work
    .db<HealthTables>()
    .selectFrom('attendance_match')
    .select('person_id')
    .where('attendance_id', '=', attendance.id)
    .executeTakeFirst()
  if (standing !== undefined) return { personId: standing.person_id, matched: null }
  const matched = matchOf(await candidates(work, attendance), attendance.told_nhs_passed === true)
  if (matched.kind !== 'exact') return { personId: null, matched }
  await work
    .db<HealthTables>()
    .insertInto('attendance_match')
    .values({ attendance_id: attendance.id, person_id: matched.personId, how: matched.how })
    .execute()
  return { personId: matched.personId, matched }
}

async function candidates(work: Work, one: Attendance): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select person_id as "personId", number_fits as "numberFits", other_number as "otherNumber", born_fits as "bornFits", born_differs as "bornDiffers",
      family_fits as "familyFits", initial_fits as "initialFits", postcode_fits as "postcodeFits"
    from search.attendance_candidates(${one.told_nhs_number}, ${one.told_birth?.toString() ?? null}::date, ${one.told_family},
      ${one.told_given}, ${one.told_postcode})`.execute(work.db())
  return rows
}
