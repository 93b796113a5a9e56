import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FileCode, RecordCode } from '../rules/codes.ts'

export type ListedFile = {
  readonly id: Uuid
  readonly sequence: number
  readonly teamId: Uuid
  readonly records: number
  readonly madeAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
  readonly sentHow: 'hand' | 'mesh' | null
  readonly answeredAt: Temporal.Instant | null
  readonly answerCode: FileCode | null
  readonly givenUpAt: Temporal.Instant | null
}

const columns = sql`id, sequence, team_id as "teamId", records, made_at as "madeAt", sent_at as "sentAt", sent_how as "sentHow",
  answered_at as "answeredAt", answer_code as "answerCode", given_up_at as "givenUpAt"`

/** The newest files, with what became of each. */
export async function readFiles(work: Work, limit: number): Promise<readonly ListedFile[]> {
  const { rows } = await sql<ListedFile>`
    select ${columns} from protection_file order by sequence desc limit ${limit}`.execute(work.db())
  return rows
}

export async function readFile(work: Work, id: Uuid): Promise<ListedFile | null> {
  const { rows } = await sql<ListedFile>`select ${columns} from protection_file where id = ${id}`.execute(
    work.db(),
  )
  return rows[0] ?? null
}

export type FileLine = {
  readonly personId: Uuid
  readonly kind: string
  readonly what: string
  readonly answerCode: RecordCode | null
  readonly detail: string | null
}

/** Lines of a file about children whose record the reader has. */
export async function readLines(work: Work, fileId: Uuid): Promise<readonly FileLine[]> {
  const { rows } = await sql<FileLine>`
    select r.person_id as "personId", s.kind, (select c.what from protection_change c where c.number = r.number) as what,
      r.answer_code as "answerCode", r.detail
    from protection_file_record r join protection_status s on s.id = r.status_id
    where r.file_id = ${fileId} order by r.number`.execute(work.db())
  return rows
}

/** The sealed bytes, and everybody who is in them; null for whoever may not send this file. */
export async function readBody(
  work: Work,
  fileId: Uuid,
): Promise<{ readonly sealed: Buffer; readonly personIds: readonly Uuid[] } | null> {
  const { rows } = await sql<{ sealed: Buffer; personIds: readonly Uuid[] }>`
    select sealed, access.protection_file_people(file_id) as "personIds" from protection_file_body where file_id = ${fileId}`.execute(
    work.db(),
  )
  return rows[0] ?? null
}
