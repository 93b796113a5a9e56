import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { openWork } from '../following/works.ts'
import type { InactiveNumbers } from '../message/readNhsMessage.ts'
import type { From } from './from.ts'

/** Nothing more goes under these numbers; whoever has one is a work item until the record holds another. */
export async function readInactive(work: Work, from: From, { numbers }: InactiveNumbers): Promise<void> {
  for (const nhsNumber of numbers) {
    await sql`insert into protection_inactive (nhs_number, message_id, told_at) values (${nhsNumber}, ${from.messageId}, ${work.now})
      on conflict (nhs_number) do nothing`.execute(work.db())
    const { rows } = await sql<{ id: Uuid; personId: Uuid }>`
      select id, person_id as "personId" from protection_status where nhs_number = ${nhsNumber} and deleted_at is null`.execute(
      work.db(),
    )
    for (const { id, personId } of rows)
      await openWork(work, { code: 'inactive_number', teamId: from.teamId, personId, statusId: id })
  }
}
