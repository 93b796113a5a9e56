import { sql } from 'kysely'
import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { qualityScope } from '../queries/qualityScope.ts'
import type { QualityIssue, QualitySource } from '../registry/recordSection.ts'
import type { CaseworkTables } from '../tables.ts'

/** Children who are held and whom no manager has looked at within the authority's limit. */
export const oversightQuality: QualitySource = {
  name: 'oversight',
  title: 'No management oversight',
  count: async work => (await withoutOversight(work)).length,
  issues: async (work, offset, limit) =>
    (await withoutOversight(work)).slice(offset, offset + limit).map(asIssue),
}

/** A child whom no manager has looked at for too long. */
export type Overlooked = {
  readonly personId: Uuid
  readonly teamId: Uuid
  /** Of the last oversight; null: none since the child is held. */
  readonly lastOn: Temporal.PlainDate | null
  readonly heldSince: Temporal.PlainDate
}

/** Those for whom the acting person answers, longest without oversight first. */
export async function withoutOversight(work: Work): Promise<readonly Overlooked[]> {
  const weeks = await readSetting(work, 'oversight.weeks')
  const scope = await qualityScope(work)
  type Row = {
    person_id: Uuid
    team_id: Uuid
    last_on: Temporal.PlainDate | null
    since: Temporal.PlainDate
  }
  const { rows } = await sql<Row>`
    with child as materialized (${scope}),
    held as materialized (
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
    where coalesce(last_on, since) < ${work.today.subtract({ weeks })}::date
    order by coalesce(last_on, since), person_id`.execute(work.db<CaseworkTables>())
  return rows.map(row => ({
    personId: row.person_id,
    teamId: row.team_id,
    lastOn: row.last_on,
    heldSince: row.since,
  }))
}

function asIssue({ personId, lastOn, heldSince }: Overlooked): QualityIssue {
  return {
    personId,
    kind: 'oversight',
    rule: 'Management oversight within the authority’s limit',
    problem: lastOn
      ? `The last was on ${formatDate(lastOn)}`
      : `None since the child was allocated on ${formatDate(heldSince)}`,
    mend: 'The manager looks at the case and records what they think of it',
    severity: 'query',
    on: lastOn ?? heldSince,
    href: `/people/${personId}#oversight`,
  }
}
