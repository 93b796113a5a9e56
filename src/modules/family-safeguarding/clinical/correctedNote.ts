import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ClinicalNote, clinicalNotes, ownOrganisation } from './clinicalNotes.ts'
import { correctsOwn, type NotedWork, namesOf, notedWork } from './serviceNotes.ts'

/** One's own clinical note that is to be corrected. */
export type Corrected = {
  readonly noted: NotedWork
  readonly note: ClinicalNote
  /** The correction that stands already, when there is one. */
  readonly correction: ClinicalNote | null
  /** Whom it is of, as far as the author may still know. */
  readonly name: string
}

/** @returns null for a note of somebody else or of another service, and for who is of its discipline no more */
export async function correctedNote(
  work: Work,
  { strandId, noteId }: { readonly strandId: Uuid; readonly noteId: Uuid },
): Promise<Corrected | null> {
  const noted = (await notedWork(work)).find(one => one.strandId === strandId)
  if (noted === undefined || !(await correctsOwn(work, noted))) return null
  const notes = await clinicalNotes(work, strandId)
  const note = notes.find(({ id }) => id === noteId)
  if (note === undefined || note.authorId !== work.actor.id) return null
  if (note.organisationId !== (await ownOrganisation(work))) return null
  const correction = notes.find(({ correctsId }) => correctsId === note.id) ?? null
  return { noted, note, correction, name: (await namesOf(work, [noted.personId]))(noted.personId) }
}
