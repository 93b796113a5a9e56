import { sql } from 'kysely'
import { workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Discipline, EndReason, Side } from '../../rules/words.ts'

/** Work that goes on with somebody who has left the family: not with whom, for the tie to them has ended. */
export type LeaverStrand = {
  readonly id: Uuid
  readonly discipline: Discipline
  readonly worksWith: Side | null
  readonly workerName: string | null
  readonly offeredOn: Temporal.PlainDate
  readonly version: number
}

type Row = {
  id: Uuid
  discipline: Discipline
  works_with: Side | null
  worker_id: Uuid | null
  offered_on: Temporal.PlainDate
  version: number
}

/** Strands of those who have left, for whoever holds the case; none for anybody else. */
export async function strandsOfLeavers(work: Work, familyId: Uuid): Promise<readonly LeaverStrand[]> {
  const { rows } = await sql<Row>`select * from access.strands_of_leavers(${familyId}::uuid)`.execute(
    work.db(),
  )
  const names = await workerNames(
    work,
    rows.flatMap(row => row.worker_id ?? []),
  )
  return rows.map(row => ({
    id: row.id,
    discipline: row.discipline,
    worksWith: row.works_with,
    workerName: row.worker_id === null ? null : (names.get(row.worker_id) ?? null),
    offeredOn: row.offered_on,
    version: row.version,
  }))
}

/** Ends such a strand with its reason. */
export async function endStrandOfLeaver(
  work: Work,
  id: Uuid,
  version: number,
  reason: EndReason,
): Promise<'ended' | 'stale' | 'not_found'> {
  const { rows } = await sql<{ answer: 'ended' | 'stale' | 'not_found' }>`
    select access.end_strand_of_leaver(${id}::uuid, ${version}::integer, ${reason}::text) as answer`.execute(
    work.db(),
  )
  return rows[0]?.answer ?? 'not_found'
}
