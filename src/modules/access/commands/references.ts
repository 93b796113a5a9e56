import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { auditOpening } from './auditOpening.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token.trim()).digest()

/** Whether the acting person may give a reference to this person's restricted record. */
export async function mayGiveReference(work: Work, personId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select access.may_give_reference(${personId}) as may`.execute(
    work.db(),
  )
  return rows[0]?.may === true
}

/**
 * Gives one worker a reference to a restricted record, good once within 24 hours.
 * @returns the token, which is kept nowhere and shown once; null when there is nothing to give or nobody to give it to
 */
export async function giveReference(work: Work, personId: Uuid, workerId: Uuid): Promise<string | null> {
  const token = randomBytes(18).toString('base64url')
  const { rows } = await sql<{ outcome: string }>`
    select access.give_reference(${personId}, ${workerId}, ${hashOf(token)}) as outcome`.execute(work.db())
  if (rows[0]?.outcome !== 'given') return null
  await auditOpening(work, 'give_reference', personId, { to: workerId })
  return token
}

export type UsedReference =
  | { readonly outcome: 'opened'; readonly personId: Uuid; readonly endsAt: Temporal.Instant }
  /** Wrong, used, expired, or another worker's: the same answer. */
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'not_allowed' }

/** Opens the restricted record that a reference leads to, until the reference ends. */
export async function useReference(work: Work, token: string, reason: string): Promise<UsedReference> {
  const { rows } = await sql<{ outcome: string; subject_id: Uuid | null; ends_at: Temporal.Instant | null }>`
    select outcome, subject_id, ends_at from access.use_reference(${hashOf(token)}, ${reason})`.execute(
    work.db(),
  )
  const [answer] = rows
  if (answer?.outcome === 'not_allowed') return { outcome: 'not_allowed' }
  if (!answer?.subject_id || !answer.ends_at) return { outcome: 'not_found' }
  await auditOpening(work, 'use_reference', answer.subject_id, {})
  return { outcome: 'opened', personId: answer.subject_id, endsAt: answer.ends_at }
}
