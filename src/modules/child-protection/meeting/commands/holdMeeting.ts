import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Of two who change one meeting at once, the second sees what the first did. */
export async function holdMeeting(work: Work, meetingId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${meetingId}::text, 7341))`.execute(work.db())
}

/** What happened to a meeting, for whoever follows it. Ids and moments only. */
export async function tellOf(work: Work, event: string, body: Record<string, unknown>): Promise<void> {
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event, body: JSON.stringify(body) })
    .execute()
}

/** Tells workers of a meeting, but the one who acts. */
export async function tellWorkers(
  work: Work,
  workerIds: readonly (Uuid | null)[],
  kind: string,
  meetingId: Uuid,
): Promise<void> {
  const told = [...new Set(workerIds)].filter((id): id is Uuid => id !== null && id !== work.actor.id)
  if (told.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      told.map(workerId => ({
        worker_id: workerId,
        kind,
        path: `/meetings/${meetingId}`,
        subject_id: null,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
