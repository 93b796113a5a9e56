import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldVisit } from '../rules/told.ts'
import { type Effect, effectOf } from '../rules/visitOrder.ts'
import type { HealthTables } from '../tables.ts'
import { factsOf, type VisitFacts } from './visitFacts.ts'

type Row = Selectable<HealthTables['attendance']>

/** Which message, of whom, and when it came. */
export type Source = {
  readonly messageId: Uuid
  readonly senderId: Uuid
  readonly receivedAt: Temporal.Instant
}

/** The visit as it stands after a message, and what the message did to it. */
export type Stored = {
  readonly attendance: Row
  readonly effect: Effect
  readonly changed: readonly string[]
  /** No message of the visit came before: nobody has been told of it, and nobody has said whose it is. */
  readonly isFirst: boolean
}

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

/** What an older message never gives: that somebody left may have been taken back since. */
const ENDING: ReadonlySet<string> = new Set(['left_at', 'outcome'])

async function changeVisit(work: Work, source: Source, told: ToldVisit): Promise<Stored> {
  const standing = await work
    .db<HealthTables>()
    .selectFrom('attendance')
    .selectAll()
    .where('sender_id', '=', source.senderId)
    .where('visit_key', '=', told.visitKey)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const effect = effectOf({ status: standing.status, sentAt: standing.sent_at }, told)
  const facts = Object.entries(factsOf(told)) as [keyof VisitFacts, VisitFacts[keyof VisitFacts]][]
  const isOlder = effect.did === 'older'
  const news = facts.filter(
    ([name, value]) =>
      value !== null &&
      (isOlder ? standing[name] === null && !ENDING.has(name) : `${standing[name]}` !== `${value}`),
  )
  // Who was marked sensitive by any message stays so until somebody looks: the mark protects, its absence may be a lapse.
  const set = {
    ...Object.fromEntries(news),
    is_sensitive: standing.is_sensitive || told.person.isSensitive,
    ...(effect.status === 'here' && standing.status === 'left' && told.kind === 'leaving_cancelled'
      ? { left_at: null, outcome: null }
      : {}),
    status: effect.status,
    ...(isOlder ? {} : { sent_at: told.sentAt }),
  }
  const attendance = await work
    .db<HealthTables>()
    .updateTable('attendance')
    .set(eb => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', standing.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const stored = { attendance, effect, changed: news.map(([name]) => name), isFirst: false }
  await noteEvent(work, source, told, stored)
  return stored
}

async function noteEvent(
  work: Work,
  { messageId }: Source,
  told: ToldVisit,
  { attendance, effect, changed }: Stored,
): Promise<void> {
  await work
    .db<HealthTables>()
    .insertInto('attendance_event')
    .values({
      attendance_id: attendance.id,
      message_id: messageId,
      kind: told.kind,
      sent_at: told.sentAt,
      did: effect.did,
      changed: [...changed],
    })
    .execute()
}
