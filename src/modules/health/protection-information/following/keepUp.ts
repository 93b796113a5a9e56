import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { isSilent, readMailbox } from '../../mesh/index.ts'
import { ANSWERED_WITHIN, SENT_WITHIN } from '../rules/shown.ts'
import { type Council, makeFile } from './makeFile.ts'
import { ownerTeam } from './ownerTeam.ts'
import { refreshQueue } from './refreshQueue.ts'
import { closeBySuccess, openWork } from './works.ts'

/** What a turn did. `team` null: nobody answers for it, so that no file is made. */
export type Turn = {
  readonly changes: number
  readonly sequence: number | null
  readonly teamId: Uuid | null
}

/** Brings queue, work items and the next file up to the record. Service listener, every few minutes and after each answer. */
export async function keepUp(work: Work, sealer: Sealer, council: Council): Promise<Turn> {
  const changes = await refreshQueue(work)
  const teamId = await ownerTeam(work)
  if (teamId === null) return { changes, sequence: null, teamId }
  await askForNumbers(work, teamId)
  const sequence = await makeFile(work, sealer, council, teamId)
  await alarm(work, teamId)
  return { changes, sequence, teamId }
}

type Lacking = { readonly id: Uuid; readonly personId: Uuid; readonly code: 'no_number' | 'no_mother' }

/** Who cannot be sent for want of a number or a mother: once each; what somebody has closed with a note stays closed. */
async function askForNumbers(work: Work, teamId: Uuid): Promise<void> {
  const { rows } = await sql<Lacking>`
    select s.id, s.person_id as "personId", x.code from protection_status s
    join lateral (select case when s.subject_id is null then 'no_mother' else 'no_number' end as code) x on true
    where s.nhs_number is null and s.deleted_at is null and (s.ended_on is null or s.ended_on > ${work.today.toString()}::date)
      and not exists (select from protection_work w where w.status_id = s.id and w.code = x.code and (w.closed_at is null or w.closed_how = 'person'))`.execute(
    work.db(),
  )
  for (const { id, personId, code } of rows) await openWork(work, { code, teamId, personId, statusId: id })
  await sql`
    update protection_work w set closed_at = ${work.now}, closed_how = 'success' from protection_status s
    where s.id = w.status_id and w.closed_at is null and (
      (w.code = 'no_mother' and s.subject_id is not null) or (w.code = 'no_number' and s.nhs_number is not null)
      or (w.code in ('no_mother', 'no_number') and (s.deleted_at is not null or s.ended_on <= ${work.today.toString()}::date))
      or (w.code = 'inactive_number' and not exists (select from protection_inactive i where i.nhs_number = s.nhs_number)))`.execute(
    work.db(),
  )
}

/** A change that has waited a day, a file unanswered for two, a mailbox unread for an hour: each a work item while it is so. */
async function alarm(work: Work, teamId: Uuid): Promise<void> {
  const { rows } = await sql<{ unsent: boolean; file: Uuid | null }>`
    select
      exists (select from protection_file f where f.sent_at is null and f.given_up_at is null and f.made_at < ${before(work, SENT_WITHIN)})
        or exists (select from protection_change c join protection_status s on s.id = c.status_id where c.made_at < ${before(work, SENT_WITHIN)}
          and s.nhs_number is not null and s.deleted_at is null
          and not exists (select from protection_file_record r where r.status_id = c.status_id and r.number >= c.number)
          and not exists (select from protection_file_record r where r.nhs_number = s.nhs_number and r.answer_code = 'CPR02')
          and not exists (select from protection_inactive i where i.nhs_number = s.nhs_number)) as unsent,
      (select f.id from protection_file f where f.answered_at is null and f.given_up_at is null and f.sent_at < ${before(work, ANSWERED_WITHIN)}) as file`.execute(
    work.db(),
  )
  const [found] = rows
  if (found?.unsent) await openWork(work, { code: 'unsent_late', teamId })
  else await closeBySuccess(work, { codes: ['unsent_late'] })
  if (found?.file) await openWork(work, { code: 'unconfirmed_late', teamId, fileId: found.file })
  else await closeBySuccess(work, { codes: ['unconfirmed_late'] })
  const mailbox = await readMailbox(work)
  if (mailbox !== null && isSilent(mailbox, work.now))
    await openWork(work, { code: 'mailbox_silent', teamId })
  else await closeBySuccess(work, { codes: ['mailbox_silent'] })
}

const before = ({ now }: Work, hours: number): Temporal.Instant => now.subtract({ hours })
