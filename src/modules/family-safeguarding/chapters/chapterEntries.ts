import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { sessionKinds } from '../sessions/session.ts'
import { sessionsOf } from '../sessions/sessionsOf.ts'
import { type ChapterKey, isSameChapter } from './chapter.ts'

/** Something already written that stands in a chapter: a session, or a social worker's visit or note. */
export type ChapterEntry = {
  readonly kind: 'session' | 'note'
  readonly id: Uuid
  readonly at: Temporal.Instant
  readonly what: string
  readonly author: string
  readonly words: string
  readonly personIds: readonly Uuid[]
  /** What people said, as they said it. */
  readonly voices: readonly { readonly personId: Uuid; readonly words: string }[]
}

type Tables = CaseworkTables & AgenciesTables

export type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

const noteWords = {
  visit: 'Visit',
  telephone: 'Telephone call',
  meeting: 'Meeting',
  message: 'Message',
  other: 'Note',
} as const
const kinds = Object.keys(noteWords) as (keyof typeof noteWords)[] // its own keys

/** What was written in a chapter in a span of time, oldest first. Nothing is typed for it: it is what its people wrote of their contacts. */
export async function chapterEntries(
  work: Work,
  familyId: Uuid,
  childIds: readonly Uuid[],
  chapter: ChapterKey,
  span: Span,
): Promise<readonly ChapterEntry[]> {
  const sessions = (await sessionsOf(work, familyId, span.from)).filter(
    one => isSameChapter(one, chapter) && Temporal.Instant.compare(one.at, span.until) < 0,
  )
  const own = sessions.map(
    ({ id, at, kind, authorName, words, ownWords, personIds }): ChapterEntry => ({
      kind: 'session',
      id,
      at,
      what: sessionKinds[kind],
      author: authorName,
      words,
      personIds,
      voices:
        ownWords === null || personIds[0] === undefined ? [] : [{ personId: personIds[0], words: ownWords }],
    }),
  )
  const notes = chapter.discipline === 'social_work' ? await notesOf(work, childIds, span) : []
  return [...own, ...notes].toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

/** Visits and notes about the children, as their authors wrote them; what was corrected stands in its correction alone. */
async function notesOf(
  work: Work,
  childIds: readonly Uuid[],
  { from, until }: Span,
): Promise<readonly ChapterEntry[]> {
  if (childIds.length === 0) return []
  const about = await work
    .db<Tables>()
    .selectFrom('note_person')
    .select(['note_id', 'person_id', 'own_words'])
    .where('person_id', 'in', childIds)
    .where('happened_at', '>=', from)
    .where('happened_at', '<', until)
    .execute()
  const ids = [...new Set(about.map(row => row.note_id))]
  if (ids.length === 0) return []
  const rows = await work
    .db<Tables>()
    .selectFrom('note')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'note.id',
      'note.kind',
      'note.happened_at',
      'note.body',
      'note.person_ids',
      'worker.display_name',
    ])
    .where('note.id', 'in', ids)
    .where('note.kind', 'in', kinds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('note as later').select('later.id').whereRef('later.corrects_id', '=', 'note.id')),
      ),
    )
    .execute()
  return rows.map(row => ({
    kind: 'note',
    id: row.id,
    at: row.happened_at,
    what: noteWords[row.kind as keyof typeof noteWords], // the query asks for these alone
    author: row.display_name ?? 'A worker',
    words: row.body,
    personIds: row.person_ids,
    voices: about.flatMap(one =>
      one.note_id === row.id && one.own_words !== null
        ? [{ personId: one.person_id, words: one.own_words }]
        : [],
    ),
  }))
}
