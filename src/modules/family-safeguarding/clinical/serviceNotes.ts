import { sql } from 'kysely'
import { personSummaries } from '#modules/people'
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

/** Whether the reader may correct what they wrote there: for their own service, in a post of the discipline today, the work ended or not. */
export async function correctsOwn(work: Work, { isOwn, discipline }: NotedWork): Promise<boolean> {
  if (!isOwn || work.knownAt !== null) return false
  const { rows } = await sql<{
    may: boolean
  }>`select ${discipline}::text = any (access.my_disciplines()) as may`.execute(work.db())
  return rows[0]?.may === true
}

/** Names as far as the reader may still know them: one's own words stay, whom they are of may not be named any more. */
export async function namesOf(work: Work, personIds: readonly Uuid[]): Promise<(id: Uuid) => string> {
  const people = new Map((await personSummaries(work, personIds)).map(one => [one.id, one.displayName]))
  return id => people.get(id) ?? 'Somebody whom you worked with'
}
