import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays, londonDate } from '#reference'

/** What a reviewer found. */
export const findings = {
  justified: 'Justified',
  justified_with_advice: 'Justified, with advice',
  not_justified: 'Not justified',
} as const
export type OpeningFinding = keyof typeof findings

/** A record opened with a reason, and what was found of it. */
export type Opening = {
  readonly id: Uuid
  readonly actorId: Uuid
  readonly personId: Uuid
  readonly kind: 'break_glass' | 'duty' | 'director' | 'reference'
  readonly reasonCode: string
  readonly reason: string
  readonly openedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** By the end of this day it is reviewed: one working day after it was opened. */
  readonly dueOn: Temporal.PlainDate
  /** Null while it waits. */
  readonly finding: OpeningFinding | null
  readonly remark: string | null
  readonly reviewedBy: Uuid | null
  readonly reviewedAt: Temporal.Instant | null
}

/** By when an opening is reviewed: the working day after (local standard, AC1). */
export const reviewDueOn = (openedAt: Temporal.Instant): Temporal.PlainDate =>
  addWorkingDays(londonDate(openedAt), 1)

type Row = {
  id: Uuid
  actor_id: Uuid
  subject_id: Uuid
  kind: Opening['kind']
  reason_code: string
  reason: string
  opened_at: Temporal.Instant
  ends_at: Temporal.Instant
  outcome: OpeningFinding | null
  remark: string | null
  reviewed_by: Uuid | null
  reviewed_at: Temporal.Instant | null
}

/**
 * Openings for which the acting person answers, as of `work.now`: those that wait, oldest first, then those reviewed since an
 * instant, newest first. Nobody answers for their own.
 */
export async function openingsToReview(work: Work, since: Temporal.Instant): Promise<readonly Opening[]> {
  const { rows } = await sql<Row>`
    select id, actor_id, subject_id, kind, reason_code, reason, opened_at, ends_at, outcome, remark, reviewed_by, reviewed_at
    from access.openings_to_review(${since})
    where opened_at <= ${work.now}
    order by reviewed_at is not null, reviewed_at desc, opened_at`.execute(work.db())
  return rows.map(asOpening)
}

/** One opening for which the acting person answers; null for any other. */
export async function openingToReview(work: Work, openingId: Uuid): Promise<Opening | null> {
  const { rows } = await sql<Row>`
    select id, actor_id, subject_id, kind, reason_code, reason, opened_at, ends_at, outcome, remark, reviewed_by, reviewed_at
    from access.openings_to_review('-infinity') where id = ${openingId} and opened_at <= ${work.now}`.execute(
    work.db(),
  )
  return rows[0] === undefined ? null : asOpening(rows[0])
}

/** The acting person's own openings with what was found, newest first. */
export async function ownOpenings(work: Work, most: number): Promise<readonly Opening[]> {
  const { rows } = await sql<Omit<Row, 'actor_id'>>`
    select id, subject_id, kind, reason_code, reason, opened_at, ends_at, outcome, remark, reviewed_by, reviewed_at
    from access.my_openings(${most}) where opened_at <= ${work.now} order by opened_at desc`.execute(
    work.db(),
  )
  return rows.map(row => asOpening({ ...row, actor_id: work.actor.id }))
}

const asOpening = (row: Row): Opening => ({
  id: row.id,
  actorId: row.actor_id,
  personId: row.subject_id,
  kind: row.kind,
  reasonCode: row.reason_code,
  reason: row.reason,
  openedAt: row.opened_at,
  endsAt: row.ends_at,
  dueOn: reviewDueOn(row.opened_at),
  finding: row.outcome,
  remark: row.remark,
  reviewedBy: row.reviewed_by,
  reviewedAt: row.reviewed_at,
})
