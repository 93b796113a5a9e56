import type { Selectable } from 'kysely'
import type { Work } from '#platform/db'
import type { ToldVisit } from '../rules/told.ts'
import { effectOf } from '../rules/visitOrder.ts'
import type { HealthTables } from '../tables.ts'
import type { Source, Stored } from './stored.ts'
import { factsOf, type VisitFacts } from './visitFacts.ts'

type Row = Selectable<HealthTables['attendance']>

/** What an older message never gives: that somebody left may have been taken back since. */
const ENDING: ReadonlySet<string> = new Set(['left_at', 'outcome', 'discharge_status'])

/** A newer message writes over what it tells, an older one only gives what nobody had told; of the child and of the visit each by its own time. */
export async function changeVisit(work: Work, source: Source, told: ToldVisit): Promise<Stored> {
  const standing = await work
    .db<HealthTables>()
    .selectFrom('attendance')
    .selectAll()
    .where('sender_id', '=', source.senderId)
    .where('visit_key', '=', told.visitKey)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const effect = effectOf({ status: standing.status, sentAt: standing.sent_at }, told)
  const facts = Object.entries(factsOf({ ...told, concerns: allConcerns(standing, told) })) as [
    keyof VisitFacts,
    VisitFacts[keyof VisitFacts],
  ][]
  const isOlder = effect.did === 'older'
  const isOlderOfPerson = isOlder || isBefore(told.sentAt, standing.person_sent_at)
  const news = facts.filter(
    ([name, value]) =>
      value !== null &&
      ((name.startsWith('told_') ? isOlderOfPerson : isOlder && name !== 'concerns')
        ? standing[name] === null && !ENDING.has(name)
        : `${standing[name]}` !== `${value}`),
  )
  // Who was marked sensitive by any message stays so until somebody looks: the mark protects, its absence may be a lapse.
  const set = {
    ...Object.fromEntries(news),
    is_sensitive: standing.is_sensitive || told.person.isSensitive,
    ...(effect.status === 'here' && standing.status === 'left' && told.kind === 'leaving_cancelled'
      ? { left_at: null, outcome: null, discharge_status: null }
      : {}),
    status: effect.status,
    ...stampOf(told, { isOlder, isOlderOfPerson }),
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

/** A concern stays, whoever tells of the visit later without it or late. */
const allConcerns = ({ concerns }: Row, told: ToldVisit): readonly string[] => [
  ...new Set([...(concerns ?? []), ...told.concerns]),
]

/** What tells of the person alone must not make older what is told of the visit later: each has a time of its own. */
function stampOf(
  { kind, sentAt }: ToldVisit,
  { isOlder, isOlderOfPerson }: { readonly isOlder: boolean; readonly isOlderOfPerson: boolean },
): Partial<Pick<Row, 'sent_at' | 'person_sent_at'>> {
  if (kind === 'person') return isOlderOfPerson ? {} : { person_sent_at: sentAt }
  return isOlder ? {} : { sent_at: sentAt }
}

const isBefore = (at: Temporal.Instant, other: Temporal.Instant | null): boolean =>
  other !== null && Temporal.Instant.compare(at, other) < 0

/** Keeps that a message came and what it did. */
export async function noteEvent(
  work: Work,
  { messageId }: Source,
  told: { readonly kind: string; readonly sentAt: Temporal.Instant },
  { attendance, effect, changed }: Pick<Stored, 'attendance' | 'effect' | 'changed'>,
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
