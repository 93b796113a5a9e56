import { type RawBuilder, sql } from 'kysely'
import { ledTeams } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/**
 * The children whose data the acting person answers for, as a query of `person_id`: those they hold, and those held for
 * the teams they direct. For the data-quality officer every child who is held at all.
 */
export async function qualityScope(work: Work): Promise<RawBuilder<unknown>> {
  if (work.actor.class === 'data_quality')
    return sql`select distinct person_id from allocation where ended_on is null`
  const led = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
  return sql`select person_id from allocation where ended_on is null and worker_id = ${work.actor.id}
    union select person_id from allocation where ended_on is null and team_id = any (${led}::uuid[])`
}

/** Who answers for a child: the lead and the team, or the queue's team. */
export type Answerable = { readonly workerId: Uuid | null; readonly teamId: Uuid }

/** Who answers for each of these children now; those whom nobody holds are left out. */
export async function answerableFor(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Answerable>> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'worker_id', 'team_id'])
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('ended_on', 'is', null)
    .where('role', 'in', ['lead_social_worker', 'lead_practitioner', 'queue'])
    .orderBy('worker_id', order => order.desc().nullsFirst()) // a lead comes after the queue and stays
    .execute()
  return new Map(rows.map(row => [row.person_id, { workerId: row.worker_id, teamId: row.team_id }]))
}
