import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Reports that a meeting hands on to the one that continues it: the social worker's, and that of each who is asked again. */
export type Carried = {
  readonly own: Uuid | null
  /** @param key of whoever is asked: worker, involvement or organisation */
  readonly of: (key: Uuid | null) => Uuid | null
}

export const none: Carried = { own: null, of: () => null }

/** The finished reports of a meeting, as far as whoever continues it may read them, and those that it had from the one before. */
export async function carriedFrom(work: Work, meetingId: Uuid): Promise<Carried> {
  const db = work.db<ChildProtectionTables>()
  const before = await db
    .selectFrom('meeting')
    .select('carried_paper_id')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  const invitees = await db
    .selectFrom('meeting_invitee')
    .select(['id', 'worker_id', 'involvement_id', 'organisation_id', 'carried_paper_id'])
    .where('meeting_id', '=', meetingId)
    .where('side', '=', 'professional')
    .execute()
  const papers = await db
    .selectFrom('paper')
    .select(['id', 'invitee_id'])
    .where('meeting_id', '=', meetingId)
    .where('kind', 'in', ['agency_report', 'social_work_report'])
    .where('status', '=', 'finished')
    .orderBy('finished_at')
    .execute()
  const brought = (id: Uuid | null) => papers.findLast(({ invitee_id }) => invitee_id === id)?.id ?? null
  const handed = new Map(
    invitees.map(one => [
      one.worker_id ?? one.involvement_id ?? one.organisation_id,
      brought(one.id) ?? one.carried_paper_id,
    ]),
  )
  return {
    own: brought(null) ?? before?.carried_paper_id ?? null,
    of: key => (key === null ? null : (handed.get(key) ?? null)),
  }
}
