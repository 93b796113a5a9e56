import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { auditOpening } from './auditOpening.ts'

/** Why a record that is not one's own work may be opened. */
export const openingReasons = {
  immediate_risk: 'A child or adult may be at immediate risk',
  covering_colleague: 'I am covering for a colleague',
  contact_received: 'Someone has contacted me about this person',
  check_before_visit: 'I need to check before I visit this family',
  complaint_or_query: 'I am answering a complaint or query',
  other: 'Another reason',
} as const
export type OpeningReason = keyof typeof openingReasons

export type OpeningKind = 'break_glass' | 'duty' | 'director'

export type Opened =
  | { readonly outcome: 'opened'; readonly endsAt: Temporal.Instant }
  /** Absent, or restricted: the same answer. */
  | { readonly outcome: 'not_found' }
  /** Not this class of user's to do, off shift, or too short a reason. */
  | { readonly outcome: 'not_allowed' }
  | { readonly outcome: 'too_many' }

/** The way in which a class of user opens records; null for classes that open none. */
export function openingKindOf(work: Work): OpeningKind | null {
  const kinds = { practitioner: 'break_glass', duty: 'duty', director: 'director' } as const
  return kinds[work.actor.class as keyof typeof kinds] ?? null
}

/**
 * Opens a record for a while: 60 minutes, or until the end of the shift for duty. Whoever answers for the case is told
 * at once; opening again what is open changes nothing.
 * @param reason in the reader's own words, at least 10 characters
 */
export async function openWithReason(
  work: Work,
  opening: { readonly personId: Uuid; readonly code: OpeningReason; readonly reason: string },
): Promise<Opened> {
  const kind = openingKindOf(work)
  if (kind === null) return { outcome: 'not_allowed' }
  const { rows } = await sql<{ outcome: Opened['outcome']; ends_at: Temporal.Instant | null }>`
    select outcome, ends_at from access.open_with_reason(${opening.personId}, ${kind}, ${opening.code}, ${opening.reason})`.execute(
    work.db(),
  )
  const [answer] = rows
  if (answer?.outcome === 'opened' && answer.ends_at) {
    await auditOpening(work, 'open', opening.personId, { kind, code: opening.code })
    return { outcome: 'opened', endsAt: answer.ends_at }
  }
  return answer === undefined || answer.outcome === 'opened'
    ? { outcome: 'not_found' }
    : { outcome: answer.outcome }
}
