import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { SchoolsTables } from '../tables.ts'
import type { Lead } from './readSupervision.ts'

export type ActionWanted = {
  readonly what: string
  readonly owner: 'lead' | 'supervisor'
  readonly dueOn: Temporal.PlainDate
}
export type SessionWanted = {
  readonly heldOn: Temporal.PlainDate
  readonly themes: readonly string[]
  readonly actions: readonly ActionWanted[]
  /** Of earlier sessions, done by now. */
  readonly done: readonly Uuid[]
  readonly submission: Uuid | null
}

/** Which of some words name a child of the school: by their places. */
export async function namesPupil(
  work: Work,
  schoolId: Uuid,
  words: readonly string[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number }>`
    select (said.place - 1)::integer as place from unnest(${[...words]}::text[]) with ordinality said (words, place)
    where access.names_pupil(${schoolId}, said.words)`.execute(work.db())
  return rows.map(({ place }) => place)
}

/** Keeps a session that the acting person gave to a school's lead, with what is agreed and what was done since; once. */
export async function keepSession(work: Work, lead: Lead, wanted: SessionWanted): Promise<void> {
  const db = work.db<SchoolsTables>()
  const id = makeUuid()
  await db
    .insertInto('lead_supervision')
    .values({
      id,
      school_id: lead.schoolId,
      lead_id: lead.id,
      supervisor_id: work.actor.id,
      held_on: wanted.heldOn,
      themes: [...wanted.themes],
      submission: wanted.submission,
    })
    .execute()
  for (const { what, owner, dueOn } of wanted.actions)
    await db
      .insertInto('lead_supervision_action')
      .values({ session_id: id, school_id: lead.schoolId, what, owner, due_on: dueOn })
      .execute()
  for (const done of wanted.done) await markDone(work, done)
}

/** Marks something done that is open and was agreed with the acting person, or at a school whose leads they supervise. */
export async function markDone(work: Work, id: Uuid): Promise<boolean> {
  const changed = await work
    .db<SchoolsTables>()
    .updateTable('lead_supervision_action')
    .set({ done_on: work.today, done_by: work.actor.id })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
