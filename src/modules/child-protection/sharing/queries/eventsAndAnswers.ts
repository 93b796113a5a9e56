import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

type Plain<T> = T extends { readonly __select__: infer S } ? S : T
export type EventKind = Plain<ChildProtectionTables['copy_event']['kind']>
export type Way = Plain<ChildProtectionTables['copy_event']['way']>
export type AnswerKind = Plain<ChildProtectionTables['copy_answer']['kind']>

/** Something that happened to a copy that was given. */
export type CopyEvent = {
  readonly copyId: Uuid
  readonly kind: EventKind
  readonly way: Way
  readonly at: Temporal.Instant
  readonly remark: string | null
  readonly isByRecipient: boolean
  readonly notedBy: string | null
}

/** Something that its recipient said of it, in their words. */
export type CopyAnswer = {
  readonly id: Uuid
  readonly copyId: Uuid
  /** The number of the line that it answers; null: the whole. */
  readonly part: number | null
  readonly kind: AnswerKind
  readonly words: string | null
  readonly documentId: Uuid | null
  readonly givenAt: Temporal.Instant
  readonly givenHow: string | null
  readonly helpedBy: string | null
  readonly isByRecipient: boolean
  readonly notedBy: string | null
}

/** What happened to these copies, oldest first. */
export async function eventsOf(work: Work, copyIds: readonly Uuid[]): Promise<readonly CopyEvent[]> {
  if (copyIds.length === 0) return []
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('copy_event as event')
    .leftJoin('worker', 'worker.id', 'event.noted_by')
    .select([
      'event.copy_id',
      'event.kind',
      'event.way',
      'event.happened_at',
      'event.remark',
      'event.by_recipient',
      'worker.display_name',
    ])
    .where('event.copy_id', 'in', copyIds)
    .orderBy('event.happened_at')
    .orderBy('event.id')
    .execute()
  return rows.map(row => ({
    copyId: row.copy_id,
    kind: row.kind,
    way: row.way,
    at: row.happened_at,
    remark: row.remark,
    isByRecipient: row.by_recipient,
    notedBy: row.display_name,
  }))
}

/** What the recipients of these copies said, oldest first. */
export async function answersOf(work: Work, copyIds: readonly Uuid[]): Promise<readonly CopyAnswer[]> {
  if (copyIds.length === 0) return []
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('copy_answer as answer')
    .leftJoin('worker', 'worker.id', 'answer.noted_by')
    .select([
      'answer.id',
      'answer.copy_id',
      'answer.part',
      'answer.kind',
      'answer.words',
      'answer.document_id',
      'answer.given_at',
      'answer.given_how',
      'answer.helped_by',
      'answer.by_recipient',
      'worker.display_name',
    ])
    .where('answer.copy_id', 'in', copyIds)
    .orderBy('answer.given_at')
    .orderBy('answer.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    copyId: row.copy_id,
    part: row.part,
    kind: row.kind,
    words: row.words,
    documentId: row.document_id,
    givenAt: row.given_at,
    givenHow: row.given_how,
    helpedBy: row.helped_by,
    isByRecipient: row.by_recipient,
    notedBy: row.display_name,
  }))
}
