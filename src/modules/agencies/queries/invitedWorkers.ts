import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Somebody who signs in by invitation, or was asked to. */
export type InvitedWorker = {
  readonly id: Uuid
  readonly name: string
  readonly organisation: string
  readonly roles: readonly string[]
  readonly state: 'invited' | 'lapsed' | 'open' | 'expired' | 'ended' | 'withdrawn'
  readonly seenAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant
  readonly codesLeft: number
}

type Row = {
  readonly id: Uuid
  readonly name: string
  readonly organisation: string
  readonly roles: readonly string[]
  readonly link_ends_at: Temporal.Instant | null
  readonly joined_at: Temporal.Instant | null
  readonly seen_at: Temporal.Instant | null
  readonly expires_at: Temporal.Instant
  readonly withdrawn_at: Temporal.Instant | null
  readonly may_sign_in: boolean
  readonly codes_left: number
}

/** Roles in which a worker is in post today. */
const rolesToday = sql`array(select distinct p.role from post p where p.worker_id = w.id and p.covers_post_id is null
  and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on) order by 1)`

/** Everybody who was ever invited, by organisation and name. For administrators. */
export async function invitedWorkers(work: Work): Promise<readonly InvitedWorker[]> {
  const { rows } = await sql<Row>`
    select w.id, w.display_name as name, coalesce(o.name, '') as organisation, ${rolesToday} as roles, k.link_ends_at, k.joined_at, k.seen_at,
      k.expires_at, k.withdrawn_at, k.may_sign_in, k.codes_left
    from access.invited_workers() k join worker w on w.id = k.worker_id left join organisation o on o.id = w.organisation_id
    order by organisation, name, w.id`.execute(work.db())
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    roles: row.roles,
    state: stateOf(row, work.now),
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    codesLeft: row.codes_left,
  }))
}

function stateOf(row: Row, now: Temporal.Instant): InvitedWorker['state'] {
  const isOver = (at: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0
  if (row.withdrawn_at !== null) return 'withdrawn'
  if (!row.may_sign_in) return 'ended'
  if (row.joined_at === null)
    return row.link_ends_at !== null && !isOver(row.link_ends_at) ? 'invited' : 'lapsed'
  return isOver(row.expires_at) ? 'expired' : 'open'
}

/** Who may be invited: in post with another organisation, and no provider speaks for them. For administrators. */
export async function invitableWorkers(work: Work) {
  const { rows } = await sql<{ id: Uuid; name: string; organisation: string; roles: readonly string[] }>`
    select w.id, w.display_name as name, o.name as organisation, ${rolesToday} as roles
    from worker w join organisation o on o.id = w.organisation_id
    where o.kind <> 'council' and w.sign_in_subject is null and access.may_be_invited(w.id) order by o.name, w.display_name, w.id`.execute(
    work.db(),
  )
  return rows
}
