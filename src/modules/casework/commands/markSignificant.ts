import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { writableSubjects } from '../queries/familyChildren.ts'
import { readNote } from '../queries/readNote.ts'
import { noteTitle, withdrawn } from '../rules/visitWords.ts'
import type { CaseworkTables } from '../tables.ts'

/** What became of the mark. */
export type MarkedSignificant =
  | { readonly outcome: 'marked' }
  | {
      readonly outcome: 'refused'
      readonly refusal: 'no_note' | 'corrected' | 'marked_already' | 'may_not_write'
    }

/**
 * Puts a note into the short chronology of each of its people in whose record the actor may write.
 * @param impact one line of what it means for them
 */
export async function markSignificant(work: Work, noteId: Uuid, impact: string): Promise<MarkedSignificant> {
  const refused = (refusal: Extract<MarkedSignificant, { outcome: 'refused' }>['refusal']) =>
    ({ outcome: 'refused', refusal }) as const
  const note = await readNote(work, noteId)
  if (note === null) return refused('no_note')
  if (note.correctedById !== null) return refused('corrected')
  if (note.impact !== null) return refused('marked_already')
  const concerned = note.parts.filter(part => part.outcome !== withdrawn).map(part => part.personId)
  const writable = await writableSubjects(work, concerned)
  if (writable.size === 0) return refused('may_not_write')
  const events = [...writable].map(personId => ({
    id: makeUuid(),
    person_id: personId,
    happened_on: londonDate(note.happenedAt),
    description: noteTitle(note),
    impact,
    note_id: noteId,
  }))
  await work.db<CaseworkTables>().insertInto('significant_event').values(events).execute()
  return { outcome: 'marked' }
}
