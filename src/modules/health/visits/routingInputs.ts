import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ChildFacts, RoutingInputs } from '../rules/routing.ts'
import type { HealthTables } from '../tables.ts'
import type { Stored } from './storeVisit.ts'

/** All that the choice of whom to tell is made from, as it stood on the day of the visit. */
export async function routingInputs(
  work: Work,
  attendance: Stored['attendance'],
  personId: Uuid | null,
): Promise<RoutingInputs> {
  const day = londonDate(attendance.arrived_at)
  const db = work.db<HealthTables>()
  const areas = await db
    .selectFrom('nursing_area')
    .select(['team_id as teamId', 'serves', 'by_what as byWhat', 'value'])
    .where('started_on', '<=', day)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', day)]))
    .execute()
  const councils = await db
    .selectFrom('neighbour_council')
    .select(['id', 'postcodes'])
    .where('ended_on', 'is', null)
    .execute()
  const { liaison_team_id: liaisonId } = await db
    .selectFrom('health_sender')
    .select('liaison_team_id')
    .where('id', '=', attendance.sender_id)
    .executeTakeFirstOrThrow()
  return {
    day,
    birth: attendance.told_birth,
    practice: attendance.told_practice,
    school: attendance.told_school,
    postcode: attendance.told_postcode,
    isSensitive: attendance.is_sensitive,
    facts: personId === null ? null : await childFacts(work, personId, day),
    visitsInYear: await visitsInYear(work, attendance, personId),
    areas,
    councils,
    frontDoorId: await frontDoor(work),
    liaisonId,
  }
}

async function childFacts(work: Work, personId: Uuid, day: Temporal.PlainDate): Promise<ChildFacts | null> {
  const { rows } = await sql<{ facts: ChildFacts }>`
    select access.attendance_facts(${personId}, ${day.toString()}::date) as facts`.execute(work.db())
  return rows[0]?.facts ?? null
}

/**
 * Visits in the twelve months until this one, which is among them: of the person, or of the number that was told. Cancelled ones never were. Each is
 * found by an index of its own: conditions joined by "or" would read every visit of the year.
 */
async function visitsInYear(
  work: Work,
  { id, arrived_at, told_nhs_number }: Stored['attendance'],
  personId: Uuid | null,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with theirs as (
      select ${id}::uuid as id
      union select n.id from attendance n where n.told_nhs_number = ${told_nhs_number}::text
      union select m.attendance_id from attendance_match m where m.person_id = ${personId}::uuid)
    select count(*)::int as n from theirs join attendance a on a.id = theirs.id
    where a.status <> 'cancelled' and a.arrived_at <= ${arrived_at} and a.arrived_at > ${arrived_at}::timestamptz - interval '12 months'`.execute(
    work.db(),
  )
  return rows[0]?.n ?? 1
}

async function frontDoor(work: Work): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`
    select id from team where kind = 'front_door' and (ended_on is null or ended_on >= ${work.today.toString()}::date) order by name, id limit 1`.execute(
    work.db(),
  )
  return rows[0]?.id ?? null
}
