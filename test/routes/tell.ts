import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** Writes a row into the record as the storyteller, under a new id. */
export async function tell(
  record: TestRecord,
  table: string,
  values: Readonly<Record<string, unknown>>,
  id: Uuid = makeUuid(),
): Promise<Uuid> {
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id, ...values })
      .execute(),
  )
  return id
}
