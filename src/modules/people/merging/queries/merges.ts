import { type Expression, type SqlBool, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../../tables.ts'
import { type MergeChoices, mergeChoices } from '../rules/mergeChoices.ts'

export type MergeState = 'waiting' | 'merged' | 'closed' | 'undone'

/** A merge that was asked for, whatever became of it. */
export type Merge = {
  readonly id: Uuid
  readonly state: MergeState
  readonly survivorId: Uuid
  readonly mergedId: Uuid
  readonly evidence: string
  readonly evidenceKinds: readonly string[]
  readonly choices: MergeChoices
  readonly askedBy: Uuid
  readonly askedAt: Temporal.Instant
  readonly confirmedBy: Uuid | null
  readonly mergedAt: Temporal.Instant | null
  readonly closedBy: Uuid | null
  readonly closedAt: Temporal.Instant | null
  readonly closeReason: string | null
  readonly undoneBy: Uuid | null
  readonly undoneAt: Temporal.Instant | null
  readonly undoReason: string | null
}

const states: Readonly<Record<MergeState, Expression<SqlBool>>> = {
  waiting: sql<SqlBool>`merged_at is null and closed_at is null`,
  merged: sql<SqlBool>`merged_at is not null and undone_at is null`,
  closed: sql<SqlBool>`closed_at is not null`,
  undone: sql<SqlBool>`undone_at is not null`,
}

const merges = (work: Work) =>
  work
    .db<PeopleTables>()
    .selectFrom('merge')
    .select([
      'id',
      'survivor_id',
      'merged_id',
      'evidence',
      'evidence_kinds',
      'choices',
      'asked_by',
      'asked_at',
    ])
    .select([
      'confirmed_by',
      'merged_at',
      'closed_by',
      'closed_at',
      'close_reason',
      'undone_by',
      'undone_at',
      'undo_reason',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof merges>['executeTakeFirstOrThrow']>>

const mergeOf = (row: Row): Merge => ({
  id: row.id,
  state: row.undone_at ? 'undone' : row.merged_at ? 'merged' : row.closed_at ? 'closed' : 'waiting',
  survivorId: row.survivor_id,
  mergedId: row.merged_id,
  evidence: row.evidence,
  evidenceKinds: row.evidence_kinds,
  choices: mergeChoices.parse(row.choices),
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  confirmedBy: row.confirmed_by,
  mergedAt: row.merged_at,
  closedBy: row.closed_by,
  closedAt: row.closed_at,
  closeReason: row.close_reason,
  undoneBy: row.undone_by,
  undoneAt: row.undone_at,
  undoReason: row.undo_reason,
})

/** @returns the merges that the acting person may see (both records are theirs to read), newest first, and how many there are */
export async function listMerges(
  work: Work,
  asked: { readonly state: MergeState; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly Merge[]; readonly total: number }> {
  const rows = await merges(work)
    .where(states[asked.state])
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  const { total } = await work
    .db<PeopleTables>()
    .selectFrom('merge')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(states[asked.state])
    .executeTakeFirstOrThrow()
  return { rows: rows.map(mergeOf), total }
}

/** @returns the merge, or null when absent or not the acting person's to see */
export async function mergeById(work: Work, id: Uuid): Promise<Merge | null> {
  const row = await merges(work).where('id', '=', id).executeTakeFirst()
  return row ? mergeOf(row) : null
}

/** Names of workers by id, from the directory. */
export async function namesOfWorkers(
  work: Work,
  ids: readonly (Uuid | null)[],
): Promise<ReadonlyMap<Uuid, string>> {
  const { rows } = await sql<{ id: Uuid; name: string }>`
    select id, display_name as name from worker where id = any (${ids.filter(id => id !== null)})`.execute(
    work.db(),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
