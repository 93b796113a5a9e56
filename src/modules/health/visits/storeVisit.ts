import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldVisit } from '../rules/told.ts'
import { type Effect, effectOf } from '../rules/visitOrder.ts'
import type { HealthTables } from '../tables.ts'
import { changeVisit } from './changeVisit.ts'
import type { Source, Stored } from './stored.ts'
import { factsOf } from './visitFacts.ts'

/**
 * Keeps what a message tells of a visit. Two messages of one visit wait for each other; a newer one writes over what it tells, an older one only
 * gives what nobody had told.
 */
export async function storeVisit(work: Work, source: Source, told: ToldVisit): Promise<Stored> {
  return (await openVisit(work, source, told)) ?? (await changeVisit(work, source, told))
}

/** The visit and its first event in one statement. @returns null when a message of the visit came before: who began it is waited for */
async function openVisit(
  work: Work,
  { messageId, senderId, receivedAt }: Source,
  told: ToldVisit,
): Promise<Stored | null> {
  const effect = effectOf(null, told)
  const attendance = await work
    .db<HealthTables>()
    .with('opened', db =>
      db
        .insertInto('attendance')
        .values({
          ...factsOf(told),
          arrived_at: told.arrivedAt ?? told.sentAt,
          is_sensitive: told.person.isSensitive,
          sender_id: senderId,
          visit_key: told.visitKey,
          status: effect.status,
          sent_at: told.sentAt,
          received_at: receivedAt,
        })
        .onConflict(conflict => conflict.columns(['sender_id', 'visit_key']).doNothing())
        .returningAll(),
    )
    .with('noted', db =>
      db
        .insertInto('attendance_event')
        .columns(['attendance_id', 'message_id', 'kind', 'sent_at', 'did'])
        .expression(eb =>
          eb
            .selectFrom('opened')
            .select([
              'opened.id',
              sql<Uuid>`${messageId}::uuid`.as('message_id'),
              sql<string>`${told.kind}::text`.as('kind'),
              'opened.sent_at',
              sql<Effect['did']>`${effect.did}::text`.as('did'),
            ]),
        ),
    )
    .selectFrom('opened')
    .selectAll()
    .executeTakeFirst()
  return attendance === undefined ? null : { attendance, effect, changed: [], isFirst: true }
}
