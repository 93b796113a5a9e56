import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AllocationRole } from '../queries/workList.ts'
import type { CaseworkTables } from '../tables.ts'

/** An allocation of a child, running or ended. */
export type Holding = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly teamId: Uuid
  readonly workerId: Uuid | null
  readonly role: AllocationRole
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly reason: string | null
}

/** Every allocation of these children that the reader may see, oldest first. */
export async function heldBy(work: Work, personIds: readonly Uuid[]): Promise<readonly Holding[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['id', 'person_id', 'team_id', 'worker_id', 'role', 'started_on', 'ended_on', 'reason'])
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    teamId: row.team_id,
    workerId: row.worker_id,
    role: row.role,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    reason: row.reason,
  }))
}

/** Of two who allocate the same child at once, the second waits and then sees what the first did. */
export async function lockChildren(work: Work, personIds: readonly Uuid[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id::text, 7305))
    from (select unnest(${[...personIds]}::uuid[]) as id order by 1) ordered`.execute(work.db())
}

/** Access of one's own caseload, or by an opening, does not let anybody give a child away: the database says the same. */
const givingReasons = ['team', 'area', 'duty_queue', 'created', 'named_list'] as const

/** Those of these people whose case holding the acting person may change. */
export async function mayWrite(work: Work, personIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
  const rows = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select('subject_id')
    .distinct()
    .where('actor_id', '=', work.actor.id)
    .where(eb => eb('subject_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('data_class', '=', 'A2')
    .where('may_write', '=', true)
    .where('reason', 'in', givingReasons)
    .where(sql<boolean>`now() >= starts_at and now() < ends_at`)
    .execute()
  return new Set(rows.map(row => row.subject_id))
}
