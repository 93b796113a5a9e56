import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import type { TestRecord } from '#test/record.ts'
import type { KnownRow } from './knownRow.ts'

/** Tables whose rows come of a message: each of its own, under its own id. */
const came: readonly string[] = ['attendance_event', 'partner_notice']

/** The messages as they came, which nobody at work opens. */
export async function tellMessages(record: TestRecord, rows: readonly KnownRow[]): Promise<void> {
  const ids = rows.filter(({ table }) => came.includes(table)).map(({ id }) => id)
  await record.as(serviceActor('listener'), work =>
    sql`insert into app.message_in (id, channel, control_id, sha256, sealed, answer_code, answer)
      select id, 'form', id, sha256(id::text::bytea), '\\x00', 'AA', '\\x00'
      from unnest(${ids}::uuid[]) id`.execute(work.db()),
  )
}
