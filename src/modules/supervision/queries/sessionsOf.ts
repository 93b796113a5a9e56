import { sql } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'
import type { SessionKind } from './readSession.ts'

/** A session in a list. */
export type SessionLine = {
  readonly id: Uuid
  readonly heldOn: Temporal.PlainDate
  readonly kind: SessionKind
  readonly isComplete: boolean
  readonly isAgreed: boolean
  readonly supervisorName: string
  readonly nextOn: Temporal.PlainDate | null
}

/** A worker's sessions, newest first, a page at a time. */
export async function sessionsOf(
  work: Work,
  workerId: Uuid,
  offset: number,
  limit: number,
): Promise<readonly SessionLine[]> {
  const rows = await work
    .db<SupervisionTables & AgenciesTables>()
    .selectFrom('supervision_session as session')
    .innerJoin('worker', 'worker.id', 'session.supervisor_id')
    .select(['session.id', 'session.held_on', 'session.kind', 'session.status', 'session.next_on'])
    .select(['session.supervisee_agreed_at', 'worker.display_name'])
    .where('session.supervisee_id', '=', workerId)
    .orderBy('session.held_on', 'desc')
    .orderBy('session.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    heldOn: row.held_on,
    kind: row.kind,
    isComplete: row.status === 'complete',
    isAgreed: row.supervisee_agreed_at !== null,
    supervisorName: row.display_name,
    nextOn: row.next_on,
  }))
}

/** How many sessions of a worker the reader may see. */
export async function countSessions(work: Work, workerId: Uuid): Promise<number> {
  const { count } = await work
    .db<SupervisionTables>()
    .selectFrom('supervision_session')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('supervisee_id', '=', workerId)
    .executeTakeFirstOrThrow()
  return count
}

/** Whether the acting person manages or leads this worker by a post of today: who may begin a session with them. */
export async function isInLine(work: Work, workerId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select access.line_of(${workerId}) as is`.execute(work.db())
  return rows[0]?.is === true
}
