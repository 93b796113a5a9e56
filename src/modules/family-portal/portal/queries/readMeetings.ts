import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A meeting to which whoever is in is asked. */
export type AskedMeeting = {
  readonly inviteeId: Uuid
  readonly kind: string
  readonly at: Temporal.Instant
  readonly minutes: number
  readonly how: 'in_person' | 'online' | 'mixed' | 'telephone'
  readonly place: string | null
  readonly response: 'none' | 'coming' | 'apologies' | 'sends_somebody'
  readonly needs: string | null
  readonly language: string | null
  readonly advocate: string | null
  readonly version: number
}

/** Meetings to which whoever is in is asked, the next first. */
export async function readMeetings(work: Work): Promise<readonly AskedMeeting[]> {
  const { rows } = await sql<AskedMeeting>`
    select invitee_id as "inviteeId", kind, planned_at as at, minutes, how, place, response, needs, language, advocate, version
    from access.my_meetings() order by planned_at`.execute(work.db())
  return rows
}
