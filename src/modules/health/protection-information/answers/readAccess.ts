import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { holdQueue } from '../following/refreshQueue.ts'
import { openWork } from '../following/works.ts'
import type { AccessNotice } from '../message/readNhsMessage.ts'
import type { From } from './from.ts'

type Opening = AccessNotice['openings'][number]

/** Each opening becomes an entry of the record of each child it is about, and is told to who works with them. */
export async function readAccess(work: Work, from: From, { notice, openings }: AccessNotice): Promise<void> {
  await holdQueue(work) // of two messages with one notice the second sees what the first kept
  if (openings.length === 0) await openWork(work, { code: 'notice_empty', ...from, detail: notice })
  for (const [index, opening] of openings.entries()) {
    const children = await childrenOf(work, opening.nhsNumber)
    for (const personId of children) await keep(work, from, personId, opening, `${notice} ${index + 1}`)
    if (children.length === 0)
      await openWork(work, { code: 'notice_unmatched', ...from, detail: `NHS number ${opening.nhsNumber}` })
  }
}

/** Whose plan was sent under this number, now or before: of a mother, the children she carried. */
async function childrenOf(work: Work, nhsNumber: string): Promise<readonly Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select person_id as id from protection_status where nhs_number = ${nhsNumber}
    union select person_id from protection_file_record where nhs_number = ${nhsNumber}`.execute(work.db())
  return rows.map(({ id }) => id)
}

async function keep(
  work: Work,
  { messageId }: From,
  personId: Uuid,
  { openedAt, by, role, organisation }: Opening,
  notice: string,
): Promise<void> {
  const { rows } = await sql<{ id: Uuid }>`
    insert into protection_access (person_id, message_id, notice, opened_at, opened_by, role, organisation, attendance_id)
    select ${personId}::uuid, ${messageId}::uuid, ${notice}::text, ${openedAt}::timestamptz, ${by}::text, ${role}::text, ${organisation}::text, (
      select a.id from attendance_match m join attendance a on a.id = m.attendance_id
      where m.person_id = ${personId} and a.status <> 'cancelled' and a.arrived_at between ${openedAt}::timestamptz - interval '24 hours' and ${openedAt}::timestamptz + interval '24 hours'
      order by abs(extract(epoch from a.arrived_at - ${openedAt}::timestamptz)) limit 1)
    where not exists (select from protection_access x where x.notice = ${notice} and x.person_id = ${personId})
    returning id`.execute(work.db())
  if (rows.length === 0) return // told before
  await sql`
    insert into app.notice (worker_id, kind, path, subject_id, made_by)
    select t.worker_id, 'opened_at_nhs', ${`/people/${personId}/nhs`}, ${personId}, ${work.actor.id}::uuid from access.protection_told(${personId}) t`.execute(
    work.db(),
  )
}
