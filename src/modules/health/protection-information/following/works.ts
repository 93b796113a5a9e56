import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkCode } from '../rules/codes.ts'

type About = {
  readonly code: WorkCode
  readonly teamId: Uuid
  readonly personId?: Uuid
  readonly statusId?: Uuid
  readonly fileId?: Uuid
  readonly messageId?: Uuid
  readonly detail?: string | null
}

/** Opens a work item; one that is open for the same stays, with what was said last. */
export async function openWork(work: Work, about: About): Promise<void> {
  const { code, teamId, personId, statusId, fileId, messageId, detail } = about
  await sql`
    insert into protection_work (code, team_id, person_id, status_id, file_id, message_id, detail, opened_at)
    values (${code}, ${teamId}, ${personId ?? null}::uuid, ${statusId ?? null}::uuid, ${fileId ?? null}::uuid, ${messageId ?? null}::uuid,
      ${detail ?? null}::text, ${work.now})
    on conflict (code, status_id, file_id, message_id) where closed_at is null do update set detail = excluded.detail`.execute(
    work.db(),
  )
}

type Which = { readonly codes: readonly WorkCode[]; readonly statusIds?: readonly Uuid[] }

/** Closes what a later success has answered. */
export async function closeBySuccess(work: Work, { codes, statusIds }: Which): Promise<void> {
  await sql`
    update protection_work set closed_at = ${work.now}, closed_how = 'success'
    where closed_at is null and code = any (${[...codes]}::text[])
      and (${statusIds === undefined} or status_id = any (${[...(statusIds ?? [])]}::uuid[]))`.execute(
    work.db(),
  )
}
