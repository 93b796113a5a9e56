import type { ServiceTables, Work } from '#platform/db'

/** Tells the outbox, in the transaction of the cause. */
export async function tellOf(
  work: Work,
  event: 'paper.finished' | 'copy.approved' | 'copy.given' | 'copy.answered',
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event, body: JSON.stringify(body) })
    .execute()
}
