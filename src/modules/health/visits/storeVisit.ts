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
}

/**
 * Keeps what a message tells of a visit. Two messages of one visit wait for each other; a newer one writes over what it tells, an older one only
 * gives what nobody had told.
 */
export async function storeVisit(work: Work, source: Source, told: ToldVisit): Promise<Stored> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${source.senderId} ${told.visitKey}`}, 7304))`.execute(
    work.db(),
  )
  const standing = await work
    .db<HealthTables>()
    .selectFrom('attendance')
    .selectAll()
    .where('sender_id', '=', source.senderId)
    .where('visit_key', '=', told.visitKey)
    .executeTakeFirst()
  const effect = effectOf(
    standing === undefined ? null : { status: standing.status, sentAt: standing.sent_at },
    told,
  )
  const stored =
    standing === undefined
      ? await openVisit(work, source, told, effect)
      : await changeVisit(work, standing, told, effect)
  await noteEvent(work, source, told, stored)
  return stored
}

async function openVisit(
  work: Work,
  { senderId, receivedAt }: Source,
  told: ToldVisit,
  effect: Effect,
): Promise<Stored> {
  const attendance = await work
    .db<HealthTables>()
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
    .returningAll()
    .executeTakeFirstOrThrow()
  return { attendance, effect, changed: [] }
}

/** What an older message never gives: that somebody left may have been taken back since. */
const ENDING: ReadonlySet<string> = new Set(['left_at', 'outcome'])

async function changeVisit(work: Work, standing: Row, told: ToldVisit, effect: Effect): Promise<Stored> {
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
  return { attendance, effect, changed: news.map(([name]) => name) }
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
