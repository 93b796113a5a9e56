import { type RawBuilder, sql } from 'kysely'
import { ledTeams } from '#modules/agencies'
import type { Work } from '#platform/db'

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

/**
 * The same with who answers for each: the lead and their team, or the team in whose queue the child waits. A child at a time
 * by index (offset 0 keeps it so).
 */
export async function answeredScope(work: Work): Promise<RawBuilder<unknown>> {
  return sql`select scope.person_id, holding.worker_id, holding.team_id
    from (${await qualityScope(work)}) scope left join lateral (
      select worker_id, team_id from allocation where allocation.person_id = scope.person_id and ended_on is null
        and role in ('lead_social_worker', 'lead_practitioner', 'queue')
      order by worker_id is null, worker_id offset 0 limit 1
    ) holding on true`
}
