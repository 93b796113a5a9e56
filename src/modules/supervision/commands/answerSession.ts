import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Session } from '../queries/readSession.ts'
import type { SupervisionTables } from '../tables.ts'

/**
 * Keeps the supervisee's own view of a session, as they wrote it, and whether they agree what is written: that only when it is complete.
 * @returns false when it changed since it was read, or they agreed before
 */
export async function answerSession(
  work: Work,
  session: Session,
  answer: { readonly view: string | null; readonly agrees: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<SupervisionTables>()
    .updateTable('supervision_session')
    .set({
      supervisee_view: answer.view,
      supervisee_agreed_at: answer.agrees && session.isComplete ? work.now : null,
      version: session.version + 1,
    })
    .where('id', '=', session.id)
    .where('supervisee_id', '=', work.actor.id)
    .where('version', '=', session.version)
    .where('supervisee_agreed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says beside a complete session what is wrong in it. */
export async function correctSession(
  work: Work,
  sessionId: Uuid,
  words: string,
  submission: Uuid,
): Promise<void> {
  await work
    .db<SupervisionTables>()
    .insertInto('supervision_correction')
    .values({ id: makeUuid(), session_id: sessionId, words, made_by: work.actor.id, submission })
    .execute()
}

/** Marks what was to be done as done today. @returns the session in which it was set; null when it is done, or not the actor's */
export async function finishAction(work: Work, actionId: Uuid): Promise<Uuid | null> {
  const row = await work
    .db<SupervisionTables>()
    .updateTable('supervision_action')
    .set({ done_on: work.today, done_by: work.actor.id })
    .where('id', '=', actionId)
    .where('done_on', 'is', null)
    .returning('session_id')
    .executeTakeFirst()
  return row?.session_id ?? null
}
