import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ProtectionKind, What } from '../rules/changes.ts'
import type { RecordCode } from '../rules/codes.ts'

export type ChildStatus = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: ProtectionKind
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly isDeleted: boolean
  readonly hasNumber: boolean
  /** Whether the NHS has loaded anything of it, and whether that is how it stands now. */
  readonly isLoaded: boolean
  readonly isUpToDate: boolean
}

const standing = sql`s.id, s.person_id as "personId", s.kind, s.started_on as "startedOn", s.ended_on as "endedOn",
  s.deleted_at is not null as "isDeleted", s.nhs_number is not null as "hasNumber", l.number is not null as "isLoaded",
  coalesce(l.number >= (select max(c.number) from protection_change c where c.status_id = s.id), false) as "isUpToDate"
  from protection_status s left join lateral (select max(r.number) as number from protection_file_record r where r.status_id = s.id
    and r.answer_code = 'CPR06') l on true`

/** Plans of one child as the NHS should show them. */
export async function readStatusesOf(work: Work, personId: Uuid): Promise<readonly ChildStatus[]> {
  const { rows } = await sql<ChildStatus>`
    select ${standing} where s.person_id = ${personId} order by s.started_on desc, s.kind`.execute(work.db())
  return rows
}

/** Plans in force of which the NHS has loaded nothing, of children whose record the reader has. */
export async function readNotLive(work: Work): Promise<readonly ChildStatus[]> {
  const { rows } = await sql<ChildStatus>`
    select ${standing} where s.deleted_at is null and (s.ended_on is null or s.ended_on > ${work.today.toString()}::date) and l.number is null
    order by s.started_on, s.id limit 500`.execute(work.db())
  return rows
}

export type ChildChange = {
  readonly number: number
  readonly what: What
  readonly kind: ProtectionKind
  readonly madeAt: Temporal.Instant
  readonly sequence: number | null
  readonly sentAt: Temporal.Instant | null
  readonly answerCode: RecordCode | null
  readonly detail: string | null
}

/** Each change of a child's plans with the last file that told of it. */
export async function readChangesOf(work: Work, personId: Uuid): Promise<readonly ChildChange[]> {
  const { rows } = await sql<ChildChange>`
    select c.number, c.what, s.kind, c.made_at as "madeAt", f.sequence, f.sent_at as "sentAt", f.answer_code as "answerCode", f.detail
    from protection_change c join protection_status s on s.id = c.status_id
    left join lateral (select f.sequence, f.sent_at, r.answer_code, r.detail from protection_file_record r join protection_file f on f.id = r.file_id
      where r.status_id = c.status_id and r.number >= c.number order by f.sequence limit 1) f on true
    where c.person_id = ${personId} order by c.number desc limit 200`.execute(work.db())
  return rows
}

export type ChildOpening = {
  readonly openedAt: Temporal.Instant
  readonly openedBy: string | null
  readonly role: string | null
  readonly organisation: string | null
  readonly attendanceId: Uuid | null
}

/** When the child's record was opened in unscheduled care, newest first. */
export const readOpeningsOf = (work: Work, personId: Uuid): Promise<readonly ChildOpening[]> =>
  openingsOf(work, [personId])

/** The same of several children. */
export async function openingsOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly (ChildOpening & { readonly personId: Uuid })[]> {
  const { rows } = await sql<ChildOpening & { readonly personId: Uuid }>`
    select person_id as "personId", opened_at as "openedAt", opened_by as "openedBy", role, organisation, attendance_id as "attendanceId"
    from protection_access where person_id = any (${[...personIds]}::uuid[]) order by opened_at desc limit 200`.execute(
    work.db(),
  )
  return rows
}
