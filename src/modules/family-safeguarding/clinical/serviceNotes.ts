import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Discipline } from '../rules/words.ts'

/** Work with one person of which the reader's own service keeps notes, or of which they wrote themselves. */
export type NotedWork = {
  readonly strandId: Uuid
  readonly personId: Uuid
  readonly discipline: Discipline
  readonly lastAt: Temporal.Instant
  readonly isOwn: boolean
}

/** Last noted first. Whose notes these are is for the database to say: the author's own, and those of the author's service. */
export async function notedWork(work: Work): Promise<readonly NotedWork[]> {
  if (work.actor.class !== 'practitioner') return []
  const { rows } = await sql<NotedWork>`
    select note.strand_id as "strandId", note.person_id as "personId", note.discipline, max(note.happened_at) as "lastAt",
      bool_or(note.author_id = ${work.actor.id}) as "isOwn"
    from clinical_note note
    where note.author_id = ${work.actor.id}
      or note.organisation_id = (select worker.organisation_id from worker where worker.id = ${work.actor.id})
    group by 1, 2, 3 order by 4 desc, 1`.execute(work.db())
  return rows
}
