import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ChildFacts, RoutingInputs } from '../rules/routingInputs.ts'
import type { Stored } from './stored.ts'
import { liaisonOf, whoAnswers } from './whoAnswers.ts'

/** All that the choice of whom to tell is made from, as it stood on the day of the visit. */
export async function routingInputs(
  work: Work,
  attendance: Stored['attendance'],
  personId: Uuid | null,
): Promise<RoutingInputs> {
  const day = londonDate(attendance.arrived_at)
  return {
    day,
    birth: attendance.told_birth,
    practice: attendance.told_practice,
    school: attendance.told_school,
    postcode: attendance.told_postcode,
    isSensitive: attendance.is_sensitive,
    hasConcern: (attendance.concerns ?? []).length > 0,
    ...(await knownOf(work, attendance, personId)),
    liaisonId: await liaisonOf(work, attendance.sender_id),
    ...(await whoAnswers(work, day.toString())),
  }
}

/**
 * What is known of whoever it is, and the visits in the twelve months until this one, which is among them: of the person, or of the number that was
 * told. Cancelled ones never were. Each is found by an index of its own: conditions joined by "or" would read every visit of the year, and without
 * "offset 0" so would a plan made while the table was small.
 */
async function knownOf(
  work: Work,
  { id, arrived_at, told_nhs_number }: Stored['attendance'],
  personId: Uuid | null,
): Promise<Pick<RoutingInputs, 'facts' | 'visitsInYear'>> {
  const { rows } = await sql<{ facts: ChildFacts | null; visitsInYear: number }>`
    with theirs as (
      select ${id}::uuid as id
      union select n.id from attendance n where n.told_nhs_number = ${told_nhs_number}::text
      union select m.attendance_id from attendance_match m where m.person_id = ${personId}::uuid)
    select case when ${personId}::uuid is null then null else access.attendance_facts(${personId}::uuid, ${londonDate(arrived_at).toString()}::date) end as facts,
      (select count(*)::int from theirs cross join lateral (select status, arrived_at from attendance where id = theirs.id offset 0) a
       where a.status <> 'cancelled' and a.arrived_at <= ${arrived_at} and a.arrived_at > ${arrived_at}::timestamptz - interval '12 months') as "visitsInYear"`.execute(
    work.db(),
  )
  return rows[0] as Pick<RoutingInputs, 'facts' | 'visitsInYear'> // one row whatever is known
}
