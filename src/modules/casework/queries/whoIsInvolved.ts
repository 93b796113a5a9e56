import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Someone who works with the person: from the council, or another agency. */
export type InvolvedWorker = {
  /** Row of the allocation or involvement. */
  readonly id: Uuid
  readonly held: 'allocation' | 'involvement'
  readonly workerId: Uuid | null
  /** Null where the child waits in a team's queue. */
  readonly name: string | null
  readonly role: string
  /** Team or organisation. */
  readonly agency: string | null
  readonly telephone: string | null
  readonly email: string | null
  readonly since: Temporal.PlainDate
  /** Their last note or visit that took place. */
  readonly lastContactAt: Temporal.Instant | null
}

/**
 * Everyone who works with the person: those who hold the case first, then by how long they are involved.
 * @param on the day; today when left out
 */
export async function whoIsInvolved(
  work: Work,
  personId: Uuid,
  on: Temporal.PlainDate = work.today,
): Promise<readonly InvolvedWorker[]> {
  const people = [...(await holders(work, personId, on)), ...(await others(work, personId, on))]
  const contacts = await lastContacts(
    work,
    personId,
    people.flatMap(({ workerId }) => workerId ?? []),
  )
  return people.map(person => ({
    ...person,
    lastContactAt: (person.workerId && contacts.get(person.workerId)) ?? null,
  }))
}

type Found = Omit<InvolvedWorker, 'lastContactAt'>

async function holders(work: Work, personId: Uuid, on: Temporal.PlainDate): Promise<Found[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('team', 'team.id', 'allocation.team_id')
    .leftJoin('worker', 'worker.id', 'allocation.worker_id')
    .select([
      'allocation.id',
      'allocation.worker_id',
      'allocation.role',
      'allocation.started_on',
      'team.name as team',
      'team.telephone as teamTelephone',
      'worker.display_name',
      'worker.telephone',
      'worker.email',
    ])
    .where('allocation.person_id', '=', personId)
    .where('allocation.started_on', '<=', on)
    .where(({ eb, or }) => or([eb('allocation.ended_on', 'is', null), eb('allocation.ended_on', '>', on)]))
    .orderBy('allocation.started_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    held: 'allocation' as const,
    workerId: row.worker_id,
    name: row.display_name,
    role: row.role,
    agency: row.team,
    telephone: row.telephone ?? row.teamTelephone,
    email: row.email,
    since: row.started_on,
  }))
}

async function others(work: Work, personId: Uuid, on: Temporal.PlainDate): Promise<Found[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('involvement')
    .leftJoin('worker', 'worker.id', 'involvement.worker_id')
    .leftJoin('organisation', join =>
      join.on(({ eb, fn, ref }) =>
        eb(
          'organisation.id',
          '=',
          fn.coalesce(ref('involvement.organisation_id'), ref('worker.organisation_id')),
        ),
      ),
    )
    .select([
      'involvement.id',
      'involvement.worker_id',
      'involvement.professional_name',
      'involvement.role',
      'involvement.telephone',
      'involvement.email',
      'involvement.started_on',
      'worker.display_name',
      'worker.telephone as workerTelephone',
      'worker.email as workerEmail',
      'organisation.name as organisation',
      'organisation.telephone as organisationTelephone',
    ])
    .where('involvement.person_id', '=', personId)
    .where('involvement.started_on', '<=', on)
    .where(({ eb, or }) => or([eb('involvement.ended_on', 'is', null), eb('involvement.ended_on', '>', on)]))
    .orderBy('involvement.started_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    held: 'involvement' as const,
    workerId: row.worker_id,
    name: row.professional_name ?? row.display_name,
    role: row.role,
    agency: row.organisation,
    telephone: row.telephone ?? row.workerTelephone ?? row.organisationTelephone,
    email: row.email ?? row.workerEmail,
    since: row.started_on,
  }))
}

async function lastContacts(
  work: Work,
  personId: Uuid,
  workerIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Temporal.Instant>> {
  if (workerIds.length === 0) return new Map()
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('note_person')
    .innerJoin('note', 'note.id', 'note_person.note_id')
    .select(['note.author_id', ({ fn }) => fn.max('note_person.happened_at').as('last')])
    .where('note_person.person_id', '=', personId)
    .where('note_person.outcome', '=', 'held')
    .where('note.author_id', 'in', workerIds)
    .groupBy('note.author_id')
    .execute()
  return new Map(rows.map(row => [row.author_id, row.last]))
}
