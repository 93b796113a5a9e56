import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'
import type { Session } from './session.ts'

type Tables = FamilySafeguardingTables & AgenciesTables

const sessionRows = (work: Work) =>
  work
    .db<Tables>()
    .selectFrom('practice_session as session')
    .leftJoin('worker', 'worker.id', 'session.author_id')
    .selectAll('session')
    .select('worker.display_name')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('practice_session as later')
            .select('later.id')
            .whereRef('later.corrects_id', '=', 'session.id'),
        ),
      ),
    )
    .orderBy('session.happened_at', 'desc')
    .orderBy('session.id')

type Row = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number]

const asSession = (row: Row): Session => ({
  id: row.id,
  familyId: row.family_id,
  strandId: row.strand_id,
  personIds: row.person_ids,
  authorId: row.author_id,
  authorName: row.display_name ?? 'A worker',
  discipline: row.discipline,
  worksWith: row.works_with,
  at: row.happened_at,
  kind: row.kind,
  words: row.words,
  ownWords: row.own_words,
  isSignificant: row.is_significant,
  readiness: row.readiness,
  changeTalk: row.change_talk,
  modules: row.modules,
  correctsId: row.corrects_id,
  correctionReason: row.correction_reason,
})

/** What was written of contacts with the family from a moment on, newest first; what was corrected stands in its correction alone. */
export async function sessionsOf(
  work: Work,
  familyId: Uuid,
  from?: Temporal.Instant,
): Promise<readonly Session[]> {
  let rows = sessionRows(work).where('session.family_id', '=', familyId)
  if (from !== undefined) rows = rows.where('session.happened_at', '>=', from)
  return (await rows.execute()).map(asSession)
}

/** Sessions of one strand, newest first. */
export async function sessionsOfStrand(work: Work, strandId: Uuid, limit = 200): Promise<readonly Session[]> {
  return (await sessionRows(work).where('session.strand_id', '=', strandId).limit(limit).execute()).map(
    asSession,
  )
}

/** Significant ones about any of these people, for the chronology. */
export async function significantSessions(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly Session[]> {
  if (personIds.length === 0) return []
  const rows = await sessionRows(work)
    .where('session.is_significant', '=', true)
    .where(eb => eb('session.person_ids', '&&', eb.val([...personIds])))
    .execute()
  return rows.map(asSession)
}

/** One of a family's sessions, corrected or not; null when absent or not the reader's. */
export async function sessionById(work: Work, familyId: Uuid, id: Uuid): Promise<Session | null> {
  const row = await work
    .db<Tables>()
    .selectFrom('practice_session as session')
    .leftJoin('worker', 'worker.id', 'session.author_id')
    .selectAll('session')
    .select('worker.display_name')
    .where('session.id', '=', id)
    .where('session.family_id', '=', familyId)
    .executeTakeFirst()
  return row === undefined ? null : asSession(row)
}
