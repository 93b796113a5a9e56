import type { Uuid } from '#platform/ids'

/**
 * Something that waits for a decision, or was decided: handed in, a transfer, a merge of two records, or a letter or a part of a
 * document that is held.
 */
export type InboxItem = {
  /** Where it is decided. */
  readonly source: 'approval' | 'transfer' | 'merge' | 'letter' | 'part'
  readonly id: Uuid
  /** Of the registry of approval kinds, or `transfer`, `merge`, `letter` or `part`. */
  readonly kind: string
  readonly personIds: readonly Uuid[]
  /** Whose managers decide; null: another authority does. */
  readonly teamId: Uuid | null
  /** The manager asked by name, if one was. */
  readonly toWorkerId: Uuid | null
  readonly submittedBy: Uuid | null
  readonly submittedAt: Temporal.Instant
  readonly decidedBy: Uuid | null
  readonly decidedAt: Temporal.Instant | null
  /** Null while it waits. */
  readonly outcome: InboxOutcome | null
  readonly reason: string | null
  /** The day a transfer is asked for. */
  readonly wishedOn: Temporal.PlainDate | null
}

export type InboxOutcome =
  | 'authorised'
  | 'returned'
  | 'withdrawn'
  | 'accepted'
  | 'refused'
  | 'released_once'
  | 'released'
  | 'stopped'

/** Where somebody reads it and decides. */
export function inboxPath({ source, id, personIds }: InboxItem): string {
  if (source === 'approval') return `/approvals/${id}`
  if (source === 'transfer') return `/transfers/${id}`
  if (source === 'merge') return `/merges/${id}`
  return `/people/${personIds[0]}/${source === 'letter' ? 'letters' : 'documents'}/${id}`
}
