import type { Selectable } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Something handed in for a manager's decision, and what was decided. */
export type Approval = {
  readonly id: Uuid
  /** Of the registry of approval kinds. */
  readonly kind: string
  readonly subjectId: Uuid
  readonly personIds: readonly Uuid[]
  /** Whose managers decide. */
  readonly teamId: Uuid
  /** The manager asked by name, if one was. */
  readonly toWorkerId: Uuid | null
  /** To the manager. */
  readonly remark: string | null
  readonly submittedBy: Uuid
  readonly submittedAt: Temporal.Instant
  readonly decidedBy: Uuid | null
  readonly decidedAt: Temporal.Instant | null
  /** Null while it waits. */
  readonly outcome: 'authorised' | 'returned' | 'withdrawn' | null
  readonly reason: string | null
  readonly version: number
}

const columns = [
  'id',
  'kind',
  'subject_id',
  'person_ids',
  'team_id',
  'to_worker_id',
  'remark',
  'submitted_by',
  'submitted_at',
  'decided_by',
  'decided_at',
  'outcome',
  'reason',
  'version',
] as const

/** Approvals that the acting person may read; a query to narrow further. */
export const approvalRows = (work: Work) => work.db<CaseworkTables>().selectFrom('approval').select(columns)

/** One of those rows as an approval. */
export const asApproval = (
  row: Pick<Selectable<CaseworkTables['approval']>, (typeof columns)[number]>,
): Approval => ({
  id: row.id,
  kind: row.kind,
  subjectId: row.subject_id,
  personIds: row.person_ids,
  teamId: row.team_id,
  toWorkerId: row.to_worker_id,
  remark: row.remark,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  outcome: row.outcome,
  reason: row.reason,
  version: row.version,
})

/** One approval; null when it is absent or not the reader's to know of. */
export async function approval(work: Work, approvalId: Uuid): Promise<Approval | null> {
  const row = await approvalRows(work).where('id', '=', approvalId).executeTakeFirst()
  return row === undefined ? null : asApproval(row)
}

/** Every time that one thing was handed in, newest first, for its own page: the first waits when its outcome is null. */
export const approvalsOf = (work: Work, subjectId: Uuid): Promise<readonly Approval[]> =>
  approvalsOfAll(work, [subjectId])

/** The same of a thing that has been handed in under several ids. */
export async function approvalsOfAll(work: Work, subjectIds: readonly Uuid[]): Promise<readonly Approval[]> {
  const rows = await approvalRows(work)
    .where('subject_id', 'in', subjectIds)
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asApproval)
}
