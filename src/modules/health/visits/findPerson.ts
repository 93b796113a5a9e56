import { type Matched, matchOf, personsMeant } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldPerson } from '../rules/told.ts'
import type { HealthTables } from '../tables.ts'
import type { Stored } from './stored.ts'

/** Whom of the record a visit is, where that is sure; a match that stands is never changed here. @returns null when nobody is sure */
export async function findPerson(
  work: Work,
  { attendance, isFirst }: Pick<Stored, 'attendance' | 'isFirst'>,
): Promise<{ readonly personId: Uuid | null; readonly matched: Matched | null }> {
  const standing = isFirst ? undefined : await matchOfVisit(work, attendance.id)
  if (standing !== undefined) return { personId: standing.person_id, matched: null }
  const matched = await matchTold(work, {
    nhsNumber: attendance.told_nhs_number,
    nhsPassed: attendance.told_nhs_passed,
    birth: attendance.told_birth,
    family: attendance.told_family,
    given: attendance.told_given,
    postcode: attendance.told_postcode,
  })
  if (matched.kind !== 'exact') return { personId: null, matched }
  await work
    .db<HealthTables>()
    .insertInto('attendance_match')
    .values({ attendance_id: attendance.id, person_id: matched.personId, how: matched.how })
    .execute()
  return { personId: matched.personId, matched }
}

/** The match of a visit that stands, if any. */
export const matchOfVisit = (work: Work, attendanceId: Uuid) =>
  work
    .db<HealthTables>()
    .selectFrom('attendance_match')
    .select(['person_id', 'how'])
    .where('attendance_id', '=', attendanceId)
    .executeTakeFirst()

/** Whom of the record somebody is, as they are told. */
export async function matchTold(work: Work, told: WhoIsTold): Promise<Matched> {
  const { nhsNumber, birth: born, family, given, postcode } = told
  return matchOf(
    await personsMeant(work, { nhsNumber, born, family, given, postcode }),
    told.nhsPassed === true,
  )
}

type WhoIsTold = Pick<ToldPerson, 'nhsNumber' | 'nhsPassed' | 'birth' | 'family' | 'given' | 'postcode'>
