import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { Strand } from '../rules/strand.ts'
import type { FamilySafeguardingTables } from '../tables.ts'
import { noteFirstContact } from '../workbook/commands/writeStrand.ts'
import type { Session } from './session.ts'

export type NewSession = Pick<
  Session,
  | 'at'
  | 'kind'
  | 'words'
  | 'ownWords'
  | 'isSignificant'
  | 'readiness'
  | 'changeTalk'
  | 'modules'
  | 'personIds'
> & { readonly submission: Uuid }

/** What a session corrects, and why. */
export type Correction = { readonly of: Session; readonly reason: string }

/**
 * Writes a session once. It stands in the chapter, in the agenda of group supervision and, when significant, in the chronology, without
 * another word typed; the first that was held is the strand's first contact.
 * @returns the session's id, or `corrected` where somebody corrected the same session meanwhile
 */
export async function writeSession(
  work: Work,
  strand: Strand,
  session: NewSession,
  correction: Correction | null = null,
): Promise<Uuid | 'corrected'> {
  const id = makeUuid()
  const rows = await work
    .db<FamilySafeguardingTables>()
    .insertInto('practice_session')
    .values({
      id,
      family_id: strand.familyId,
      strand_id: strand.id,
      person_ids: [...session.personIds],
      author_id: work.actor.id,
      discipline: strand.discipline,
      works_with: strand.worksWith,
      happened_at: session.at,
      kind: session.kind,
      words: session.words,
      own_words: session.ownWords,
      is_significant: session.isSignificant,
      readiness: session.readiness,
      change_talk: [...session.changeTalk],
      modules: [...session.modules],
      corrects_id: correction?.of.id ?? null,
      correction_reason: correction?.reason ?? null,
      submission: session.submission,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  if (rows.length === 0) return 'corrected'
  if (session.kind !== 'attempted') await noteFirstContact(work, strand, londonDate(session.at))
  return id
}
