import { addTask, syncClocks } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Session, SessionKind } from '../queries/readSession.ts'
import { hasPractice, type PracticeHalf } from '../rules/practiceHalf.ts'
import type { SupervisionTables } from '../tables.ts'

/** What is to happen for a child. */
export type DirectionGiven = {
  readonly personId: Uuid
  readonly direction: string
  readonly dueOn: Temporal.PlainDate | null
  readonly givesTask: boolean
}
export type ActionSet = {
  readonly what: string
  readonly owner: 'supervisee' | 'supervisor'
  readonly dueOn: Temporal.PlainDate | null
}

/** What the supervisor wrote of a session. */
export type SessionWritten = {
  readonly heldOn: Temporal.PlainDate
  readonly kind: SessionKind
  readonly nextOn: Temporal.PlainDate | null
  readonly practice: PracticeHalf
  /** How many children were chosen: each needs a direction before the session is complete. */
  readonly discussed: number
  readonly noChildrenReason: string | null
  readonly directions: readonly DirectionGiven[]
  readonly doneActions: readonly Uuid[]
  readonly actions: readonly ActionSet[]
  readonly completes: boolean
}

/**
 * Keeps what was written of an open session. What was directed stands on each child's record at once, and stops the child's clock;
 * what is to be done is carried on. Complete, it stands, and the supervisee is told.
 * @returns false when somebody changed the session since it was read
 */
export async function saveSession(work: Work, session: Session, written: SessionWritten): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<SupervisionTables>()
    .updateTable('supervision_session')
    .set({
      held_on: written.heldOn,
      kind: written.kind,
      next_on: written.nextOn,
      discussed: written.discussed,
      no_children_reason: written.noChildrenReason,
      version: session.version + 1,
    })
    .where('id', '=', session.id)
    .where('version', '=', session.version)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await keepPractice(work, session.id, written.practice)
  await keepDirections(work, session, written)
  await keepActions(work, session, written)
  if (written.completes) await complete(work, session)
  return true
}

async function keepPractice(work: Work, sessionId: Uuid, practice: PracticeHalf): Promise<void> {
  const { learning, skills, strengths } = practice
  const values = { learning, skills, strengths, reflection: JSON.stringify(practice.reflection) }
  const db = work.db<SupervisionTables>()
  const { numUpdatedRows } = await db
    .updateTable('practice_development')
    .set(eb => ({ ...values, version: eb('version', '+', 1) }))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (numUpdatedRows === 1n || !hasPractice(practice)) return
  await db
    .insertInto('practice_development')
    .values({ id: makeUuid(), session_id: sessionId, ...values })
    .execute()
}

const LONGEST_TITLE = 200

async function keepDirections(
  work: Work,
  { id, superviseeId }: Session,
  { directions, heldOn }: SessionWritten,
): Promise<void> {
  if (directions.length === 0) return
  const rows = directions.map(({ personId, direction, dueOn }) => ({
    id: makeUuid(),
    person_id: personId,
    session_id: id,
    worker_id: superviseeId,
    given_by: work.actor.id,
    discussed_on: heldOn,
    direction,
    due_on: dueOn,
  }))
  await work.db<SupervisionTables>().insertInto('case_direction').values(rows).execute()
  for (const { personId, direction, dueOn, givesTask } of directions) {
    const title =
      direction.length <= LONGEST_TITLE ? direction : `${direction.slice(0, LONGEST_TITLE - 4).trimEnd()} ...`
    if (givesTask) await addTask(work, { personId, workerId: superviseeId, title, dueOn })
  }
  await syncClocks(work, [...new Set(directions.map(({ personId }) => personId))])
}

async function keepActions(work: Work, session: Session, written: SessionWritten): Promise<void> {
  const db = work.db<SupervisionTables>()
  if (written.doneActions.length > 0)
    await db
      .updateTable('supervision_action')
      .set({ done_on: work.today, done_by: work.actor.id })
      .where(eb => eb('id', '=', eb.fn.any(eb.val([...written.doneActions]))))
      .where('supervisee_id', '=', session.superviseeId)
      .where('done_on', 'is', null)
      .execute()
  const rows = written.actions.map(({ what, owner, dueOn }) => ({
    id: makeUuid(),
    session_id: session.id,
    supervisee_id: session.superviseeId,
    what,
    owner,
    due_on: dueOn,
  }))
  if (rows.length > 0) await db.insertInto('supervision_action').values(rows).execute()
}

async function complete(work: Work, { id, superviseeId, version }: Session): Promise<void> {
  await work
    .db<SupervisionTables>()
    .updateTable('supervision_session')
    .set({ status: 'complete', supervisor_agreed_at: work.now, version: version + 2 })
    .where('id', '=', id)
    .execute()
  const notice = { id: makeUuid(), worker_id: superviseeId, made_by: work.actor.id }
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({ ...notice, kind: 'supervision_complete', path: `/supervision/sessions/${id}` })
    .execute()
}
