import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { SessionKind } from '../queries/readSession.ts'
import { isInLine } from '../queries/sessionsOf.ts'
import type { SupervisionTables } from '../tables.ts'

/** A session to begin. */
export type SessionWanted = {
  readonly superviseeId: Uuid
  readonly heldOn: Temporal.PlainDate
  readonly kind: SessionKind
  readonly submission: Uuid
}

/** Begins a session, or leads to the one that is open already; null where the worker is not in the acting person's line. */
export async function openSession(work: Work, wanted: SessionWanted): Promise<Uuid | null> {
  const { superviseeId } = wanted
  if (!(await isInLine(work, superviseeId))) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${superviseeId}::uuid::text, 7399))`.execute(
    work.db(),
  )
  const db = work.db<SupervisionTables>()
  const open = await db
    .selectFrom('supervision_session')
    .select('id')
    .where('supervisee_id', '=', superviseeId)
    .where('supervisor_id', '=', work.actor.id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (open !== undefined) return open.id
  const id = makeUuid()
  await db
    .insertInto('supervision_session')
    .values({
      id,
      supervisee_id: superviseeId,
      supervisor_id: work.actor.id,
      held_on: wanted.heldOn,
      kind: wanted.kind,
      submission: wanted.submission,
    })
    .execute()
  return id
}
