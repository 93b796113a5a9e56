import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { directsAll } from '../approvals/directsAll.ts'
import { syncClocks } from '../clocks/syncClocks.ts'
import { addTask } from '../commands/tasks.ts'
import type { CaseworkTables } from '../tables.ts'

/** A manager's look at a case: what was read, what they think of it, and what is to happen. */
export type Oversight = {
  readonly personIds: readonly Uuid[]
  readonly lookedAt: string
  readonly view: string
  readonly direction: string | null
  /** By when the direction is to be followed. */
  readonly by: Temporal.PlainDate | null
  /** Whether the lead of each child is given the direction as a task. */
  readonly givesTasks: boolean
  /** Of the form that made it: sent twice, kept once. */
  readonly submission: Uuid
}

export type RecordedOversight =
  | { readonly outcome: 'recorded'; readonly noteId: Uuid; readonly tasks: number }
  /** Only a manager of the case of every child writes of their oversight. */
  | { readonly outcome: 'not_manager' }

/** Writes management oversight once for every child it is about: on the chronology of each, and as tasks for their leads. */
export async function recordOversight(work: Work, oversight: Oversight): Promise<RecordedOversight> {
  const { personIds } = oversight
  if (personIds.length === 0 || !(await directsAll(work, personIds))) return { outcome: 'not_manager' }
  const noteId = makeUuid()
  const { numInsertedOrUpdatedRows } = await work
    .db<CaseworkTables>()
    .insertInto('note')
    .values({
      id: noteId,
      kind: 'oversight',
      happened_at: work.now,
      author_id: work.actor.id,
      body: oversightText(oversight),
      person_ids: [...personIds],
      submission: oversight.submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return { outcome: 'recorded', noteId, tasks: 0 }
  const rows = personIds.map(personId => ({
    id: makeUuid(),
    note_id: noteId,
    person_id: personId,
    happened_at: work.now,
    kind: 'oversight',
    outcome: 'held',
  }))
  await work.db<CaseworkTables>().insertInto('note_person').values(rows).execute()
  const tasks = await giveTasks(work, oversight)
  await syncClocks(work, personIds)
  const body = { noteId, personIds, kind: 'oversight' }
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event: 'note.recorded', body: JSON.stringify(body) })
    .execute()
  return { outcome: 'recorded', noteId, tasks }
}

/** The entry as it stands in the record. */
export function oversightText({ lookedAt, view, direction }: Oversight): string {
  const parts = [
    ['What I looked at', lookedAt],
    ['My view', view],
    ...(direction === null ? [] : [['Direction', direction]]),
  ]
  return parts.map(([heading, text]) => `${heading}:\n${text}`).join('\n\n')
}

const LONGEST_TITLE = 200

async function giveTasks(work: Work, oversight: Oversight): Promise<number> {
  const { direction, personIds, by } = oversight
  if (direction === null || !oversight.givesTasks) return 0
  const leads = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'worker_id'])
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('role', 'in', ['lead_social_worker', 'lead_practitioner'])
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .execute()
  const title =
    direction.length <= LONGEST_TITLE ? direction : `${direction.slice(0, LONGEST_TITLE - 4).trimEnd()} ...`
  for (const { person_id: personId, worker_id: workerId } of leads)
    if (workerId !== null) await addTask(work, { personId, workerId, title, dueOn: by })
  return leads.length
}
