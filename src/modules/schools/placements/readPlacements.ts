import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A social worker on site in a school. */
export type Placement = {
  readonly id: Uuid
  readonly schoolId: Uuid
  readonly school: string
  readonly workerId: Uuid
  readonly worker: string
  readonly telephone: string | null
  readonly days: readonly string[]
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** A contact that came from a school, as far as the reader may see it: nobody is named. */
export type SchoolContact = {
  readonly id: Uuid
  readonly schoolId: Uuid
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly isDecided: boolean
  /** Brought by the social worker placed there, and not by the school itself. */
  readonly byPlaced: boolean
  /** Sent by the reader: opens as what they sent. */
  readonly isOwn: boolean
}

/** Every placement, the running ones first. */
export async function placements(work: Work): Promise<readonly Placement[]> {
  const { rows } = await sql<Placement>`
    select p.id, p.school_id as "schoolId", o.name as school, p.worker_id as "workerId", w.display_name as worker, w.telephone, p.days,
      p.started_on as "startedOn", p.ended_on as "endedOn"
    from school_placement p join organisation o on o.id = p.school_id join worker w on w.id = p.worker_id
    order by (p.ended_on is null or p.ended_on >= ${work.today}::date) desc, o.name, w.display_name, p.started_on`.execute(
    work.db(),
  )
  return rows
}

const MOST = 200

/** Contacts of the last twelve months from schools with a social worker placed there, that the reader may see. */
export async function contactsFrom(
  work: Work,
  schoolIds: readonly Uuid[],
): Promise<readonly SchoolContact[]> {
  if (schoolIds.length === 0) return []
  const { rows } = await sql<SchoolContact>`
    select c.id, c.referrer_organisation_id as "schoolId", c.reference, c.received_at as "receivedAt", c.decided_at is not null as "isDecided",
      exists (select from school_placement p where p.school_id = c.referrer_organisation_id and p.worker_id = c.created_by
        and (c.received_at at time zone 'Europe/London')::date between p.started_on and coalesce(p.ended_on, 'infinity'::date)) as "byPlaced",
      c.created_by is not distinct from ${work.actor.id}::uuid as "isOwn"
    from contact c where c.referrer_organisation_id = any (${[...schoolIds]}::uuid[])
      and c.received_at >= ${work.today.subtract({ months: 12 })}::date
    order by c.received_at desc, c.id limit ${MOST}`.execute(work.db())
  return rows
}
