import type { Uuid } from '#platform/ids'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

/** What a note says of one child. */
export type ChildNote = {
  readonly id: Uuid
  readonly wasSeen?: boolean
  readonly wasSeenAlone?: boolean
  readonly whyNotAlone?: string
  readonly bedroomSeen?: boolean
  readonly ownWords?: string
  readonly observations?: string
}

export type Note = {
  readonly id: Uuid
  readonly familyId: Uuid
  readonly kind: Fact<'note'>['kind']
  readonly purpose: string | null
  readonly happenedAt: Temporal.Instant
  /** How long it lasted, where that is known. */
  readonly minutes: number | null
  readonly place: string | null
  readonly outcome: Fact<'note'>['outcome']
  readonly author: Uuid
  readonly body: string
  readonly children: readonly ChildNote[]
  readonly corrects?: { readonly noteId: Uuid; readonly reason: string }
}

/** Tells of a visit, call or note once, and what it says of each child. */
export function tellNote({ chronicle, dice }: Teller, written: Temporal.Instant, note: Note): void {
  const { happenedAt, kind, outcome, corrects } = note
  const told = chronicle.tell('note', written, {
    id: note.id,
    family_id: note.familyId,
    kind,
    purpose: note.purpose,
    happened_at: happenedAt,
    ended_at: note.minutes === null ? null : happenedAt.add({ minutes: note.minutes }),
    place: note.place,
    outcome,
    author_id: note.author,
    body: note.body,
    person_ids: note.children.map(({ id }) => id),
    corrects_id: corrects?.noteId ?? null,
    correction_reason: corrects?.reason ?? null,
  })
  if (!told) return
  for (const child of note.children)
    chronicle.tell('note_person', written, {
      id: dice.id(),
      note_id: note.id,
      person_id: child.id,
      happened_at: happenedAt,
      kind,
      outcome,
      corrects_note_id: corrects?.noteId ?? null,
      was_seen: child.wasSeen ?? null,
      was_seen_alone: child.wasSeenAlone ?? null,
      why_not_alone: child.whyNotAlone ?? null,
      bedroom_seen: child.bedroomSeen ?? null,
      own_words: child.ownWords ?? null,
      observations: child.observations ?? null,
    })
}
