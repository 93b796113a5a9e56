import { sql } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AllocationLine } from '../loading/allocationLine.ts'

/** What became of one line. */
export type LineOutcome =
  | { readonly kind: 'allocated' }
  | { readonly kind: 'held' }
  | { readonly kind: 'refused'; readonly problem: string }

const refused = (problem: string): LineOutcome => ({ kind: 'refused', problem })

/** Gives one child its worker, and ends its time in the queue, in the transaction given. */
export async function allocateLine(work: Work, line: AllocationLine): Promise<LineOutcome> {
  const children = await childrenCalled(work, line.childId)
  const [personId] = children
  if (personId === undefined) return refused('no child here has this la_child_id: import the census first')
  if (children.length > 1) return refused('more than one child here has this la_child_id')
  await sql`select access.meet_in_import(${[personId]}::uuid[])`.execute(work.db())
  const worker = await workerCalled(work, line.worker)
  if (typeof worker !== 'string') return refused(worker.problem)
  const teamId = await teamCalled(work, line.team)
  if (teamId === null) return refused(`no team is called "${line.team.slice(0, 60)}"`)
  return await allocate(work, line, { personId, workerId: worker, teamId })
}

async function childrenCalled(work: Work, childId: string): Promise<readonly Uuid[]> {
  const { rows } = await sql<{ person_id: Uuid }>`select distinct person_id from person_identifier
    where upper(value) = upper(${childId}) and kind = 'la_child_id'`.execute(work.db())
  return rows.map(row => row.person_id)
}

async function workerCalled(work: Work, name: string): Promise<Uuid | { readonly problem: string }> {
  const { rows } = await sql<{ id: Uuid; left: boolean }>`
    select id, left_at is not null and left_at <= ${work.now} as left from worker
    where lower(email) = lower(${name}) or sign_in_subject = ${name}`.execute(work.db())
  const [worker, ...others] = rows.filter(({ left }) => !left)
  if (others.length > 0)
    return { problem: 'more than one worker has this email address: use the sign-in name' }
  if (worker) return worker.id
  return {
    problem: rows.length > 0 ? 'the worker has left' : 'no worker has this email address or sign-in name',
  }
}

async function teamCalled(work: Work, name: string): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`select id from team
    where lower(name) = lower(${name}) and (ended_on is null or ended_on > ${work.today})`.execute(work.db())
  return rows[0]?.id ?? null
}

type Wanted = { readonly personId: Uuid; readonly workerId: Uuid; readonly teamId: Uuid }

async function allocate(work: Work, line: AllocationLine, wanted: Wanted): Promise<LineOutcome> {
  const { personId, workerId, teamId } = wanted
  const live = await liveAllocations(work, personId)
  const same = live.find(one => one.worker_id === workerId && one.role === line.role)
  if (same) {
    const isEqual = same.team_id === teamId && same.started_on.equals(line.startedOn)
    return isEqual
      ? { kind: 'held' }
      : refused('the worker holds the child already, from another day or in another team')
  }
  const isLead = line.role === 'lead_social_worker' || line.role === 'lead_practitioner'
  if (isLead && live.some(({ role }) => role === 'lead_social_worker' || role === 'lead_practitioner'))
    return refused('the child has another lead: transfer it on its own page, or end that first')
  const db = work.db<CaseworkTables & AgenciesTables>()
  if (isLead)
    await sql`update allocation set ended_on = greatest(started_on, ${line.startedOn}::date)
      where person_id = ${personId} and role = 'queue' and (ended_on is null or ended_on > ${work.today})`.execute(
      db,
    )
  await db
    .insertInto('allocation')
    .values({
      id: makeUuid(),
      person_id: personId,
      team_id: teamId,
      worker_id: workerId,
      role: line.role,
      started_on: line.startedOn,
      reason: 'Imported',
    })
    .execute()
  return { kind: 'allocated' }
}

async function liveAllocations(work: Work, personId: Uuid) {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['worker_id', 'team_id', 'role', 'started_on', 'ended_on'])
    .where('person_id', '=', personId)
    .execute()
  return rows.filter(
    ({ ended_on }) => ended_on === null || Temporal.PlainDate.compare(ended_on, work.today) > 0,
  )
}
