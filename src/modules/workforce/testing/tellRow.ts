import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** Tells of a row of the workforce in a test's database. @returns its id */
export async function tellRow(
  record: Pick<TestRecord, 'as'>,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Uuid> {
  const id = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id, ...values })
      .execute(),
  )
  return id
}

/** A day as the three fields of a form. */
export const dated = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
})
