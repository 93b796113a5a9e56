import type { AgenciesTables } from '#modules/agencies'
import type { PeopleTables } from '#modules/people'
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

/** Without those that were corrected: they stand in their corrections, which are of the same family and strand. */
function asTheyStand(rows: readonly Row[]): readonly Session[] {
  const corrected = new Set(rows.map(row => row.corrects_id))
  return rows.filter(({ id }) => !corrected.has(id)).map(asSession)
}

/** What was written of contacts with the family from a moment on, newest first; what was corrected stands in its correction alone. */
export async function sessionsOf(
  work: Work,
  familyId: Uuid,
  from?: Temporal.Instant,
): Promise<readonly Session[]> {
  const sessions = asTheyStand(await sessionRows(work).where('session.family_id', '=', familyId).execute())
  return from === undefined ? sessions : sessions.filter(({ at }) => Temporal.Instant.compare(at, from) >= 0)
}

/** Sessions of one strand, newest first. */
export async function sessionsOfStrand(work: Work, strandId: Uuid, limit = 200): Promise<readonly Session[]> {
  return asTheyStand(await sessionRows(work).where('session.strand_id', '=', strandId).limit(limit).execute())
}

/** Significant ones about any of these people, for the chronology: found by their families, which alone have an index. */
export async function significantSessions(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly Session[]> {
  if (personIds.length === 0) return []
  const families = await work
    .db<Tables & PeopleTables>()
    .selectFrom('family_member')
    .select('family_id')
    .distinct()
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .execute()
  if (families.length === 0) return []
  const familyIds = families.map(({ family_id }) => family_id)
  const rows = await sessionRows(work)
    .where(eb => eb('session.family_id', '=', eb.fn.any(eb.val(familyIds))))
    .execute()
  return asTheyStand(rows).filter(
    one => one.isSignificant && one.personIds.some(id => personIds.includes(id)),
  )
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
