import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** A note as it concerns one person. What the note itself says is null where the reader may see the person's part only. */
export type NoteAbout = {
  readonly noteId: Uuid
  readonly happenedAt: Temporal.Instant
  readonly kind: string
  readonly outcome: string
  readonly purpose: string | null
  readonly authorName: string | null
  readonly body: string | null
  readonly wasSeen: boolean | null
  readonly wasSeenAlone: boolean | null
  readonly whyNotAlone: string | null
  readonly bedroomSeen: boolean | null
  readonly ownWords: string | null
  readonly observations: string | null
  readonly recordedAt: Temporal.Instant
  /** A later note corrects this one. */
  readonly isCorrected: boolean
  readonly correctsId: Uuid | null
}

/** Which notes to show. */
export type NotesAsked = {
  readonly kind?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** The person's notes, newest first. */
export async function notesAbout(
  work: Work,
  personId: Uuid,
  asked: NotesAsked,
): Promise<readonly NoteAbout[]> {
  let rows = noteRows(work)
    .where('part.person_id', '=', personId)
    .orderBy('part.happened_at', 'desc')
    .orderBy('part.id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset)
  if (asked.kind !== undefined) rows = rows.where('part.kind', '=', asked.kind)
  return (await rows.execute()).map(asNote)
}

/** How many notes of a kind, or of any, there are about the person. */
export async function countNotesAbout(work: Work, personId: Uuid, kind?: string): Promise<number> {
  let count = work
    .db<CaseworkTables>()
    .selectFrom('note_person')
    .select(({ fn }) => fn.countAll<number>().as('notes'))
    .where('person_id', '=', personId)
  if (kind !== undefined) count = count.where('kind', '=', kind)
  return (await count.executeTakeFirstOrThrow()).notes
}

function noteRows(work: Work) {
  return work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('note_person as part')
    .leftJoin('note', 'note.id', 'part.note_id')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'part.note_id',
      'part.happened_at',
      'part.kind',
      'part.outcome',
      'part.was_seen',
      'part.was_seen_alone',
      'part.why_not_alone',
      'part.bedroom_seen',
      'part.own_words',
      'part.observations',
      'part.corrects_note_id',
      'part.recorded_from',
      'note.purpose',
      'note.body',
      'worker.display_name',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('note_person as later')
          .select('later.id')
          .whereRef('later.person_id', '=', 'part.person_id')
          .whereRef('later.corrects_note_id', '=', 'part.note_id'),
      ).as('isCorrected'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof noteRows>['execute']>>[number]

function asNote(row: Row): NoteAbout {
  return {
    noteId: row.note_id,
    happenedAt: row.happened_at,
    kind: row.kind,
    outcome: row.outcome,
    purpose: row.purpose,
    authorName: row.display_name,
    body: row.body,
    wasSeen: row.was_seen,
    wasSeenAlone: row.was_seen_alone,
    whyNotAlone: row.why_not_alone,
    bedroomSeen: row.bedroom_seen,
    ownWords: row.own_words,
    observations: row.observations,
    recordedAt: row.recorded_from,
    isCorrected: Boolean(row.isCorrected),
    correctsId: row.corrects_note_id,
  }
}
