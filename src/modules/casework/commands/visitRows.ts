import type { PeopleTables } from '#modules/people'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { Visit } from '../rules/visit.ts'
import { noteTitle, withdrawn } from '../rules/visitWords.ts'
import type { CaseworkTables } from '../tables.ts'

/** Writes the note itself. @returns false when the same form has made its note meanwhile */
export async function writeNote(work: Work, id: Uuid, visit: Visit): Promise<boolean> {
  const result = await work
    .db<CaseworkTables>()
    .insertInto('note')
    .values({
      id,
      family_id: await sharedFamily(work, visit),
      kind: visit.kind,
      purpose: visit.purpose,
      happened_at: visit.happenedAt,
      place: visit.place,
      outcome: visit.outcome,
      author_id: work.actor.id,
      body: visit.body,
      person_ids: visit.children.map(({ personId }) => personId),
      corrects_id: visit.corrects?.noteId ?? null,
      correction_reason: visit.corrects?.reason ?? null,
      submission: visit.submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The one family that all the children are in today; none when they share none, or several. */
async function sharedFamily(work: Work, visit: Visit): Promise<Uuid | null> {
  const ids = visit.children.map(({ personId }) => personId)
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('family_member')
    .select(['family_id', ({ fn }) => fn.count<number>('person_id').distinct().as('children')])
    .where('person_id', 'in', ids)
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .groupBy('family_id')
    .execute()
  const shared = rows.filter(row => row.children === ids.length)
  return shared.length === 1 ? (shared[0]?.family_id ?? null) : null
}

/** What the note says of each child; `leftOut` are the children a correction takes out of it. */
export async function writeChildren(
  work: Work,
  noteId: Uuid,
  visit: Visit,
  leftOut: readonly Uuid[],
): Promise<void> {
  const common = {
    note_id: noteId,
    happened_at: visit.happenedAt,
    kind: visit.kind,
    corrects_note_id: visit.corrects?.noteId ?? null,
  }
  const told = visit.children.map(child => ({
    ...common,
    id: makeUuid(),
    person_id: child.personId,
    outcome: visit.outcome as string,
    was_seen: child.wasSeen,
    was_seen_alone: child.wasSeenAlone,
    why_not_alone: child.whyNotAlone,
    bedroom_seen: child.bedroomSeen,
    own_words: child.ownWords,
    observations: child.observations,
  }))
  const taken = leftOut.map(personId => ({
    ...common,
    id: makeUuid(),
    person_id: personId,
    outcome: withdrawn,
  }))
  await work
    .db<CaseworkTables>()
    .insertInto('note_person')
    .values([...told, ...taken])
    .execute()
}

/** A line of the short chronology for each child. */
export async function writeSignificance(
  work: Work,
  noteId: Uuid,
  visit: Visit,
  impact: string,
): Promise<void> {
  const events = visit.children.map(({ personId }) => ({
    id: makeUuid(),
    person_id: personId,
    happened_on: londonDate(visit.happenedAt),
    description: noteTitle(visit),
    impact,
    note_id: noteId,
  }))
  await work.db<CaseworkTables>().insertInto('significant_event').values(events).execute()
}

/** One task for the family, on the first child of the visit: each child's own clock says when the law wants the next. */
export async function writeNextVisit(work: Work, visit: Visit, dueOn: Temporal.PlainDate): Promise<void> {
  const [first] = visit.children
  if (first === undefined) return
  await work
    .db<CaseworkTables>()
    .insertInto('task')
    .values({
      id: makeUuid(),
      person_id: first.personId,
      worker_id: work.actor.id,
      title: 'Next visit, as planned',
      due_on: dueOn,
      set_by: work.actor.id,
    })
    .execute()
}

/** Tells other modules, once this transaction has committed. */
export async function announce(work: Work, noteId: Uuid, visit: Visit): Promise<void> {
  const body = {
    noteId,
    personIds: visit.children.map(({ personId }) => personId),
    kind: visit.kind,
    purpose: visit.purpose,
    outcome: visit.outcome,
    happenedAt: visit.happenedAt.toString(),
    correctsId: visit.corrects?.noteId ?? null,
  }
  const event = visit.kind === 'visit' ? 'visit.recorded' : 'note.recorded'
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event, body: JSON.stringify(body) })
    .execute()
}
