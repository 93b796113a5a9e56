import type { Work } from '#platform/db'
import type { KnownPerson, OpenedRecord } from './opened.ts'

type Loose = Record<string, Record<string, unknown>>

const insert = (work: Work, table: string, row: Readonly<Record<string, unknown>>) =>
  work.db<Loose>().insertInto(table).values(row).execute()

/** Writes an opening of the past and what its reviewer found, as the service keeps them. */
export async function writeOpening(work: Work, opened: OpenedRecord): Promise<void> {
  await insert(work, 'access.opening', {
    id: opened.id,
    actor_id: opened.workerId,
    subject_id: opened.personId,
    kind: opened.kind,
    reason_code: opened.code,
    reason: opened.reason,
    opened_at: opened.at,
    ends_at: opened.endsAt,
  })
  const { review } = opened
  if (review)
    await insert(work, 'access.opening_review', {
      id: review.id,
      opening_id: opened.id,
      outcome: review.finding,
      remark: review.remark,
      reviewed_by: review.by,
      reviewed_at: review.at,
    })
}

/** Writes that a record is closed to somebody who knows the person, or was for a time. */
export async function writeConflict(work: Work, known: KnownPerson): Promise<void> {
  await insert(work, 'access.conflict', {
    id: known.id,
    actor_id: known.workerId,
    subject_id: known.personId,
    kind: known.kind,
    remark: known.remark,
    declared_by: known.declaredBy,
    starts_at: known.at,
    ...(known.ended ? { ends_at: known.ended.at, ended_by: known.ended.by } : {}),
  })
}
