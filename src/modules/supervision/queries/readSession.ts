import { workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { noPractice, type PracticeHalf } from '../rules/practiceHalf.ts'
import type { SupervisionTables } from '../tables.ts'

export type SessionKind = SupervisionTables['supervision_session']['kind']['__select__']

/** A session, as its reader may see it. */
export type Session = {
  readonly id: Uuid
  readonly superviseeId: Uuid
  readonly supervisorId: Uuid
  readonly superviseeName: string
  readonly supervisorName: string
  readonly heldOn: Temporal.PlainDate
  readonly kind: SessionKind
  readonly isComplete: boolean
  readonly discussed: number
  readonly noChildrenReason: string | null
  readonly superviseeView: string | null
  readonly superviseeAgreedAt: Temporal.Instant | null
  readonly supervisorAgreedAt: Temporal.Instant | null
  readonly nextOn: Temporal.PlainDate | null
  readonly practice: PracticeHalf
  readonly version: number
}

/** What was directed in a session for a child whose record the reader may see. */
export type Direction = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly direction: string
  readonly dueOn: Temporal.PlainDate | null
}

/** One session with its practice half, or null where it is none of the reader's. */
export async function readSession(work: Work, sessionId: Uuid): Promise<Session | null> {
  const db = work.db<SupervisionTables>()
  const row = await db
    .selectFrom('supervision_session')
    .select([
      'id',
      'supervisee_id',
      'supervisor_id',
      'held_on',
      'kind',
      'status',
      'discussed',
      'no_children_reason',
    ])
    .select(['supervisee_view', 'supervisee_agreed_at', 'supervisor_agreed_at', 'next_on', 'version'])
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (row === undefined) return null
  const half = await db
    .selectFrom('practice_development')
    .select(['learning', 'skills', 'strengths', 'reflection'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  const names = await workerNames(work, [row.supervisee_id, row.supervisor_id])
  return {
    id: row.id,
    superviseeId: row.supervisee_id,
    supervisorId: row.supervisor_id,
    superviseeName: names.get(row.supervisee_id) ?? '',
    supervisorName: names.get(row.supervisor_id) ?? '',
    heldOn: row.held_on,
    kind: row.kind,
    isComplete: row.status === 'complete',
    discussed: row.discussed,
    noChildrenReason: row.no_children_reason,
    superviseeView: row.supervisee_view,
    superviseeAgreedAt: row.supervisee_agreed_at,
    supervisorAgreedAt: row.supervisor_agreed_at,
    nextOn: row.next_on,
    practice:
      half === undefined
        ? noPractice
        : { ...half, reflection: half.reflection as PracticeHalf['reflection'] }, // its shape is the writer's
    version: row.version,
  }
}

/** The case half: what was directed for the children whom the reader may see, in the order in which it was said. */
export async function directionsIn(work: Work, sessionId: Uuid): Promise<readonly Direction[]> {
  const rows = await work
    .db<SupervisionTables>()
    .selectFrom('case_direction')
    .select(['id', 'person_id', 'direction', 'due_on'])
    .where('session_id', '=', sessionId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    direction: row.direction,
    dueOn: row.due_on,
  }))
}
