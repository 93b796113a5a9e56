import { type RawBuilder, sql } from 'kysely'
import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { qualityScope } from '../queries/qualityScope.ts'
import type { QualityRule, QualitySource } from '../registry/qualitySource.ts'
import type { CaseworkTables } from '../tables.ts'

const rule: QualityRule = {
  rule: 'Management oversight within the authority’s limit',
  basis: 'The authority’s own limit: a setting',
  severity: 'query',
  problem: ({ code, on }) => {
    const day = on ? formatDate(on) : ''
    return code === 'late' ? `The last was on ${day}` : `None since the child was allocated on ${day}`
  },
  mend: 'The manager looks at the case and records what they think of it',
  href: ({ personId }) => `/people/${personId}/oversight/new`,
  isManagers: true,
}

/** Children who are held and whom no manager has looked at within the authority's limit. */
export const oversightQuality: QualitySource = {
  name: 'oversight',
  title: 'No management oversight',
  rules: { late: rule, never: rule },
  find: async work => sql`
    select case when last_on is null then 'never' else 'late' end as code, person_id, coalesce(last_on, since) as day,
      null::uuid as about, '{}'::jsonb as detail, team_id
    from (${await overlooked(work)}) overlooked`,
}

/** A child whom no manager has looked at for too long. */
export type Overlooked = { readonly personId: Uuid; readonly teamId: Uuid }

/** Those for whom the acting person answers, longest without oversight first. */
export async function withoutOversight(work: Work): Promise<readonly Overlooked[]> {
  const { rows } = await sql<{ person_id: Uuid; team_id: Uuid }>`
    with child as materialized (${await qualityScope(work)})
    select person_id, team_id from (${await overlooked(work)}) overlooked
    order by coalesce(last_on, since), person_id`.execute(work.db<CaseworkTables>())
  return rows.map(row => ({ personId: row.person_id, teamId: row.team_id }))
}

/** Of `child`, with the day of the last oversight (null: none) and since when they are held. */
async function overlooked(work: Work): Promise<RawBuilder<unknown>> {
  const weeks = await readSetting(work, 'oversight.weeks')
  return sql`
    with held as materialized (
      select allocation.person_id, min(allocation.team_id::text)::uuid as team_id, min(allocation.started_on) as since
      from allocation join child on child.person_id = allocation.person_id
      where allocation.ended_on is null and allocation.started_on <= ${work.today}::date
        and allocation.role in ('lead_social_worker', 'lead_practitioner', 'queue')
      group by allocation.person_id
    ),
    -- A child at a time by index (offset 0 keeps it so), also over the views of a past moment.
    looked as (
      select held.*, (
        select max((note.happened_at at time zone 'Europe/London')::date) from (
          select happened_at, kind, outcome from note_person where note_person.person_id = held.person_id offset 0) note
        where note.kind = 'oversight' and note.outcome = 'held' and note.happened_at <= ${work.now}::timestamptz
      ) as last_on
      from held
    )
    select person_id, team_id, last_on, since from looked
    where coalesce(last_on, since) < ${work.today.subtract({ weeks })}::date`
}
