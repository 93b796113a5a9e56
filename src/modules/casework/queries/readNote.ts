import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** What a note says of one of its people. */
export type NotePart = {
  readonly personId: Uuid
  readonly outcome: string
  readonly wasSeen: boolean | null
  readonly wasSeenAlone: boolean | null
  readonly whyNotAlone: string | null
  readonly bedroomSeen: boolean | null
  readonly ownWords: string | null
  readonly observations: string | null
}

/** A note with everyone it is about. */
export type Note = {
  readonly id: Uuid
  readonly kind: CaseworkTables['note']['kind']
  readonly purpose: string | null
  readonly happenedAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly place: string | null
  readonly outcome: string
  readonly authorId: Uuid
  readonly authorName: string
  readonly body: string
  readonly personIds: readonly Uuid[]
  readonly correctsId: Uuid | null
  readonly correctionReason: string | null
  /** The note that corrects this one. */
  readonly correctedById: Uuid | null
  /** One line of what it means for the children, when it is marked as significant. */
  readonly impact: string | null
  /** Those people alone whose record the reader may read. */
  readonly parts: readonly NotePart[]
}

/** @returns null when the note is absent or not the reader's to see */
export async function readNote(work: Work, noteId: Uuid): Promise<Note | null> {
  const db = work.db<CaseworkTables & AgenciesTables>()
  const row = await db
    .selectFrom('note')
    .innerJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'note.id',
      'note.kind',
      'note.purpose',
      'note.happened_at',
      'note.recorded_from',
      'note.place',
      'note.outcome',
      'note.author_id',
      'worker.display_name',
      'note.body',
      'note.person_ids',
      'note.corrects_id',
      'note.correction_reason',
    ])
    .where('note.id', '=', noteId)
    .executeTakeFirst()
  if (row === undefined) return null
  const later = await db.selectFrom('note').select('id').where('corrects_id', '=', noteId).executeTakeFirst()
  const event = await db
    .selectFrom('significant_event')
    .select('impact')
    .where('note_id', '=', noteId)
    .executeTakeFirst()
  return {
    id: row.id,
    kind: row.kind,
    purpose: row.purpose,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_from,
    place: row.place,
    outcome: row.outcome,
    authorId: row.author_id,
    authorName: row.display_name,
    body: row.body,
    personIds: row.person_ids,
    correctsId: row.corrects_id,
    correctionReason: row.correction_reason,
    correctedById: later?.id ?? null,
    impact: event?.impact ?? null,
    parts: await partsOf(work, noteId),
  }
}

async function partsOf(work: Work, noteId: Uuid): Promise<readonly NotePart[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('note_person')
    .select([
      'person_id',
      'outcome',
      'was_seen',
      'was_seen_alone',
      'why_not_alone',
      'bedroom_seen',
      'own_words',
      'observations',
    ])
    .where('note_id', '=', noteId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    outcome: row.outcome,
    wasSeen: row.was_seen,
    wasSeenAlone: row.was_seen_alone,
    whyNotAlone: row.why_not_alone,
    bedroomSeen: row.bedroom_seen,
    ownWords: row.own_words,
    observations: row.observations,
  }))
}
