import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NoticeKind } from '../../told/kinds.ts'
import type { ReaderKind } from './noticesFor.ts'

/** One notice as the acting person may read it. */
export type OpenNotice = {
  readonly id: Uuid
  readonly kind: NoticeKind
  readonly source: string
  readonly reference: string
  readonly theirReference: string
  readonly receivedAt: Temporal.Instant
  readonly told: unknown
  readonly sharing: 'front_door' | 'record'
  readonly isOwn: boolean
  readonly readers: readonly OpenReader[]
  /** Those of the record whom it was matched with, whom the reader may know. */
  readonly personIds: readonly Uuid[]
}
export type OpenReader = {
  readonly id: Uuid
  readonly kind: ReaderKind
  readonly name: string
  readonly readBefore: Temporal.Instant | null
  readonly readAt: Temporal.Instant | null
}

/** @returns null when there is none that the acting person may read */
export async function openNotice(work: Work, id: Uuid): Promise<OpenNotice | null> {
  const { rows } = await sql<Omit<OpenNotice, 'readers' | 'personIds'>>`
    select n.id, n.kind, o.name as source, n.reference, n.their_reference as "theirReference", n.received_at as "receivedAt", n.told, n.sharing,
      n.sent_by is not distinct from ${work.actor.id}::uuid as "isOwn"
    from partner_notice n join organisation o on o.id = n.organisation_id where n.id = ${id}`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) return null
  const readers = await sql<OpenReader>`
    select r.id, r.kind, coalesce(o.name, t.name, w.display_name) as name, r.read_before as "readBefore", r.read_at as "readAt"
    from partner_notice_reader r left join organisation o on o.id = r.organisation_id left join team t on t.id = r.team_id
      left join worker w on w.id = r.worker_id
    where r.notice_id = ${id} order by r.id`.execute(work.db())
  const people = await sql<{ id: Uuid }>`
    select person_id as id from partner_notice_match where notice_id = ${id} order by place`.execute(
    work.db(),
  )
  return { ...row, readers: readers.rows, personIds: people.rows.map(one => one.id) }
}
