import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Change, changesOf, type Fact, type What } from '../rules/changes.ts'
import { isStillShown } from '../rules/shown.ts'
import { readFacts, readStatuses } from './readFacts.ts'

/**
 * Brings the queue up to the facts: each difference is one change with the next number. Of two who do it at once the second finds nothing to do.
 * Service listener.
 * @returns how many changes were queued
 */
export async function refreshQueue(work: Work): Promise<number> {
  await holdQueue(work)
  const statuses = await readStatuses(work)
  const known = new Set(statuses.map(({ kind, sourceId }) => `${kind} ${sourceId}`))
  const facts = (await readFacts(work)).filter(
    fact => known.has(`${fact.kind} ${fact.sourceId}`) || isStillShown(fact, work.today),
  )
  const changes = changesOf(facts, statuses)
  for (const change of changes) await queue(work, change)
  return changes.length
}

/** Until the transaction ends nobody else changes the queue or makes a file. */
export async function holdQueue(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(7406)`.execute(work.db())
}

async function queue(work: Work, change: Change): Promise<void> {
  const statusId = change.fact === null ? await takeAway(work, change.status.id) : await keep(work, change)
  await addChange(work, statusId, change.what)
}

async function takeAway(work: Work, id: Uuid): Promise<Uuid> {
  await sql`update protection_status set deleted_at = ${work.now} where id = ${id}`.execute(work.db())
  return id
}

async function keep(
  work: Work,
  { fact, status }: { readonly fact: Fact; readonly status: { readonly id: Uuid } | null },
): Promise<Uuid> {
  const { rows } = await sql<{ id: Uuid }>`
    insert into protection_status (id, person_id, subject_id, kind, source_id, started_on, ended_on, nhs_number)
    values (coalesce(${status?.id ?? null}::uuid, uuidv7()), ${fact.personId}, ${fact.subjectId}::uuid, ${fact.kind}, ${fact.sourceId},
      ${fact.startedOn.toString()}::date, ${fact.endedOn?.toString() ?? null}::date, ${fact.nhsNumber})
    on conflict (source_id, kind) do update set person_id = excluded.person_id, subject_id = excluded.subject_id, started_on = excluded.started_on,
      ended_on = excluded.ended_on, nhs_number = excluded.nhs_number, deleted_at = null returning id`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) throw new Error('A status is kept')
  return row.id
}

/** Adds the status as it stands now to the end of the queue. */
export async function addChange(work: Work, statusId: Uuid, what: What): Promise<void> {
  await sql`
    insert into protection_change (number, status_id, person_id, what, started_on, ended_on, deleted_at, made_at)
    select coalesce((select max(c.number) from protection_change c), 0) + 1, s.id, s.person_id, ${what}, s.started_on, s.ended_on, s.deleted_at, ${work.now}
    from protection_status s where s.id = ${statusId}`.execute(work.db())
}
