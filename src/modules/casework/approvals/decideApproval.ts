import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { directsAll } from './directsAll.ts'
import { handedIn, kindOf } from './handedIn.ts'
import { type Approval, approval } from './readApprovals.ts'

/** What is decided, as it was seen when it was decided. */
export type Decision = {
  readonly approvalId: Uuid
  readonly outcome: 'authorised' | 'returned' | 'withdrawn'
  /** To the author; needed when something is returned. */
  readonly reason: string | null
  /** Of the approval as it was shown. */
  readonly version: number
}

export type Decided =
  | { readonly kind: 'decided'; readonly approval: Approval }
  /** Somebody decided, or took it back, meanwhile: how it stands now. */
  | { readonly kind: 'stale'; readonly approval: Approval }
  | { readonly kind: 'not_found' }
  /** A sentence that says why not, and what to do. */
  | { readonly kind: 'refused'; readonly sentence: string }

/**
 * Decides something handed in: its kind carries the decision out in the same transaction, its author is told. Of two who
 * decide at once the second waits for the first and is answered how it stands.
 */
export async function decideApproval(work: Work, decision: Decision): Promise<Decided> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${decision.approvalId}::uuid::text, 7307))`.execute(
    work.db(),
  )
  const found = await approval(work, decision.approvalId)
  if (found === null) return { kind: 'not_found' }
  if (found.outcome !== null || found.version !== decision.version) return { kind: 'stale', approval: found }
  const because = await whyNot(work, found, decision)
  if (because !== null) return { kind: 'refused', sentence: because }
  const kind = kindOf(found)
  if (kind === undefined)
    return {
      kind: 'refused',
      sentence: 'The part of Kith that this belongs to is not installed. Ask your administrator.',
    }
  const sentence = await kind.decided(work, handedIn(found), decision.outcome)
  if (sentence !== null) return { kind: 'refused', sentence }
  await write(work, decision)
  await tell(work, found, decision)
  const decided = await approval(work, found.id)
  // Who decides may lose sight of it by that: a child who moves to another team.
  return {
    kind: 'decided',
    approval: decided ?? { ...found, outcome: decision.outcome, version: found.version + 1 },
  }
}

async function whyNot(work: Work, found: Approval, decision: Decision): Promise<string | null> {
  const isAuthor = found.submittedBy === work.actor.id
  if (decision.outcome === 'withdrawn')
    return isAuthor ? null : 'Only who handed this in can take it back. Return it with your reasons instead.'
  if (isAuthor) return 'You handed this in yourself. Ask another manager of the case to decide it.'
  if (decision.outcome === 'returned' && (decision.reason ?? '').trim() === '')
    return 'Enter what is to be changed before you return this.'
  if (await directsAll(work, found.personIds)) return null
  return 'Only a manager of the case decides this. Ask the manager of the team it was handed in to.'
}

async function write(work: Work, decision: Decision): Promise<void> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('approval')
    .set({
      outcome: decision.outcome,
      reason: decision.reason?.trim() || null,
      decided_by: work.actor.id,
      decided_at: sql<Temporal.Instant>`clock_timestamp()`,
      version: decision.version + 1,
    })
    .where('id', '=', decision.approvalId)
    .where('version', '=', decision.version)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Error('An approval could not be written after its kind had carried the decision out')
}

async function tell(work: Work, found: Approval, { outcome }: Decision): Promise<void> {
  const workerId = outcome === 'withdrawn' ? found.toWorkerId : found.submittedBy
  if (workerId === null || workerId === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: workerId,
      kind: outcome === 'returned' ? 'work_returned' : 'work_given',
      path: `/approvals/${found.id}`,
      subject_id: found.personIds[0] ?? null,
      made_by: work.actor.id,
    })
    .execute()
}
